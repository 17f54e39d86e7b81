package org.otklik.models.place.importing;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The types of settlements in the gazetteer, and how sources write them. */
final class SettlementType {
  static final String OTHER = "other";

  private static final Map<String, String> WRITTEN =
      Map.ofEntries(
          Map.entry("г", "город"),
          Map.entry("город", "город"),
          Map.entry("пгт", "пгт"),
          Map.entry("рп", "рп"),
          Map.entry("р.п", "рп"),
          Map.entry("кп", "рп"),
          Map.entry("дп", "рп"),
          Map.entry("п", "посёлок"),
          Map.entry("пос", "посёлок"),
          Map.entry("поселок", "посёлок"),
          Map.entry("нп", "посёлок"),
          Map.entry("с", "село"),
          Map.entry("село", "село"),
          Map.entry("сл", "слобода"),
          Map.entry("слобода", "слобода"),
          Map.entry("д", "деревня"),
          Map.entry("дер", "деревня"),
          Map.entry("деревня", "деревня"),
          Map.entry("х", "хутор"),
          Map.entry("хутор", "хутор"),
          Map.entry("ст", "станция"),
          Map.entry("ж/д_ст", "станция"),
          Map.entry("станция", "станция"),
          Map.entry("рзд", "станция"),
          Map.entry("разъезд", "станция"),
          Map.entry("ст-ца", "станица"),
          Map.entry("станица", "станица"),
          Map.entry("аул", "аул"));

  /** Words that a type may begin with: «поселок сельского типа», «рабочий поселок». */
  private static final List<Map.Entry<String, String>> LONG_FORMS =
      List.of(
          Map.entry("поселок городского типа ", "пгт"),
          Map.entry("рабочий поселок ", "рп"),
          Map.entry("курортный поселок ", "рп"),
          Map.entry("дачный поселок ", "рп"),
          Map.entry("железнодорожная станция ", "станция"),
          Map.entry("железнодорожный разъезд ", "станция"),
          Map.entry("населенный пункт ", OTHER));

  /**
   * A name without the type before it.
   *
   * @param type the type, or {@link #OTHER} when none is written
   * @param name the name alone
   */
  record Named(String type, String name) {}

  private SettlementType() {}

  /** The gazetteer's word for a type as written, or {@link #OTHER}. */
  static String of(String written) {
    String folded = folded(written);
    return WRITTEN.getOrDefault(
        folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded, OTHER);
  }

  /** Takes the type off a name such as «с Белая», «рп. Тим», «рабочий посёлок Прямицыно». */
  static Named split(String written) {
    String text = written.strip().replaceAll("\\s+", " ");
    String folded = folded(text);
    for (Map.Entry<String, String> form : LONG_FORMS) {
      if (folded.startsWith(form.getKey())) {
        return new Named(form.getValue(), text.substring(form.getKey().length()));
      }
    }
    int end = text.indexOf(' ');
    int dot = text.indexOf('.');
    if (dot > 0 && dot < text.length() - 1 && (end < 0 || dot < end)) {
      end = dot + 1; // «с.Белая»
      if (text.startsWith("р.п.") || text.startsWith("р. п.")) {
        end = text.indexOf('.', dot + 1) + 1;
      }
    }
    if (end > 0) {
      String type = of(text.substring(0, end).replace(" ", ""));
      if (!type.equals(OTHER)) {
        return new Named(type, text.substring(end).strip());
      }
    }
    return new Named(OTHER, text);
  }

  /** The type of an OpenStreetMap {@code place}. */
  static String ofOsm(String place) {
    return switch (place) {
      case "city", "town" -> "город";
      case "village" -> "село";
      case "hamlet" -> "деревня";
      default -> OTHER;
    };
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
  }
}
