package org.otklik.jobs.export;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import org.otklik.jobs.Period;

/**
 * Days and hours as the region counts them.
 *
 * @param zone the region's zone
 */
record Calendar(ZoneId zone) implements Serializable {
  static final Table TABLE =
      Table.dimension(
          "date",
          "Один день периода выгрузки. Дни начинаются в полночь по времени региона.",
          Column.day("date", "День"),
          Column.whole("year", "Год"),
          Column.whole("month", "Месяц, 1–12"),
          Column.whole("day", "Число месяца"),
          Column.whole("iso_year", "Год, к которому относится неделя (ИСО 8601)"),
          Column.whole("iso_week", "Номер недели (ИСО 8601)"),
          Column.whole("weekday_number", "День недели: 1 — понедельник, 7 — воскресенье"),
          Column.text("weekday", "День недели по-русски"));

  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

  LocalDate date(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  int hour(Instant moment) {
    return moment.atZone(zone).getHour();
  }

  static List<TableRow> rows(Period period) {
    return period.from().datesUntil(period.to().plusDays(1)).map(Calendar::row).toList();
  }

  private static TableRow row(LocalDate day) {
    return TABLE
        .row()
        .set("date", day)
        .set("year", day.getYear())
        .set("month", day.getMonthValue())
        .set("day", day.getDayOfMonth())
        .set("iso_year", day.get(IsoFields.WEEK_BASED_YEAR))
        .set("iso_week", day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
        .set("weekday_number", day.getDayOfWeek().getValue())
        .set("weekday", day.getDayOfWeek().getDisplayName(TextStyle.FULL, RUSSIAN))
        .build();
  }
}
