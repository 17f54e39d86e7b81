package org.otklik.jobs.urgent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.otklik.jobs.AlertEvent;
import org.otklik.models.analysis.Analysis;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostId;
import org.otklik.models.post.PostKind;

/**
 * Makes an event of a post that tells of danger to life or health, for each version of it under the
 * same id; who follows must tell it once. Official replies are none. The words of the post stay
 * out: staff find it by its id.
 */
public final class RaiseUrgentMessages implements FlatMapFunction<AnalyzedPost, AlertEvent> {
  private static final long serialVersionUID = 1L;

  private static final int DANGER = 3;
  private static final Map<String, String> REASONS =
      Map.of(
          "life-and-health", "слова об угрозе жизни или здоровью",
          "accident", "авария или отключение",
          "vulnerable-people", "дети, пожилые или больные люди",
          "repeated-appeal", "повторное обращение");

  private final String regionId;
  private final int level;
  private final HashMap<String, String> themeNames;

  /**
   * @param regionId id of the region
   * @param level from which urgency on a post is an event, 1 to 3
   * @param themeNames names that staff see, by theme id
   */
  public RaiseUrgentMessages(String regionId, int level, Map<String, String> themeNames) {
    this.regionId = regionId;
    this.level = level;
    this.themeNames = new HashMap<>(themeNames);
  }

  @Override
  public void flatMap(AnalyzedPost analyzed, Collector<AlertEvent> out) {
    Post post = analyzed.post();
    Analysis analysis = analyzed.analysis();
    if (post.kind() == PostKind.RESPONSE || analysis.urgency() < level) {
      return;
    }
    out.collect(
        new AlertEvent(
            PostId.of("alerts/" + AlertEvent.URGENT_MESSAGE + "/" + regionId, post.id()),
            AlertEvent.URGENT_MESSAGE,
            regionId,
            post.publishedAt(),
            analysis.place().municipality(),
            analyzed.theme(),
            analysis.urgency(),
            summary(analyzed),
            List.of(post.id()),
            Map.of("urgency", (double) analysis.urgency()),
            Map.of("reasons", String.join(",", analysis.urgencyReasons()))));
  }

  private String summary(AnalyzedPost analyzed) {
    Analysis analysis = analyzed.analysis();
    String municipality = analysis.place().municipality();
    String signs =
        analysis.urgencyReasons().stream()
            .map(reason -> REASONS.getOrDefault(reason, reason))
            .collect(Collectors.joining("; "));
    return (analysis.urgency() >= DANGER
            ? "Опасность для жизни или здоровья: "
            : "Срочное сообщение: ")
        + uncapitalized(themeNames.getOrDefault(analyzed.theme(), analyzed.theme()))
        + ", "
        + (municipality == null ? "место не определено" : municipality)
        + (signs.isEmpty() ? "" : " (признаки: " + signs + ")");
  }

  /** Within a sentence; abbreviations such as «ЖКХ» stay. */
  private static String uncapitalized(String name) {
    return name.length() > 1 && Character.isLowerCase(name.charAt(1))
        ? Character.toLowerCase(name.charAt(0)) + name.substring(1)
        : name;
  }
}
