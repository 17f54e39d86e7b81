package org.otklik.jobs.export;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.MapFunction;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.index.IndexRecord;
import org.otklik.models.post.PostId;
import org.otklik.models.region.Region;

/**
 * The table {@code messages} from the index {@code posts}: one row for each post, without its words
 * and without anything of its author. Of the place it has no more than the settlement, of the time
 * no more than the hour.
 *
 * <p>Communities are no persons: those of the region's file and those whose name the channel tells
 * are named. Walls and chats of persons have no community in the index at all, see the readers of
 * the channels.
 */
public final class MessageRows implements MapFunction<IndexRecord, TableRow> {
  private static final long serialVersionUID = 1L;

  static final Table TABLE =
      new Table(
          "messages",
          "Одна публикация, комментарий, обращение или официальный ответ. Текста, автора и ссылок нет. По строкам этой"
              + " таблицы можно пересчитать и скрытые ячейки heat_daily: не передавайте её туда, где нужны только"
              + " обобщённые данные.",
          "posts",
          true,
          true,
          List.of("id"),
          List.of(
              Column.text("id", "Ключ сообщения, тот же, что в системе"),
              Column.text("region", "Ключ региона"),
              Column.day("date", "День публикации по времени региона").of("date"),
              Column.whole("hour", "Час публикации по времени региона, 0–23"),
              Column.text("channel", "Откуда: vk, telegram, telegram-export, pos, im или json"),
              Column.text(
                  "kind",
                  "Что это: post (публикация), comment (комментарий), message (обращение), response (официальный ответ)"),
              Column.text(
                  "community_id",
                  "Ключ сообщества (хеш); пусто, если сообщества нет: обращение, личная страница"),
              Column.text("community", "Название открытого сообщества, если известно"),
              Column.text("theme", "Тема: исправленная человеком, иначе определённая моделью")
                  .of("theme"),
              Column.text("category", "Категория проблемы, определённая моделью").of("category"),
              Column.text(
                  "type", "Вид: problem, question, suggestion, gratitude, information или noise"),
              Column.whole("urgency", "Срочность: 0 (нет) … 3 (опасность для жизни или здоровья)"),
              Column.text("municipality", "Муниципальное образование, о котором речь")
                  .of("municipality"),
              Column.text("settlement", "Населённый пункт, о котором речь"),
              Column.text(
                  "precision",
                  "Точность места: house, street, settlement, municipality, region, outside или none"),
              Column.text(
                  "h3r7",
                  "Ячейка сетки H3, около 5 км²; только если точка не грубее населённого пункта"),
              Column.truth("review", "Нужно ли человеку посмотреть: возможно, повторяется слух"),
              Column.text(
                  "review_state",
                  "Решение человека: suspected (ещё нет), being-checked, confirmed, refuted или not-a-claim"),
              Column.truth("certain", "Можно ли верить теме модели без проверки человеком"),
              Column.text("model_theme", "Тема, определённая моделью").of("theme"),
              Column.truth("corrected", "Исправил ли тему человек")));

  /** The fields that are asked for: nothing else ever leaves Elasticsearch. */
  static final List<String> FIELDS =
      List.of(
          "publishedAt",
          "channel",
          "kind",
          "communityId",
          "communityName",
          "theme",
          "category",
          "type",
          "urgency",
          "municipality",
          "settlement",
          "precision",
          "h3r7",
          "review",
          "reviewState",
          "certain",
          "modelTheme",
          "correctedAt");

  private final String region;
  private final Calendar calendar;
  private final DimensionKeys keys;
  private final Map<String, String> communities = new HashMap<>();

  /**
   * @param region names communities by their ids
   */
  MessageRows(Region region, Calendar calendar, DimensionKeys keys) {
    this.region = region.id();
    this.calendar = calendar;
    this.keys = keys;
    region
        .officialPages()
        .forEach(page -> communities.put(PostId.of(page.channel(), page.id()), page.name()));
    region
        .communities()
        .forEach(
            community ->
                communities.put(PostId.of(community.channel(), community.id()), community.name()));
  }

  @Override
  public TableRow map(IndexRecord document) throws IOException {
    Fields fields = Fields.of(document);
    String communityId = communityId(fields);
    return TABLE
        .row()
        .set("id", document.id())
        .set("region", region)
        .setDateAndHour(fields.moment("publishedAt"), calendar)
        .set("channel", fields.text("channel"))
        .set("kind", fields.text("kind"))
        .set("community_id", communityId)
        .set("community", community(communityId, fields.text("communityName")))
        .set("theme", keys.theme(fields.text("theme")))
        .set("category", keys.category(fields.text("category")))
        .set("type", fields.text("type"))
        .set("urgency", fields.whole("urgency"))
        .set("municipality", keys.municipality(fields.text("municipality")))
        .set("settlement", fields.text("settlement"))
        .set("precision", fields.text("precision"))
        .set("h3r7", fields.text("h3r7"))
        .set("review", fields.truth("review"))
        .set("review_state", fields.text("reviewState"))
        .set("certain", fields.truth("certain"))
        .set("model_theme", keys.theme(fields.text("modelTheme")))
        .set("corrected", fields.text("correctedAt") != null)
        .build();
  }

  private static @Nullable String communityId(Fields fields) throws IOException {
    String id = fields.text("communityId");
    String name = fields.text("communityName");
    String known = id == null ? name : id;
    return known == null ? null : PostId.of(fields.required("channel"), known);
  }

  private @Nullable String community(@Nullable String id, @Nullable String name) {
    if (name != null) {
      return name;
    }
    return id == null ? null : communities.get(id);
  }
}
