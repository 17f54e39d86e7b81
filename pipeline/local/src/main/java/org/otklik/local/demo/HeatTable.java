package org.otklik.local.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The heat map as a table for the terminal: municipalities down, themes across, hotter cells in
 * stronger colours. Rows and columns with most messages come first.
 */
public final class HeatTable {
  private static final int[] COLOURS = {
    0, 229, 222, 215, 208, 202, 196
  }; // of the 256-colour palette, pale to red
  private static final int CELL = 5;

  private final boolean colours;
  private final Map<String, String> themeNames;

  /**
   * @param themeNames names of the themes by id, for people
   * @param colours whether the terminal shows colours
   */
  public HeatTable(Map<String, String> themeNames, boolean colours) {
    this.themeNames = themeNames;
    this.colours = colours;
  }

  /**
   * The table as text.
   *
   * @param cells messages by municipality and then theme id; the municipality is empty for posts
   *     whose place is unknown
   */
  public String render(Map<String, Map<String, Long>> cells) {
    Map<String, Long> perTheme = new TreeMap<>();
    Map<String, Long> perMunicipality = new TreeMap<>();
    long hottest = 1;
    for (Map.Entry<String, Map<String, Long>> row : cells.entrySet()) {
      for (Map.Entry<String, Long> cell : row.getValue().entrySet()) {
        perTheme.merge(cell.getKey(), cell.getValue(), Long::sum);
        perMunicipality.merge(row.getKey(), cell.getValue(), Long::sum);
        hottest = Math.max(hottest, cell.getValue());
      }
    }
    List<String> themes = byCount(perTheme);
    List<String> municipalities = byCount(perMunicipality);
    int nameWidth = municipalities.stream().mapToInt(m -> name(m).length()).max().orElse(10);

    StringBuilder table = new StringBuilder();
    table.append(" ".repeat(nameWidth));
    for (int column = 1; column <= themes.size(); column++) {
      table.append(String.format(Locale.ROOT, "%" + CELL + "d", column));
    }
    table.append("  всего\n");
    for (String municipality : municipalities) {
      table.append(String.format(Locale.ROOT, "%-" + nameWidth + "s", name(municipality)));
      for (String theme : themes) {
        long count = cells.get(municipality).getOrDefault(theme, 0L);
        table.append(cell(count, hottest));
      }
      table.append(String.format(Locale.ROOT, "%7d%n", perMunicipality.get(municipality)));
    }
    table.append(String.format(Locale.ROOT, "%-" + nameWidth + "s", "всего"));
    for (String theme : themes) {
      table.append(String.format(Locale.ROOT, "%" + CELL + "d", perTheme.get(theme)));
    }
    table.append(
        String.format(
            Locale.ROOT, "%7d%n", perTheme.values().stream().mapToLong(Long::longValue).sum()));
    return table.append(legend(themes)).toString();
  }

  private String legend(List<String> themes) {
    StringBuilder legend = new StringBuilder("\n");
    for (int i = 0; i < themes.size(); i++) {
      legend.append(
          String.format(
              Locale.ROOT,
              "%2d %-42s",
              i + 1,
              themeNames.getOrDefault(themes.get(i), themes.get(i))));
      if (i % 2 == 1 || i == themes.size() - 1) {
        legend.append('\n');
      }
    }
    return legend.toString();
  }

  private static String name(String municipality) {
    return municipality.isEmpty() ? "место неизвестно" : municipality;
  }

  private String cell(long count, long hottest) {
    String text =
        count == 0
            ? " ".repeat(CELL - 1) + "·"
            : String.format(Locale.ROOT, "%" + CELL + "d", count);
    if (!colours || count == 0) {
      return text;
    }
    int strength =
        1 + (int) ((COLOURS.length - 2) * Math.log(count) / Math.max(Math.log(hottest), 1e-9));
    int colour = COLOURS[Math.min(strength, COLOURS.length - 1)];
    return "\u001b[30;48;5;" + colour + "m" + text + "\u001b[0m";
  }

  private static List<String> byCount(Map<String, Long> counts) {
    List<String> keys = new ArrayList<>(counts.keySet());
    keys.sort(
        Comparator.comparing((String key) -> -counts.get(key))
            .thenComparing(Comparator.naturalOrder()));
    return keys;
  }
}
