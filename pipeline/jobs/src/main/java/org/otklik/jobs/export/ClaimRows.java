package org.otklik.jobs.export;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.index.IndexRecord;

/**
 * The table {@code claims} from the index {@code claims}. A claim's words are those of the
 * configured register, never those of a post; a narrative of fewer than k posts is left out.
 */
public final class ClaimRows implements FlatMapFunction<IndexRecord, TableRow> {
  private static final long serialVersionUID = 1L;

  static final Table TABLE =
      new Table(
          "claims",
          "Как распространяется одно опровергнутое утверждение из реестра (claim) или группа почти одинаковых публикаций"
              + " (narrative), если оно встречалось в период выгрузки. Числа — за всё время наблюдения. Текстов публикаций"
              + " нет. Группы меньше k публикаций не выгружаются, у таких утверждений числа скрыты. Это повод проверить, а"
              + " не вывод о ложности.",
          "claims",
          false,
          false,
          List.of("id"),
          List.of(
              Column.text("id", "Ключ строки"),
              Column.text("region", "Ключ региона"),
              Column.text("kind", "claim (утверждение реестра) или narrative (похожие публикации)"),
              Column.text("claim_id", "Ключ утверждения в реестре; пусто, если его там нет"),
              Column.text("claim", "Утверждение словами реестра config/claims"),
              Column.day("refuted_on", "День опровержения"),
              Column.moment("first_seen", "Час первой публикации (UTC)"),
              Column.moment("last_seen", "Час последней публикации (UTC)"),
              Column.whole("posts", "Публикаций; пусто, если скрыто"),
              Column.whole("communities", "Разных сообществ; пусто, если скрыто"),
              Column.whole(
                  "after_refutation", "Публикаций после дня опровержения; пусто, если скрыто"),
              Column.truth("sudden", "Было ли распространение внезапным"),
              Column.truth(Table.SUPPRESSED, "Скрыты ли числа")));

  static final List<String> FIELDS =
      List.of(
          "kind",
          "claimId",
          "refutedAt",
          "firstSeen",
          "lastSeen",
          "posts",
          "communities",
          "afterRefutation",
          "suddenSpread");

  private static final String NARRATIVE = "narrative";

  private final String region;
  private final HashMap<String, String> register;
  private final int k;

  /**
   * @param register the words of each configured claim, by its id
   * @param k the smallest number of posts that is shown
   */
  ClaimRows(String region, Map<String, String> register, int k) {
    this.region = region;
    this.register = new HashMap<>(register);
    this.k = k;
  }

  @Override
  public void flatMap(IndexRecord document, Collector<TableRow> out) throws IOException {
    Fields fields = Fields.of(document);
    int posts = fields.count("posts");
    boolean small = posts < k;
    if (small && NARRATIVE.equals(fields.text("kind"))) {
      return;
    }
    String claimId = fields.text("claimId");
    boolean withheld = small && posts > 0;
    out.collect(
        TABLE
            .row()
            .set("id", document.id())
            .set("region", region)
            .set("kind", fields.text("kind"))
            .set("claim_id", claimId)
            .set("claim", claimId == null ? null : register.get(claimId))
            .set("refuted_on", day(fields.text("refutedAt")))
            .set("first_seen", fields.moment("firstSeen").truncatedTo(ChronoUnit.HOURS))
            .set("last_seen", fields.moment("lastSeen").truncatedTo(ChronoUnit.HOURS))
            .set("posts", withheld ? null : (Object) posts)
            .set("communities", withheld ? null : fields.whole("communities"))
            .set("after_refutation", withheld ? null : fields.whole("afterRefutation"))
            .set("sudden", fields.truth("suddenSpread"))
            .set(Table.SUPPRESSED, withheld)
            .build());
  }

  private static @Nullable String day(@Nullable String date) {
    return date == null ? null : date.substring(0, 10);
  }
}
