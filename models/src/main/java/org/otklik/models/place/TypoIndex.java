package org.otklik.models.place;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the name of seven letters or more that a misspelt word means: by the stems with one letter
 * left out (a deletion neighbourhood), after letters that sound alike are made one («карсаков» →
 * Корсаков, «нивельск» → Невельск). A name so found differs by one letter left out, put in, changed
 * or swapped, besides such letters.
 */
final class TypoIndex {
  static final int SHORTEST_NAME = 7;
  private static final int SHORTEST_STEM = 5;
  private static final int LONGEST_ENDING = 6;

  private record Entry(Stem stem, NamePattern pattern, Meaning meaning, String sound) {}

  /** A name found: how it is declined and what it means. */
  record Match(NamePattern pattern, Meaning meaning, int cases, int letters) {}

  private final List<Entry> entries = new ArrayList<>();
  private int[] keys = new int[1 << 12];
  private int[] values = new int[1 << 12];
  private int used;

  /** Adds those patterns that are one word of seven letters or more. */
  void add(List<NamePattern> patterns, Meaning meaning) {
    for (NamePattern pattern : patterns) {
      Stem stem = pattern.words()[0][0];
      int letters =
          meaning.kind() == Meaning.Kind.MUNICIPALITY || pattern.adjective()
              ? stem.text().length()
              : FoldedText.fold(meaning.name()).length();
      if (pattern.words().length == 1
          && letters >= SHORTEST_NAME
          && stem.text().length() >= SHORTEST_STEM) {
        String sound = sound(stem.text());
        int entry = entries.size();
        entries.add(new Entry(stem, pattern, meaning, sound));
        put(sound.hashCode(), entry);
        for (int i = 0; i < sound.length(); i++) {
          if (i == 0 || sound.charAt(i) != sound.charAt(i - 1)) {
            put(hashWithout(sound, i), entry);
          }
        }
      }
    }
  }

  private void put(int key, int entry) {
    if (used * 5 > keys.length * 3) {
      int[] oldKeys = keys;
      int[] oldValues = values;
      keys = new int[oldKeys.length * 2];
      values = new int[oldKeys.length * 2];
      used = 0;
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldValues[i] != 0) {
          insert(oldKeys[i], oldValues[i]);
        }
      }
    }
    insert(key, entry + 1);
  }

  private void insert(int key, int value) {
    int slot = slot(key);
    while (values[slot] != 0) {
      slot = (slot + 1) & (keys.length - 1);
    }
    keys[slot] = key;
    values[slot] = value;
    used++;
  }

  private int slot(int key) {
    int mixed = key * 0x9E3779B9;
    return (mixed ^ mixed >>> 15) & (keys.length - 1);
  }

  private static int hashWithout(String text, int index) {
    int hash = 0;
    for (int i = 0; i < text.length(); i++) {
      if (i != index) {
        hash = 31 * hash + text.charAt(i);
      }
    }
    return hash;
  }

  /** Letters that are confused by ear made one, doubled letters single, signs left out. */
  static String sound(String text) {
    StringBuilder sound = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c =
          switch (text.charAt(i)) {
            case 'о' -> 'а';
            case 'е', 'э' -> 'и';
            case 'ь', 'ъ' -> 0;
            default -> text.charAt(i);
          };
      if (c != 0 && (sound.isEmpty() || sound.charAt(sound.length() - 1) != c)) {
        sound.append(c);
      }
    }
    return sound.toString();
  }

  /** The names that a folded word may be a misspelt form of; the nearest only. */
  List<Match> find(String word) {
    if (word.length() < SHORTEST_STEM + 1 || entries.isEmpty()) {
      return List.of();
    }
    List<Match> found = new ArrayList<>(2);
    int nearest = 3;
    for (int length = word.length();
        length >= Math.max(SHORTEST_STEM - 1, word.length() - LONGEST_ENDING);
        length--) {
      String sound = sound(word.substring(0, length));
      nearest = collect(sound, sound.hashCode(), word, length, found, nearest);
      for (int i = 0; i < sound.length(); i++) {
        nearest = collect(sound, hashWithout(sound, i), word, length, found, nearest);
      }
    }
    return found;
  }

  private int collect(
      String sound, int key, String word, int length, List<Match> found, int nearest) {
    int closest = nearest;
    for (int slot = slot(key); values[slot] != 0; slot = (slot + 1) & (keys.length - 1)) {
      if (keys[slot] != key) {
        continue;
      }
      Entry entry = entries.get(values[slot] - 1);
      int cases = entry.stem.paradigm().casesOf(word, length);
      if (cases == 0) {
        continue;
      }
      int distance = distance(sound, entry.sound);
      if (distance > 1 || distance > closest) {
        continue;
      }
      if (distance < closest) {
        found.clear();
        closest = distance;
      }
      if (!contains(found, entry)) {
        found.add(new Match(entry.pattern, entry.meaning, cases, distance));
      }
    }
    return closest;
  }

  private static boolean contains(List<Match> found, Entry entry) {
    for (Match match : found) {
      if (match.pattern == entry.pattern) {
        return true;
      }
    }
    return false;
  }

  /** 0, 1, or 2 for more: letters left out, put in, changed, or two neighbours swapped. */
  static int distance(String one, String other) {
    if (one.equals(other)) {
      return 0;
    }
    int shorter = Math.min(one.length(), other.length());
    if (Math.abs(one.length() - other.length()) > 1) {
      return 2;
    }
    int start = 0;
    while (start < shorter && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    int oneEnd = one.length();
    int otherEnd = other.length();
    while (oneEnd > start
        && otherEnd > start
        && one.charAt(oneEnd - 1) == other.charAt(otherEnd - 1)) {
      oneEnd--;
      otherEnd--;
    }
    int oneLeft = oneEnd - start;
    int otherLeft = otherEnd - start;
    if (oneLeft <= 1 && otherLeft <= 1) {
      return 1;
    }
    boolean swapped =
        oneLeft == 2
            && otherLeft == 2
            && one.charAt(start) == other.charAt(start + 1)
            && one.charAt(start + 1) == other.charAt(start);
    return swapped ? 1 : 2;
  }
}
