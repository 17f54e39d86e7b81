package org.otklik.jobs.sources;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.AlertEvent;
import org.otklik.models.post.PostId;
import org.otklik.models.region.Region;

/** The event of a source's silence. */
final class SilenceEvent implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
  private static final double HOUR_MILLIS = Duration.ofHours(1).toMillis();
  private static final int OF_A_CHANNEL = 2;
  private static final int OF_A_COMMUNITY = 1;
  private static final Map<String, String> CHANNEL_NAMES =
      Map.of(
          "vk", "ВКонтакте",
          "telegram", "Telegram",
          "telegram-export", "выгрузка Telegram",
          "pos", "ПОС",
          "im", "Инцидент Менеджмент",
          "json", "JSON");

  private final Region region;

  SilenceEvent(Region region) {
    this.region = region;
  }

  AlertEvent of(Source source, Silence silence, Instant begin, @Nullable Long usualMillis) {
    Region.Community community = source.community();
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("silentHours", silence.wakingMillis() / HOUR_MILLIS);
    if (usualMillis != null) {
      figures.put("usualHours", usualMillis / HOUR_MILLIS);
    }
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("channel", source.channel());
    if (community != null) {
      facts.put("community", community.name());
      facts.put("communityId", community.id());
    }
    return new AlertEvent(
        PostId.of(
            "alerts/" + AlertEvent.SOURCE_SILENT + "/" + region.id(), source.id() + "|" + begin),
        AlertEvent.SOURCE_SILENT,
        region.id(),
        begin,
        community == null ? null : community.home(),
        null,
        community == null ? OF_A_CHANNEL : OF_A_COMMUNITY,
        summary(source, silence, begin, usualMillis),
        List.of(),
        figures,
        facts);
  }

  private String summary(
      Source source, Silence silence, Instant begin, @Nullable Long usualMillis) {
    Region.Community community = source.community();
    String channel = CHANNEL_NAMES.getOrDefault(source.channel(), source.channel());
    String who =
        community == null
            ? "Канал «" + channel + "»"
            : "Сообщество «" + community.name() + "» (" + channel + ")";
    String usual =
        usualMillis == null
            ? "обычный перерыв ещё не известен"
            : "обычный перерыв — до " + hours(usualMillis);
    String since = MINUTE.format(begin.atZone(region.timeZone()));
    return who
        + " молчит: "
        + hours(silence.wakingMillis())
        + " без новых сообщений, не считая ночи; "
        + usual
        + "; "
        + (silence.heardAt() == null
            ? "с начала наблюдения " + since + " не пришло ничего"
            : "последнее получено " + since);
  }

  private static String hours(long millis) {
    return String.format(RUSSIAN, "%.1f ч", millis / HOUR_MILLIS);
  }
}
