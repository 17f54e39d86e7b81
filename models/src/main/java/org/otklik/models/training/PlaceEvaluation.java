package org.otklik.models.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.otklik.models.place.Place;

/**
 * Judges place resolution by a file of messages whose places people have told: tab-separated with a
 * header line and the columns {@code text} and {@code municipality}, and where they are there
 * {@code id}, {@code region}, {@code community}, {@code settlement}, {@code street} and {@code
 * difficulty}. A municipality that is empty, {@code -} or {@code outside} says that none is to be
 * told: a negative.
 */
public final class PlaceEvaluation {
  /** Tells the place of a message. */
  @FunctionalInterface
  public interface Resolution {
    /**
     * @param region the file's column region, or the wanted region where it has none
     * @param text the message
     * @param community name of the community it stood in, if one is known
     */
    Place place(String region, String text, @Nullable String community);
  }

  /**
   * How many answers of a group are right.
   *
   * @param messages messages of the group
   * @param right those whose municipality is right, or rightly left open
   */
  public record Share(int messages, int right) {
    /** Right answers per message, 0 to 1; 0 of none. */
    public double value() {
      return messages == 0 ? 0 : (double) right / messages;
    }

    private Share plus(boolean right) {
      return new Share(messages + 1, this.right + (right ? 1 : 0));
    }
  }

  /**
   * A message whose municipality is wrong.
   *
   * @param id its id in the file, or its number
   * @param text the message as it stands in the file
   * @param wanted what people told; empty for none
   * @param found what was found
   * @param reason what went wrong, in a few words
   */
  public record Miss(String id, String text, String wanted, Place found, String reason) {}

  private Share all = new Share(0, 0);
  private Share asserted = new Share(0, 0);
  private Share settlements = new Share(0, 0);
  private Share streets = new Share(0, 0);
  private final Map<String, Share> byDifficulty = new TreeMap<>();
  private final Map<String, Share> byMunicipality = new TreeMap<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private final List<Miss> misses = new ArrayList<>();

  private PlaceEvaluation() {}

  /**
   * Judges the messages of a file.
   *
   * @param region only rows of this region are judged; a file without that column is wholly of it
   * @throws IllegalArgumentException when a column or a value is missing, or no row is judged
   */
  public static PlaceEvaluation of(Path file, String region, Resolution resolution)
      throws IOException {
    PlaceEvaluation evaluation = new PlaceEvaluation();
    int number = 0;
    for (LabelTable.Row row : LabelTable.read(file, "text", "municipality").rows()) {
      number++;
      String stated = row.optional("region");
      if (stated == null || stated.equals(region)) {
        String text = row.required("text");
        Place place = resolution.place(region, text, row.optional("community"));
        String id = row.optional("id");
        evaluation.judge(row, id == null ? String.valueOf(number) : id, text, place);
      }
    }
    if (evaluation.all.messages() == 0) {
      throw new IllegalArgumentException(file + ": no rows of the region «" + region + "»");
    }
    return evaluation;
  }

  private void judge(LabelTable.Row row, String id, String text, Place place) {
    String wanted = wanted(row);
    boolean right = wanted.equals(place.municipality() == null ? "" : place.municipality());
    all = all.plus(right);
    if (wanted.isEmpty()) {
      asserted = asserted.plus(!right);
    }
    String difficulty = row.optional("difficulty");
    add(byDifficulty, difficulty == null ? "all" : difficulty, right);
    add(byMunicipality, wanted.isEmpty() ? "(none)" : wanted, right);
    String settlement = row.optional("settlement");
    if (settlement != null) {
      settlements = settlements.plus(same(settlement, place.settlement()));
    }
    String street = row.optional("street");
    if (street != null) {
      streets = streets.plus(same(street, place.street()));
    }
    if (!right) {
      String reason = reason(wanted, place);
      reasons.merge(reason, 1, Integer::sum);
      misses.add(new Miss(id, text, wanted, place, reason));
    }
  }

  private static String wanted(LabelTable.Row row) {
    String wanted = row.optional("municipality");
    return wanted == null || wanted.equals("-") || wanted.equals("outside") ? "" : wanted;
  }

  private static void add(Map<String, Share> shares, String key, boolean right) {
    shares.put(key, shares.getOrDefault(key, new Share(0, 0)).plus(right));
  }

  private static boolean same(String wanted, @Nullable String found) {
    return found != null && folded(wanted).equals(folded(found));
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
  }

  private static String reason(String wanted, Place place) {
    if (place.municipality() != null) {
      return wanted.isEmpty()
          ? "a place told where none is"
          : "another municipality, by " + place.source();
    }
    if (place.precision().equals("outside") || place.precision().equals("region")) {
      return "taken for " + (place.precision().equals("region") ? "the whole region" : "outside");
    }
    return place.alternatives().stream().anyMatch(other -> other.municipality().equals(wanted))
        ? "left open, among the alternatives"
        : "nothing found";
  }

  /** Municipalities, rightly open ones included. */
  public Share all() {
    return all;
  }

  /** Negatives; {@code right} counts the wrong places that were told on them. */
  public Share assertedOnNegatives() {
    return asserted;
  }

  /** Wrong answers in the order of the file. */
  public List<Miss> misses() {
    return List.copyOf(misses);
  }

  /** The figures as tables in Markdown. */
  public String markdown() {
    StringBuilder report = new StringBuilder();
    report.append("| what | messages | right | accuracy |\n|---|---|---|---|\n");
    line(report, "municipality", all);
    line(report, "settlement, where people told one", settlements);
    line(report, "street, where people told one", streets);
    report.append(
        String.format(
            Locale.ROOT,
            "%nWrong places told on negatives: %d of %d (%.1f %%)%n",
            asserted.right(),
            asserted.messages(),
            100 * asserted.value()));
    table(report, "difficulty", byDifficulty);
    table(report, "municipality", byMunicipality);
    report.append("\n| reason of the misses | messages |\n|---|---|\n");
    reasons.forEach(
        (reason, count) ->
            report.append("| ").append(reason).append(" | ").append(count).append(" |\n"));
    return report.toString();
  }

  private static void table(StringBuilder report, String what, Map<String, Share> shares) {
    report
        .append("\n| ")
        .append(what)
        .append(" | messages | right | accuracy |\n|---|---|---|---|\n");
    shares.forEach((name, share) -> line(report, name, share));
  }

  private static void line(StringBuilder report, String name, Share share) {
    if (share.messages() > 0) {
      report.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %d | %.3f |%n",
              name,
              share.messages(),
              share.right(),
              share.value()));
    }
  }
}
