package org.otklik.models.place;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds names in all their forms in one pass: a double-array Aho-Corasick automaton over the stems
 * of the rarest word of each name; where a stem stands at the start of a word, its ending and the
 * name's other words are checked. So the automaton grows with the number of names, not of forms.
 */
final class NameIndex {

  /** A name that stands in a text: from word to word, with its cases and what it may mean. */
  record Hit(int first, int last, int cases, NamePattern pattern, Meaning meaning) {}

  private record Slot(NamePattern pattern, int word, Meaning meaning) {}

  private final AhoCorasickDoubleArrayTrie<Slot[]> automaton;

  private NameIndex(AhoCorasickDoubleArrayTrie<Slot[]> automaton) {
    this.automaton = automaton;
  }

  /** Collects names. */
  static final class Builder {
    private final List<NamePattern> patterns = new ArrayList<>();
    private final List<Meaning> meanings = new ArrayList<>();

    Builder add(List<NamePattern> added, Meaning meaning) {
      for (NamePattern pattern : added) {
        patterns.add(pattern);
        meanings.add(meaning);
      }
      return this;
    }

    NameIndex build() {
      Map<String, Integer> frequencies = new HashMap<>();
      for (NamePattern pattern : patterns) {
        if (pattern.words().length > 1) {
          for (Stem[] word : pattern.words()) {
            frequencies.merge(word[0].text(), 1, Integer::sum);
          }
        }
      }
      Map<String, List<Slot>> slots = new HashMap<>();
      for (int i = 0; i < patterns.size(); i++) {
        NamePattern pattern = patterns.get(i);
        int key = rarestWord(pattern, frequencies);
        Slot slot = new Slot(pattern, key, meanings.get(i));
        for (Stem stem : pattern.words()[key]) {
          List<Slot> same = slots.computeIfAbsent(stem.text(), text -> new ArrayList<>(1));
          if (same.isEmpty() || same.get(same.size() - 1) != slot) {
            same.add(slot);
          }
        }
      }
      TreeMap<String, Slot[]> sorted = new TreeMap<>();
      slots.forEach((stem, list) -> sorted.put(stem, list.toArray(Slot[]::new)));
      AhoCorasickDoubleArrayTrie<Slot[]> automaton = new AhoCorasickDoubleArrayTrie<>();
      automaton.build(sorted);
      return new NameIndex(automaton);
    }

    private static int rarestWord(NamePattern pattern, Map<String, Integer> frequencies) {
      Stem[][] words = pattern.words();
      int best = 0;
      for (int i = 1; i < words.length; i++) {
        int rarer =
            Integer.compare(
                frequencies.get(words[i][0].text()), frequencies.get(words[best][0].text()));
        if (words[best][0].text().length() < 3
            || words[i][0].text().length() >= 3
                && (rarer < 0
                    || rarer == 0
                        && words[i][0].text().length() > words[best][0].text().length())) {
          best = i;
        }
      }
      return best;
    }
  }

  /** All names of a text on word boundaries, in no order; they may overlap. */
  List<Hit> hits(FoldedText text) {
    List<Hit> hits = new ArrayList<>(4);
    automaton.parseText(
        text.folded(),
        (begin, end, slots) -> {
          int word = text.wordStartingAt(begin);
          if (word >= 0 && text.end(word) >= end) {
            for (Slot slot : slots) {
              check(text, word, slot, hits);
            }
          }
        });
    return hits;
  }

  private static void check(FoldedText text, int word, Slot slot, List<Hit> hits) {
    NamePattern pattern = slot.pattern;
    int cases = pattern.casesOf(slot.word, text.word(word));
    if (cases == 0) {
      return;
    }
    int first = word - slot.word;
    int last = first + pattern.words().length - 1;
    if (first < 0 || last >= text.size()) {
      return;
    }
    for (int i = first; i <= last; i++) {
      if (i < last
          && !(text.isJoined(i) || text.word(i).length() < 4 && text.isJoinedOrDotted(i))) {
        return;
      }
      if (i != word) {
        cases &= pattern.casesOf(i - first, text.word(i));
        if (cases == 0) {
          return;
        }
      }
    }
    for (Hit known : hits) {
      if (known.pattern == pattern && known.first == first) {
        return;
      }
    }
    hits.add(new Hit(first, last, cases, pattern, slot.meaning));
  }

  /** The hits that no longer hit covers, grouped by their words, in the order of the text. */
  static List<List<Hit>> longest(List<Hit> hits) {
    Hit[] sorted = hits.toArray(Hit[]::new);
    Arrays.sort(
        sorted,
        (one, other) ->
            one.first != other.first
                ? Integer.compare(one.first, other.first)
                : Integer.compare(other.last, one.last));
    List<List<Hit>> groups = new ArrayList<>();
    int coveredTo = -1;
    for (Hit hit : sorted) {
      if (!groups.isEmpty()) {
        Hit previous = groups.get(groups.size() - 1).get(0);
        if (hit.first == previous.first && hit.last == previous.last) {
          groups.get(groups.size() - 1).add(hit);
          continue;
        }
      }
      if (hit.first > coveredTo) {
        List<Hit> group = new ArrayList<>(2);
        group.add(hit);
        groups.add(group);
        coveredTo = hit.last;
      }
    }
    return groups;
  }
}
