package org.otklik.jobs.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.functions.MapPartitionFunction;
import org.apache.flink.util.Collector;

/** The table {@code heat_daily} from all cells of one day, without the counts of small ones. */
public final class SuppressSmallCells implements MapPartitionFunction<DayCell, TableRow> {
  private static final long serialVersionUID = 1L;

  static final Table TABLE =
      new Table(
          "heat_daily",
          "Ячейка тепловой карты: муниципальное образование × тема × день. Официальные ответы не считаются. Где сообщений"
              + " меньше k, все числа скрыты; если такая ячейка в этот день одна у темы или у муниципального образования,"
              + " скрыта и следующая по величине. Части открытых ячеек (problems, urgent, review) отдельно не"
              + " скрываются.",
          "heat-daily",
          true,
          true,
          List.of("date", "municipality", "theme"),
          List.of(
              Column.text("region", "Ключ региона"),
              Column.day("date", "День по времени региона").of("date"),
              Column.text("municipality", "Муниципальное образование").of("municipality"),
              Column.text("theme", "Тема").of("theme"),
              Column.whole("messages", "Сообщений; пусто, если скрыто"),
              Column.whole("problems", "Из них о проблемах; пусто, если скрыто"),
              Column.whole("urgent", "Из них срочных; пусто, если скрыто"),
              Column.whole("review", "Из них требующих взгляда человека; пусто, если скрыто"),
              Column.whole("communities", "В скольких разных сообществах; пусто, если скрыто"),
              Column.number(
                  "per_thousand",
                  "Сообщений на 1000 жителей; пусто, если скрыто или население неизвестно"),
              Column.truth(Table.SUPPRESSED, "Скрыты ли числа")));

  private final String region;
  private final int k;

  /**
   * @param k the smallest number of messages that is shown
   */
  SuppressSmallCells(String region, int k) {
    this.region = region;
    this.k = k;
  }

  @Override
  public void mapPartition(Iterable<DayCell> ofOneDay, Collector<TableRow> out) {
    List<DayCell> cells = new ArrayList<>();
    ofOneDay.forEach(cells::add);
    cells.sort(Comparator.comparing(DayCell::municipality).thenComparing(DayCell::theme));
    Set<Integer> withheld = SmallCells.of(cells, k);
    for (int place = 0; place < cells.size(); place++) {
      out.collect(row(cells.get(place), withheld.contains(place)));
    }
  }

  private TableRow row(DayCell cell, boolean withheld) {
    return TABLE
        .row()
        .set("region", region)
        .set(Table.DATE, cell.date())
        .set("municipality", cell.municipality())
        .set("theme", cell.theme())
        .set("messages", withheld ? null : (Object) cell.messages())
        .set("problems", withheld ? null : (Object) cell.problems())
        .set("urgent", withheld ? null : (Object) cell.urgent())
        .set("review", withheld ? null : (Object) cell.review())
        .set("communities", withheld ? null : (Object) cell.communities())
        .set("per_thousand", withheld ? null : cell.perThousand())
        .set(Table.SUPPRESSED, withheld)
        .build();
  }
}
