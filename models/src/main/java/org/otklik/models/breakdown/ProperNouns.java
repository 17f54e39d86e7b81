package org.otklik.models.breakdown;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which words name somebody or some place, judged by how people write them: with a capital inside
 * sentences. Two messages from one town do not speak of one problem, and names of people must not
 * stand in a problem's name. Words all in capitals (ФАП, shouting) do not count.
 */
final class ProperNouns {
  private final Set<String> lemmas;

  private ProperNouns(Set<String> lemmas) {
    this.lemmas = lemmas;
  }

  static ProperNouns in(Collection<ReadText> texts) {
    // +1 for each occurrence with a capital, -1 for each without
    Map<String, Integer> balance = new HashMap<>();
    for (ReadText text : texts) {
      for (Word word : text.words()) {
        if (!word.afterGap() && !word.isShouted()) {
          balance.merge(word.lemma(), word.isCapitalised() ? 1 : -1, Integer::sum);
        }
      }
    }
    return new ProperNouns(
        balance.entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet()));
  }

  boolean contains(Word word) {
    return lemmas.contains(word.lemma());
  }
}
