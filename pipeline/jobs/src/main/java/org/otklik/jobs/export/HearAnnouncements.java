package org.otklik.jobs.export;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.otklik.jobs.index.IndexRecord;

/** Passes on how many documents an index says it has. */
public final class HearAnnouncements implements FlatMapFunction<IndexRecord, Receipt> {
  private static final long serialVersionUID = 1L;

  @Override
  public void flatMap(IndexRecord record, Collector<Receipt> out) {
    if (record.source() == null) {
      out.collect(Receipt.of(record));
    }
  }
}
