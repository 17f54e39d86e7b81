package org.otklik.jobs.export;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.functions.MapFunction;
import org.otklik.jobs.index.IndexRecord;

/** Reads cells from documents of the index {@code heat-daily}. */
public final class ReadDayCells implements MapFunction<IndexRecord, DayCell> {
  private static final long serialVersionUID = 1L;

  static final List<String> FIELDS =
      List.of(
          "municipality",
          "theme",
          "date",
          "messages",
          "problems",
          "urgent",
          "review",
          "communities",
          "perThousand");

  private final DimensionKeys keys;

  ReadDayCells(DimensionKeys keys) {
    this.keys = keys;
  }

  @Override
  public DayCell map(IndexRecord document) throws IOException {
    Fields fields = Fields.of(document);
    return new DayCell(
        keys.municipality(fields.text("municipality")),
        keys.theme(fields.text("theme")),
        fields.required("date"),
        fields.count("messages"),
        fields.count("problems"),
        fields.count("urgent"),
        fields.count("review"),
        fields.count("communities"),
        fields.number("perThousand"));
  }
}
