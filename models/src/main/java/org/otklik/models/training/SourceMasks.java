package org.otklik.models.training;

/** Rewrites the masks that a published set of messages came with as the masks of this program. */
final class SourceMasks {
  private static final String[][] MASKS = {
    {"[ФИО]", "[имя]"},
    {"[КВ]", "[квартира]"},
    {"[ДАТА]", "[дата]"},
    {"[НОМЕР]", "[номер]"},
    {"<PHONE>", "[телефон]"},
    {"<EMAIL>", "[почта]"},
  };

  private SourceMasks() {}

  /** The text with this program's masks. */
  static String rewrite(String text) {
    String rewritten = text;
    for (String[] mask : MASKS) {
      rewritten = rewritten.replace(mask[0], mask[1]);
    }
    return rewritten;
  }
}
