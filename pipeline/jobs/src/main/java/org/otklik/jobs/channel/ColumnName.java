package org.otklik.jobs.channel;

import java.util.Locale;
import java.util.regex.Pattern;

/** How the columns of exports are named, however the export has spaced and capitalised the name. */
final class ColumnName {
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F]+");

  private ColumnName() {}

  /** The name for people: trimmed, single spaces, without a byte order mark. */
  static String tidy(String header) {
    return SPACES.matcher(header.replace("\uFEFF", "")).replaceAll(" ").strip();
  }

  /** The name for comparison: tidy, in lower case, with е for ё. */
  static String key(String header) {
    return tidy(header).toLowerCase(Locale.ROOT).replace('ё', 'е');
  }
}
