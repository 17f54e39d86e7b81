package org.otklik.models.topic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.otklik.models.text.Lemmatizer;
import org.otklik.models.text.Token;

/**
 * Finds what makes a message urgent by a list of words and phrases ({@code urgency.tsv}), compared
 * by dictionary forms. It sorts, it does not judge: a hit puts the message higher in the queue.
 * Safe for use by several threads.
 */
public final class UrgencyDetector {
  private static final String RESOURCE = "/org/otklik/models/topic/urgency.tsv";
  private static final List<String> REASONS =
      List.of("life-and-health", "accident", "vulnerable-people", "repeated-appeal");
  private static final int[] LEVELS = {3, 2, 1, 1};
  private static final Set<String> NEGATIONS = Set.of("не", "нет", "без", "ни");
  private static final int WORDS_PER_REASON = 3;

  private record Phrase(int reason, List<String> lemmas) {}

  private final Map<String, List<Phrase>> byFirstLemma = new HashMap<>();

  private UrgencyDetector() {}

  /** The detector with the list that ships with this jar. */
  public static UrgencyDetector load() {
    UrgencyDetector detector = new UrgencyDetector();
    Lemmatizer lemmatizer = new Lemmatizer();
    try (InputStream in = UrgencyDetector.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        detector.add(line, lemmatizer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " can't be read", e);
    }
    return detector;
  }

  private void add(String line, Lemmatizer lemmatizer) {
    String[] fields = line.split("\t");
    int reason = fields.length == 2 ? REASONS.indexOf(fields[0]) : -1;
    if (reason < 0) {
      throw new IllegalStateException(RESOURCE + ": not a reason and a phrase: " + line);
    }
    List<String> lemmas = lemmatizer.tokens(fields[1]).stream().map(Token::lemma).toList();
    byFirstLemma
        .computeIfAbsent(lemmas.get(0), unused -> new ArrayList<>())
        .add(new Phrase(reason, lemmas));
  }

  /**
   * What makes a text urgent.
   *
   * @param text the text
   * @param tokens its words
   */
  public Urgency detect(String text, List<Token> tokens) {
    List<List<String>> found = null;
    for (int i = 0; i < tokens.size(); i++) {
      List<Phrase> phrases = byFirstLemma.get(tokens.get(i).lemma());
      if (phrases == null) {
        continue;
      }
      for (Phrase phrase : phrases) {
        if (matches(phrase, tokens, i) && !isNegated(phrase, tokens, i)) {
          if (found == null) {
            found =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
          }
          int end = tokens.get(i + phrase.lemmas.size() - 1).end();
          add(text.substring(tokens.get(i).start(), end), found.get(phrase.reason));
        }
      }
    }
    return found == null ? Urgency.NONE : urgency(found);
  }

  private static void add(String words, List<String> found) {
    if (found.size() < WORDS_PER_REASON && !found.contains(words)) {
      found.add(words);
    }
  }

  private static boolean matches(Phrase phrase, List<Token> tokens, int at) {
    if (at + phrase.lemmas.size() > tokens.size()) {
      return false;
    }
    for (int i = 1; i < phrase.lemmas.size(); i++) {
      if (!phrase.lemmas.get(i).equals(tokens.get(at + i).lemma())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNegated(Phrase phrase, List<Token> tokens, int at) {
    return at > 0
        && NEGATIONS.contains(tokens.get(at - 1).lemma())
        && !NEGATIONS.contains(phrase.lemmas.get(0));
  }

  private static Urgency urgency(List<List<String>> found) {
    List<String> reasons = new ArrayList<>();
    List<String> words = new ArrayList<>();
    int level = 0;
    for (int reason = 0; reason < REASONS.size(); reason++) {
      if (!found.get(reason).isEmpty()) {
        reasons.add(REASONS.get(reason));
        words.addAll(found.get(reason));
        level = Math.max(level, LEVELS[reason]);
      }
    }
    return new Urgency(level, reasons, words);
  }
}
