package org.otklik.models.place.importing;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of municipalities, which each source writes in its own way. */
final class MunicipalityName {
  private static final Pattern FORMS =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\d])(муниципальное образование|муниципальный|муниципального|район|района|р-н|"
              + "городской|городского|округ|округа|город|города|г\\.|мо|го|зато|сельское|поселение)(?![\\p{L}\\d])\\.?");
  private static final Pattern MARKS = Pattern.compile("[«»\"“”„`]|\\s+");

  private MunicipalityName() {}

  /**
   * The short name: «Беловский» for «Беловский муниципальный район», «Курск» for «городской округ
   * город Курск».
   */
  static String shortOf(String official) {
    String marksRemoved = MARKS.matcher(official).replaceAll(" ").strip();
    String name = FORMS.matcher(marksRemoved).replaceAll(" ").replaceAll("\\s+", " ").strip();
    return name.isEmpty() ? marksRemoved : name;
  }

  /** A form in which spellings of one short name are equal: lower case, ё as е. */
  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
  }
}
