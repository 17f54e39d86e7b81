package org.otklik.jobs.index;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;

/**
 * The sink's part of a checkpoint, version 1: per document index, id and body, each as its length
 * in bytes and its bytes, with the version between id and body. Lengths are written because {@code
 * writeUTF} ends at 64 kB.
 *
 * <p>A change of the form gets the next version and a branch in {@link #deserialize}; the fixture
 * of each version stays in the tests.
 */
final class DocumentWriteSerializer extends AsyncSinkWriterStateSerializer<DocumentWrite> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public BufferedRequestState<DocumentWrite> deserialize(int version, byte[] serialized)
      throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "the savepoint holds documents for Elasticsearch in version %d of their form, this release reads version %d: start from it with the release that wrote it"
              .formatted(version, VERSION));
    }
    return super.deserialize(version, serialized);
  }

  @Override
  protected void serializeRequestToStream(DocumentWrite write, DataOutputStream out)
      throws IOException {
    writeBytes(write.index().getBytes(StandardCharsets.UTF_8), out);
    writeBytes(write.id().getBytes(StandardCharsets.UTF_8), out);
    out.writeLong(write.version());
    writeBytes(write.body(), out);
  }

  @Override
  protected DocumentWrite deserializeRequestFromStream(long size, DataInputStream in)
      throws IOException {
    String index = new String(readBytes(in), StandardCharsets.UTF_8);
    String id = new String(readBytes(in), StandardCharsets.UTF_8);
    long version = in.readLong();
    return new DocumentWrite(index, id, version, readBytes(in));
  }

  private static void writeBytes(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }
}
