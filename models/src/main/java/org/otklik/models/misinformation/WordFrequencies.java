package org.otklik.models.misinformation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.otklik.models.text.Lemmatizer;
import org.otklik.models.text.MarkupRemover;
import org.otklik.models.text.Token;

/** Counts words of everyday messages: the file {@code word-frequencies.tsv} of {@link Words}. */
public final class WordFrequencies {
  private static final String HEAD =
      """
      # In how many of some 2,600 everyday messages to authorities a word stands: lemma, tab, messages; * = all messages.
      # Written by WordFrequencies: dictionary words of at least three messages, no names.
      """;

  private static final int LEAST_MESSAGES = 3;

  private final Lemmatizer lemmatizer = new Lemmatizer();

  /**
   * Counts in how many messages each dictionary word stands; words of fewer than three messages are
   * left out, and so are words that the dictionary knows only as names, or not at all: no person
   * can be read from the file.
   */
  public String lines(List<String> messages) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String message : messages) {
      Set<String> seen = new HashSet<>();
      for (Token token : lemmatizer.tokens(MarkupRemover.plain(message))) {
        if (lemmatizer.isCommonWord(token.surface()) && seen.add(token.lemma())) {
          counts.merge(token.lemma(), 1, Integer::sum);
        }
      }
    }
    StringBuilder lines = new StringBuilder(HEAD + "*\t" + messages.size() + "\n");
    counts.forEach(
        (lemma, count) -> {
          if (count >= LEAST_MESSAGES) {
            lines.append(lemma).append('\t').append(count).append('\n');
          }
        });
    return lines.toString();
  }
}
