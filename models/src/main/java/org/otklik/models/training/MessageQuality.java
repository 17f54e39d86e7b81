package org.otklik.models.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.otklik.models.text.MarkupRemover;
import org.otklik.models.text.PersonalDataMasker;
import org.otklik.models.topic.MessageReader;
import org.otklik.models.topic.Understanding;

/**
 * How well urgency and several problems in one message are found.
 *
 * @param texts messages whose urgency people have stated
 * @param sameLevel share of them whose level, 0 to 3, is the stated one
 * @param urgentPrecision share of messages of level 2 and 3 found that people gave 2 or 3
 * @param urgentRecall share of messages to which people gave 2 or 3 that were found as such
 * @param calmRaised share of messages to which people gave 0 that were found as 2 or 3
 * @param raisedTexts messages whose problems people have listed
 * @param raisedPrecision share of the themes found that people listed
 * @param raisedRecall share of the themes listed that were found
 * @param several messages of more than one problem
 * @param severalFound share of them in which more than one theme was found
 */
public record MessageQuality(
    int texts,
    double sameLevel,
    double urgentPrecision,
    double urgentRecall,
    double calmRaised,
    int raisedTexts,
    double raisedPrecision,
    double raisedRecall,
    int several,
    double severalFound) {
  private static final int URGENT = 2;

  private record Judged(int statedUrgency, List<String> listed, Understanding found) {}

  /**
   * Judges a reader by the columns {@code urgency} (0 to 3) and {@code raised} (ids of themes,
   * separated by commas) of a table with the column {@code text}.
   *
   * @return empty when the table has none of the two
   * @throws IllegalArgumentException when an urgency is no number from 0 to 3; the message names
   *     the file
   */
  static Optional<MessageQuality> of(MessageReader reader, Path file) throws IOException {
    List<Judged> judged = new ArrayList<>();
    for (LabelTable.Row row : LabelTable.read(file, "text").rows()) {
      String urgency = row.optional("urgency");
      String raised = row.optional("raised");
      if (urgency == null && raised == null) {
        continue;
      }
      String text = MarkupRemover.plain(SourceMasks.rewrite(row.required("text")));
      judged.add(
          new Judged(
              urgency == null ? -1 : level(file, urgency),
              raised == null ? List.of() : List.of(raised.split("\\s*,\\s*")),
              reader.read(PersonalDataMasker.mask(text))));
    }
    return judged.isEmpty() ? Optional.empty() : Optional.of(of(judged));
  }

  private static int level(Path file, String urgency) {
    if (!urgency.matches("[0-3]")) {
      throw new IllegalArgumentException(
          file + ": urgency is «" + urgency + "», it must be a number from 0 to 3");
    }
    return Integer.parseInt(urgency);
  }

  private static MessageQuality of(List<Judged> judged) {
    List<Judged> levels = judged.stream().filter(one -> one.statedUrgency >= 0).toList();
    long found = levels.stream().filter(MessageQuality::isFoundUrgent).count();
    long stated = levels.stream().filter(one -> one.statedUrgency >= URGENT).count();
    long both =
        levels.stream().filter(one -> one.statedUrgency >= URGENT && isFoundUrgent(one)).count();
    List<Judged> calm = levels.stream().filter(one -> one.statedUrgency == 0).toList();
    List<Judged> lists = judged.stream().filter(one -> !one.listed.isEmpty()).toList();
    long raised = lists.stream().mapToLong(one -> one.found.raised().size()).sum();
    long listed = lists.stream().mapToLong(one -> one.listed.size()).sum();
    long shared =
        lists.stream()
            .mapToLong(one -> one.found.raised().stream().filter(one.listed::contains).count())
            .sum();
    List<Judged> several = lists.stream().filter(one -> one.listed.size() > 1).toList();
    return new MessageQuality(
        levels.size(),
        share(
            levels.stream().filter(one -> one.found.urgency().level() == one.statedUrgency).count(),
            levels.size()),
        share(both, found),
        share(both, stated),
        share(calm.stream().filter(MessageQuality::isFoundUrgent).count(), calm.size()),
        lists.size(),
        share(shared, raised),
        share(shared, listed),
        several.size(),
        share(
            several.stream().filter(one -> one.found.raised().size() > 1).count(), several.size()));
  }

  private static boolean isFoundUrgent(Judged one) {
    return one.found.urgency().level() >= URGENT;
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** The figures for people, in Markdown. */
  String markdown() {
    return String.format(
        Locale.ROOT,
        "urgency: texts %d, level as stated %.3f; urgent (2 or 3): precision %.3f, recall %.3f, of those stated 0 raised %.3f%n"
            + "themes raised: texts %d, precision %.3f, recall %.3f; %d of several problems, %.3f found as such%n",
        texts,
        sameLevel,
        urgentPrecision,
        urgentRecall,
        calmRaised,
        raisedTexts,
        raisedPrecision,
        raisedRecall,
        several,
        severalFound);
  }
}
