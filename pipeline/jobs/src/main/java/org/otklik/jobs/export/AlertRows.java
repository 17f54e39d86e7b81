package org.otklik.jobs.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.MapFunction;
import org.otklik.jobs.index.IndexRecord;

/**
 * The table {@code alerts} from the index {@code alerts}: the event, what explains it, and whether
 * it reached its recipient. Neither the summary nor the posts it names are in it.
 */
public final class AlertRows implements MapFunction<IndexRecord, TableRow> {
  private static final long serialVersionUID = 1L;

  static final Table TABLE =
      new Table(
          "alerts",
          "Одно оповещение: событие и получатель. Событие без получателя — тоже строка. Числа сообщений и публикаций"
              + " меньше k скрыты.",
          "alerts",
          true,
          false,
          List.of("id"),
          List.of(
              Column.text("id", "Ключ строки"),
              Column.text("event_id", "Ключ события; у события бывает несколько получателей"),
              Column.text("region", "Ключ региона"),
              Column.text(
                  "kind",
                  "burst (всплеск), urgent-message (срочное сообщение), claim-spreading (распространение слуха),"
                      + " source-silent (источник замолчал)"),
              Column.day("date", "День начала события по времени региона").of("date"),
              Column.whole("hour", "Час начала по времени региона, 0–23"),
              Column.text("municipality", "Муниципальное образование").of("municipality"),
              Column.text("theme", "Тема").of("theme"),
              Column.whole("severity", "Важность: 1 (к сведению), 2 (сегодня), 3 (сейчас)"),
              Column.text("rule", "Правило, по которому отправлено; пусто, если ни по какому"),
              Column.text("recipient", "Получатель — должность или служба; пусто, если его нет"),
              Column.text(
                  "state", "waiting, delivered, dead-lettered, throttled, unrouted или disabled"),
              Column.whole("attempts", "Сколько раз отправляли"),
              Column.moment("delivered_at", "Когда доставлено (UTC)"),
              Column.whole("count", "burst: сообщений; пусто, если скрыто"),
              Column.number("expected", "burst: сколько ожидалось"),
              Column.number("hours", "burst: за сколько часов"),
              Column.number("urgency", "urgent-message: срочность"),
              Column.whole("posts", "claim-spreading: публикаций; пусто, если скрыто"),
              Column.whole("communities", "claim-spreading: сообществ; пусто, если скрыто"),
              Column.whole(
                  "after_refutation",
                  "claim-spreading: публикаций после опровержения; пусто, если скрыто"),
              Column.number("silent_hours", "source-silent: сколько часов тишины"),
              Column.number("usual_hours", "source-silent: обычный промежуток, часов"),
              Column.truth(Table.SUPPRESSED, "Скрыты ли числа")));

  static final List<String> FIELDS =
      List.of(
          "eventId",
          "kind",
          "time",
          "municipality",
          "theme",
          "severity",
          "rule",
          "recipient",
          "state",
          "attemptCount",
          "deliveredAt",
          "figures");

  /** Figures as they are, by the column they go to. */
  private static final Map<String, String> NUMBERS =
      Map.of(
          "expected", "expected",
          "hours", "hours",
          "urgency", "urgency",
          "silent_hours", "silentHours",
          "usual_hours", "usualHours");

  private final String region;
  private final Calendar calendar;
  private final DimensionKeys keys;
  private final int k;

  /**
   * @param k the smallest number of messages or posts that is shown
   */
  AlertRows(String region, Calendar calendar, DimensionKeys keys, int k) {
    this.region = region;
    this.calendar = calendar;
    this.keys = keys;
    this.k = k;
  }

  @Override
  public TableRow map(IndexRecord document) throws IOException {
    Fields fields = Fields.of(document);
    RowBuilder row =
        TABLE
            .row()
            .set("id", document.id())
            .set("event_id", fields.text("eventId"))
            .set("region", region)
            .set("kind", fields.text("kind"))
            .setDateAndHour(fields.moment("time"), calendar)
            .set("municipality", keys.municipality(fields.text("municipality")))
            .set("theme", keys.theme(fields.text("theme")))
            .set("severity", fields.whole("severity"))
            .set("rule", fields.text("rule"))
            .set("recipient", fields.text("recipient"))
            .set("state", fields.text("state"))
            .set("attempts", fields.count("attemptCount"))
            .set("delivered_at", fields.text("deliveredAt"));
    JsonNode figures = fields.json().path("figures");
    NUMBERS.forEach(
        (column, figure) -> {
          if (figures.path(figure).isNumber()) {
            row.set(column, figures.path(figure).asDouble());
          }
        });
    boolean small = small(figures.path("count")) || small(figures.path("posts"));
    if (!small) {
      setCount(row, "count", figures.path("count"));
      setCount(row, "posts", figures.path("posts"));
      setCount(row, "communities", figures.path("communities"));
      setCount(row, "after_refutation", figures.path("afterRefutation"));
    }
    return row.set(Table.SUPPRESSED, small).build();
  }

  private boolean small(JsonNode figure) {
    return figure.isNumber() && figure.asDouble() > 0 && figure.asDouble() < k;
  }

  private static void setCount(RowBuilder row, String column, JsonNode figure) {
    if (figure.isNumber()) {
      row.set(column, Math.round(figure.asDouble()));
    }
  }
}
