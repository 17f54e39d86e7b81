package org.otklik.models.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds names in all their forms: a hash table of the stems of the rarest word of each name, asked
 * for every beginning of every word; where a stem stands, its ending and the name's other words are
 * checked. So the table grows with the number of names, not of forms.
 *
 * <p>Names are sought at the starts of words only, so that an automaton with failure links
 * (Aho-Corasick) would find nothing more. Its trie was tried: for 150,000 names it took three
 * seconds longer to build and did not fit into 250 MB.
 */
final class NameIndex {

  /** A name that stands in a text: from word to word, with its cases and what it may mean. */
  record Hit(int first, int last, int cases, NamePattern pattern, Meaning meaning) {}

  /** A name under a stem of one of its words, with the endings that the stem may take. */
  private record Slot(NamePattern pattern, int word, Paradigm paradigm, Meaning meaning) {}

  private static final int FILTER_BITS = 1 << 21;

  private final String[] stems;
  private final Slot[][] slots;
  private final long[] filter = new long[FILTER_BITS / 64];
  private final int shortest;
  private final int longest;

  private NameIndex(Map<String, List<Slot>> byStem) {
    int capacity = Integer.highestOneBit(Math.max(16, byStem.size() * 2)) << 1;
    this.stems = new String[capacity];
    this.slots = new Slot[capacity][];
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (Map.Entry<String, List<Slot>> entry : byStem.entrySet()) {
      String stem = entry.getKey();
      int hash = stem.hashCode();
      int at = place(hash);
      while (stems[at] != null) {
        at = at + 1 & capacity - 1;
      }
      stems[at] = stem;
      slots[at] = entry.getValue().toArray(Slot[]::new);
      int bit = bit(hash);
      filter[bit >>> 6] |= 1L << bit;
      least = Math.min(least, stem.length());
      most = Math.max(most, stem.length());
    }
    this.shortest = least;
    this.longest = most;
  }

  private static int mixed(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ mixed >>> 16;
  }

  private int place(int hash) {
    return mixed(hash) & stems.length - 1;
  }

  private static int bit(int hash) {
    return mixed(hash ^ 0x5bd1e995) & FILTER_BITS - 1;
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
      Map<String, List<Slot>> byStem = new HashMap<>(patterns.size() * 2);
      for (int i = 0; i < patterns.size(); i++) {
        NamePattern pattern = patterns.get(i);
        int key = rarestWord(pattern, frequencies);
        for (Stem stem : pattern.words()[key]) {
          byStem
              .computeIfAbsent(stem.text(), text -> new ArrayList<>(1))
              .add(new Slot(pattern, key, stem.paradigm(), meanings.get(i)));
        }
      }
      return new NameIndex(byStem);
    }

    /** The word of a name that fewest names share; the longer one of equals. */
    private static int rarestWord(NamePattern pattern, Map<String, Integer> frequencies) {
      Stem[][] words = pattern.words();
      int best = 0;
      for (int i = 1; i < words.length; i++) {
        String known = words[best][0].text();
        String other = words[i][0].text();
        int rarer = Integer.compare(frequencies.get(other), frequencies.get(known));
        boolean better = rarer < 0 || rarer == 0 && other.length() > known.length();
        if (known.length() < 3 || other.length() >= 3 && better) {
          best = i;
        }
      }
      return best;
    }
  }

  /** All names of a text on word boundaries, in no order; they may overlap. */
  List<Hit> hits(FoldedText text) {
    List<Hit> hits = new ArrayList<>(4);
    for (int i = 0; i < text.size(); i++) {
      String word = text.word(i);
      int hash = 0;
      int end = Math.min(word.length(), longest);
      for (int length = 1; length <= end; length++) {
        hash = 31 * hash + word.charAt(length - 1);
        if (length >= shortest) {
          int bit = bit(hash);
          if ((filter[bit >>> 6] & 1L << bit) != 0) {
            collect(text, i, length, hash, hits);
          }
        }
      }
    }
    return hits;
  }

  private void collect(FoldedText text, int word, int length, int hash, List<Hit> hits) {
    for (int at = place(hash); stems[at] != null; at = at + 1 & stems.length - 1) {
      String stem = stems[at];
      if (stem.length() == length && text.word(word).startsWith(stem)) {
        for (Slot slot : slots[at]) {
          if (slot.paradigm.casesOf(text.word(word), length) != 0) {
            check(text, word, slot, hits);
          }
        }
        return;
      }
    }
  }

  private static void check(FoldedText text, int word, Slot slot, List<Hit> hits) {
    NamePattern pattern = slot.pattern;
    int cases = pattern.casesOf(slot.word, text.word(word));
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
    if (hits.isEmpty()) {
      return List.of();
    }
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
