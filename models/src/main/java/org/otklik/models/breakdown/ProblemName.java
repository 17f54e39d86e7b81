package org.otklik.models.breakdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Names a problem by the phrase of its messages that says most of what they have in common. Every
 * word of a name that says something was used by at least {@link ProblemBreakdown#FEWEST_MESSAGES}
 * messages.
 */
final class ProblemName {
  private static final int LONGEST = 5;

  /** A phrase that begins like a heading is preferred by this factor to one that does not. */
  private static final double LEADING = 2;

  /** One word («музыка») seldom tells the problem («громкая музыка»). */
  private static final double ONE_WORD = 0.5;

  /** What each further word must bring, as a share of the phrase's weight. */
  private static final double LENGTH_PENALTY = 0.08;

  private final List<ReadText> group;
  private final WordWeights weights;
  private final NameWords names;
  private final Map<String, Integer> texts = new HashMap<>();
  private final List<Set<String>> lemmas = new ArrayList<>();

  private ProblemName(List<ReadText> group, WordWeights weights, NameWords names) {
    this.group = group;
    this.weights = weights;
    this.names = names;
    for (ReadText text : group) {
      Set<String> own = text.lemmas();
      lemmas.add(own);
      own.forEach(lemma -> texts.merge(lemma, 1, Integer::sum));
    }
  }

  /** The name; empty when the messages have no word in common that may be shown. */
  static Optional<String> of(List<ReadText> group, WordWeights weights, NameWords names) {
    return new ProblemName(group, weights, names).find();
  }

  private Optional<String> find() {
    Map<String, Phrase> phrases = new TreeMap<>();
    for (ReadText text : group) {
      for (int start = 0; start < text.words().size(); start++) {
        collect(text.words(), start, phrases);
      }
    }
    return phrases.values().stream()
        .max(
            Comparator.comparingDouble(this::score)
                .thenComparing(Phrase::written, Comparator.reverseOrder()))
        .map(phrase -> capitalised(phrase.written()));
  }

  private void collect(List<Word> words, int start, Map<String, Phrase> phrases) {
    StringBuilder written = new StringBuilder();
    for (int end = start; end < words.size() && end - start < LONGEST; end++) {
      Word word = words.get(end);
      boolean allowed = names.allows(word) && (word.empty() || isCommon(word));
      if (!allowed || (end > start && word.afterGap())) {
        return;
      }
      written.append(written.isEmpty() ? "" : " ").append(word.written().toLowerCase(Locale.ROOT));
      List<Word> phrase = words.subList(start, end + 1);
      if (isWhole(
          phrase, start > 0 && !words.get(start).afterGap() ? words.get(start - 1) : null)) {
        String key = written.toString();
        phrases.merge(
            key,
            new Phrase(key, phrase, 1),
            (old, same) -> new Phrase(key, old.words, old.count + 1));
      }
    }
  }

  private boolean isCommon(Word word) {
    return texts.getOrDefault(word.lemma(), 0) >= ProblemBreakdown.FEWEST_MESSAGES;
  }

  /**
   * Has a noun, begins and ends with words that say something, and leaves out no negation before
   * it.
   */
  private boolean isWhole(List<Word> phrase, @Nullable Word before) {
    Word first = phrase.get(0);
    Word last = phrase.get(phrase.size() - 1);
    return phrase.stream().anyMatch(word -> !word.empty() && names.isNoun(word))
        && (!first.empty() || first.isNegation())
        && (!last.empty() || last.surface().equals("нет"))
        && (before == null || !before.isNegation());
  }

  private double score(Phrase phrase) {
    Set<String> said = new HashSet<>();
    double weight = 0;
    for (Word word : phrase.words) {
      if (!word.empty() && said.add(word.lemma())) {
        weight += texts.get(word.lemma()) * weights.rarity(word.lemma());
      }
    }
    long support = lemmas.stream().filter(own -> own.containsAll(said)).count();
    double share = support / (double) group.size();
    return weight
        * (0.3 + share)
        * (1 + 0.2 * Math.log(phrase.count))
        * (1 - LENGTH_PENALTY * (phrase.words.size() - 1))
        * (names.leads(phrase.words.get(0)) ? LEADING : 1)
        * (phrase.words.size() > 1 ? 1 : ONE_WORD);
  }

  private static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** A phrase as people wrote it, and how often they did. */
  private record Phrase(String written, List<Word> words, int count) {}
}
