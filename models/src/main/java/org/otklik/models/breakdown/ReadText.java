package org.otklik.models.breakdown;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A message as the breakdown sees it.
 *
 * @param masked the message, personal data masked
 * @param words its words in their order, without masks
 */
record ReadText(Text masked, List<Word> words) {

  /** The same with proper nouns as words that say nothing. */
  ReadText without(ProperNouns names) {
    return new ReadText(
        masked, words.stream().map(word -> names.contains(word) ? word.emptied() : word).toList());
  }

  /** Dictionary forms of the words that say something, each once, in the order of the text. */
  Set<String> lemmas() {
    Set<String> lemmas = new LinkedHashSet<>();
    for (Word word : words) {
      if (!word.empty()) {
        lemmas.add(word.lemma());
      }
    }
    return lemmas;
  }
}
