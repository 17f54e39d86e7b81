package org.otklik.jobs.export;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.otklik.jobs.index.IndexRecord;

/** Passes on how many documents an index says it has. */
public final class HearAnnouncements implements FlatMapFunction<IndexRecord, ExportReceipt> {
  private static final long serialVersionUID = 1L;

  @Override
  public void flatMap(IndexRecord record, Collector<ExportReceipt> out) {
    if (record.source() == null) {
      out.collect(ExportReceipt.of(record));
    }
  }
}
