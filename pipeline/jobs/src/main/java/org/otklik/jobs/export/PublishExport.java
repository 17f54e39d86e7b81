package org.otklik.jobs.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Hears of every file; when there are no more, writes the manifest and publishes the export. Runs
 * in one subtask. If rows and documents do not agree it fails, and nothing is published.
 */
public final class PublishExport implements Sink<ExportReceipt> {
  private static final long serialVersionUID = 1L;

  private final String folder;
  private final ExportDescription export;

  /**
   * @param folder where exports are published
   */
  PublishExport(Path folder, ExportDescription export) {
    this.folder = folder.toString();
    this.export = export;
  }

  @Override
  public SinkWriter<ExportReceipt> createWriter(WriterInitContext context) {
    List<ExportReceipt> receipts = new ArrayList<>();
    return new SinkWriter<>() {
      @Override
      public void write(ExportReceipt receipt, Context unused) {
        receipts.add(receipt);
      }

      @Override
      public void flush(boolean endOfInput) throws IOException {
        if (endOfInput) {
          publish(receipts);
        }
      }

      @Override
      public void close() {}
    };
  }

  private void publish(List<ExportReceipt> receipts) throws IOException {
    ExportFolder exports = new ExportFolder(Path.of(folder));
    new Manifest(export, receipts).write(exports.staging(export.id()));
    exports.publish(export);
  }
}
