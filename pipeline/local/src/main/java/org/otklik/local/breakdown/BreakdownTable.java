package org.otklik.local.breakdown;

import java.util.Locale;
import org.otklik.models.breakdown.ConcreteProblem;
import org.otklik.models.breakdown.ProblemBreakdown;
import org.otklik.models.breakdown.Text;

/** A breakdown as a table for the terminal: problem, count, share, and examples below each. */
public final class BreakdownTable {
  private static final String REST = "Остальное";
  private static final int NARROWEST = 30;
  private static final int EXAMPLE = 100;
  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

  private BreakdownTable() {}

  /**
   * The table as text.
   *
   * @param title what was broken down
   */
  public static String render(String title, ProblemBreakdown breakdown) {
    int width =
        breakdown.problems().stream()
            .mapToInt(problem -> problem.name().length())
            .reduce(NARROWEST, Math::max);
    StringBuilder table = new StringBuilder();
    table.append(title).append(String.format(RUSSIAN, ", сообщений: %d%n%n", breakdown.messages()));
    table.append(
        String.format(RUSSIAN, "%-" + width + "s %10s %8s%n", "Проблема", "Сообщений", "Доля"));
    for (ConcreteProblem problem : breakdown.problems()) {
      table.append(row(width, problem.name(), problem.count(), breakdown.messages()));
      for (Text example : problem.examples()) {
        table.append(
            String.format(
                RUSSIAN,
                "    %s  %s%n",
                abridged(example.id(), 16),
                abridged(example.text(), EXAMPLE)));
      }
    }
    return table.append(row(width, REST, breakdown.rest(), breakdown.messages())).toString();
  }

  private static String row(int width, String name, int count, int messages) {
    return String.format(
        RUSSIAN,
        "%-" + width + "s %10d %6.1f %%%n",
        name,
        count,
        messages == 0 ? 0.0 : 100.0 * count / messages);
  }

  private static String abridged(String text, int length) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= length ? line : line.substring(0, length - 1).stripTrailing() + "…";
  }
}
