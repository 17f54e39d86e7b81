package org.otklik.models.bursts;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * When so many messages are a burst; from {@code config/bursts.yaml}, where each key is explained.
 *
 * @param threshold a burst is what happens by chance with a smaller probability than this
 * @param windowHours lengths of the windows that are looked at, in hours
 * @param minimumCount at least so many messages
 * @param quietHours so many hours without anything unusual end a burst
 * @param learningDays so many days of the region's messages must be known first
 * @param strongCount from so many messages on the severity is one higher
 * @param urgentShare from this share of urgent messages on the severity is one higher, 0 to 1
 * @param prior what is believed before anything has been counted
 */
public record BurstSettings(
    double threshold,
    List<Integer> windowHours,
    int minimumCount,
    int quietHours,
    int learningDays,
    int strongCount,
    double urgentShare,
    BurstPrior prior)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The file's name in the configuration folder. */
  public static final String FILE = "bursts.yaml";

  private static final int LONGEST_WINDOW = 24;
  private static final int A_MONTH = 28;
  private static final int MANY = 10_000;
  private static final Set<String> KEYS =
      Set.of(
          "threshold",
          "window-hours",
          "minimum-count",
          "quiet-hours",
          "learning-days",
          "strong-count",
          "urgent-share",
          "prior");
  private static final Set<String> PRIOR_KEYS =
      Set.of(
          "theme-per-week",
          "cycle-messages",
          "place-shape",
          "window-shape",
          "liveliness",
          "overdispersion");

  public BurstSettings {
    windowHours = List.copyOf(windowHours);
  }

  /** The longest window in hours. */
  public int longestWindow() {
    return windowHours.stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  /**
   * Reads the file.
   *
   * @param configuration the folder {@code config}
   * @throws IllegalArgumentException when the file is missing or wrong: one line per fault, each
   *     with file, key and what is expected
   */
  public static BurstSettings load(Path configuration) throws IOException {
    Path file = configuration.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(file + " is missing: take it from the distribution");
    }
    JsonNode tree;
    try {
      tree = new YAMLMapper().readTree(file.toFile());
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          file + ": is not valid YAML: " + e.getOriginalMessage(), e);
    }
    Reading reading = new Reading(file, new ArrayList<>());
    reading.expectKeys("", tree, KEYS);
    JsonNode prior = tree.path("prior");
    reading.expectKeys("prior.", prior, PRIOR_KEYS);
    BurstSettings settings =
        new BurstSettings(
            reading.number("threshold", tree.path("threshold"), 1e-15, 0.01),
            reading.windows(tree.path("window-hours")),
            reading.whole("minimum-count", tree.path("minimum-count"), 2, MANY),
            reading.whole("quiet-hours", tree.path("quiet-hours"), 1, LONGEST_WINDOW),
            reading.whole("learning-days", tree.path("learning-days"), 1, A_MONTH),
            reading.whole("strong-count", tree.path("strong-count"), 2, MANY),
            reading.number("urgent-share", tree.path("urgent-share"), 0, 1),
            new BurstPrior(
                reading.number("prior.theme-per-week", prior.path("theme-per-week"), 1e-3, MANY),
                reading.number("prior.cycle-messages", prior.path("cycle-messages"), 1e-3, MANY),
                reading.number("prior.place-shape", prior.path("place-shape"), 1e-3, MANY),
                reading.number("prior.window-shape", prior.path("window-shape"), 1e-3, MANY),
                reading.number("prior.liveliness", prior.path("liveliness"), 0, MANY),
                reading.number("prior.overdispersion", prior.path("overdispersion"), 0, MANY)));
    if (!reading.faults.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), reading.faults));
    }
    return settings;
  }

  /** One reading of a file, with what was found wrong in it. */
  private record Reading(Path file, List<String> faults) {
    void expectKeys(String path, JsonNode object, Set<String> known) {
      for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        if (!known.contains(name)) {
          faults.add(
              file
                  + ": "
                  + path
                  + name
                  + ": there is no such key; there are "
                  + known.stream().sorted().toList());
        }
      }
    }

    double number(String key, JsonNode node, double least, double most) {
      if (!node.isNumber() || node.asDouble() < least || node.asDouble() > most) {
        faults.add(
            file + ": " + key + ": write a number from " + least + " to " + most + found(node));
      }
      return node.asDouble();
    }

    int whole(String key, JsonNode node, int least, int most) {
      if (!node.isInt() || node.asInt() < least || node.asInt() > most) {
        faults.add(
            file
                + ": "
                + key
                + ": write a whole number from "
                + least
                + " to "
                + most
                + found(node));
      }
      return node.asInt();
    }

    List<Integer> windows(JsonNode node) {
      List<Integer> hours = new ArrayList<>();
      if (!node.isArray() || node.isEmpty()) {
        faults.add(file + ": window-hours: write a list of hours, such as [1, 2, 3]" + found(node));
      }
      for (int i = 0; i < node.size(); i++) {
        hours.add(whole("window-hours[" + i + "]", node.path(i), 1, LONGEST_WINDOW));
      }
      return hours;
    }

    private static String found(JsonNode node) {
      return node.isMissingNode() ? "; it is missing" : ", not " + node;
    }
  }
}
