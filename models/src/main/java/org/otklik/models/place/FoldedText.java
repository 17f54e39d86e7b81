package org.otklik.models.place;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * A text as places are searched in it: lower case, ё as е, hyphens and non-breaking spaces as
 * spaces, Latin look-alikes inside Cyrillic words as Cyrillic; character by character, so that
 * indices into the text as written stay true. And its words.
 */
final class FoldedText {
  /** Abbreviations with a hyphen or slash inside, one word each. */
  private static final Set<String> ABBREVIATIONS =
      WordList.of(
          """
          пр-т пр-кт пр-д пр-зд б-р бул-р р-н р-на р-не р-ну р-ном мкр-н мкр-не мкр-на м-н м-не
          пл-дь наб-я ш-се с-т с/т с/п а/д ж/д д/с с/о г/о м/р пер-к гор-д пос-к н/п р/п г-н г-жа
          д-р пр-та пр-ту пр-те пр-кте р-нов с/с г-жи г-на
          """);

  private static final String LATIN = "aceopxykmhtb";
  private static final String CYRILLIC = "асеорхукмнтв";

  private final String written;
  private final char[] folded;
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private String[] words = new String[32];
  private int size;
  private final boolean shouting;

  FoldedText(String text) {
    String composed =
        hasCombiningMark(text) ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
    this.written = composed;
    this.folded = new char[composed.length()];
    int upper = 0;
    int letters = 0;
    for (int i = 0; i < folded.length; i++) {
      char c = composed.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
        if (Character.isUpperCase(c)) {
          upper++;
        }
      }
      folded[i] = fold(c);
    }
    this.shouting = letters > 12 && upper * 2 > letters;
    split();
  }

  private static boolean hasCombiningMark(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\u0300' && c <= '\u036F') {
        return true;
      }
    }
    return false;
  }

  static char fold(char c) {
    return switch (c) {
      case 'ё', 'Ё' -> 'е';
      case '-', '\u2010', '\u2011', '\u00A0', '\u202F' -> ' ';
      default -> Character.toLowerCase(c);
    };
  }

  static String fold(String text) {
    char[] folded = new char[text.length()];
    for (int i = 0; i < folded.length; i++) {
      folded[i] = fold(text.charAt(i));
    }
    return new String(folded);
  }

  private void split() {
    int i = 0;
    while (i < folded.length) {
      char c = folded[i];
      if (isDigit(c)) {
        int end = i + 1;
        while (end < folded.length && isDigit(folded[end])) {
          end++;
        }
        add(i, end);
        i = end;
      } else if (Character.isLetter(c)) {
        int end = wordEnd(i);
        int joined = abbreviationEnd(i, end);
        if (joined > end) {
          add(i, joined, written.substring(i, joined).toLowerCase(Locale.ROOT));
          i = joined;
        } else {
          mendLookAlikes(i, end);
          add(i, end);
          i = end;
        }
      } else {
        i++;
      }
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private int wordEnd(int start) {
    int end = start + 1;
    while (end < folded.length && Character.isLetter(folded[end])) {
      end++;
    }
    return end;
  }

  private int abbreviationEnd(int start, int end) {
    if (end - start > 5 || end + 1 >= folded.length || !Character.isLetter(folded[end + 1])) {
      return end;
    }
    char joint = written.charAt(end);
    if (joint != '-' && joint != '/') {
      return end;
    }
    int last = wordEnd(end + 1);
    if (last - start > 8) {
      return end;
    }
    String whole =
        new String(folded, start, end - start)
            + joint
            + new String(folded, end + 1, last - end - 1);
    return ABBREVIATIONS.contains(whole) ? last : end;
  }

  private void mendLookAlikes(int start, int end) {
    boolean latin = false;
    boolean cyrillic = false;
    for (int i = start; i < end; i++) {
      char c = folded[i];
      latin |= c >= 'a' && c <= 'z';
      cyrillic |= c >= 'а' && c <= 'я';
    }
    if (latin && cyrillic) {
      for (int i = start; i < end; i++) {
        int index = LATIN.indexOf(folded[i]);
        if (index >= 0) {
          folded[i] = CYRILLIC.charAt(index);
        }
      }
    }
  }

  private void add(int start, int end) {
    add(start, end, new String(folded, start, end - start));
  }

  private void add(int start, int end, String word) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      words = Arrays.copyOf(words, size * 2);
    }
    starts[size] = start;
    ends[size] = end;
    words[size] = word;
    size++;
  }

  /** The text as written (in composed characters). */
  String written() {
    return written;
  }

  /** How many words and numbers there are. */
  int size() {
    return size;
  }

  /** The folded word; empty before the first and after the last. */
  String word(int index) {
    return index < 0 || index >= size ? "" : words[index];
  }

  int start(int index) {
    return starts[index];
  }

  int end(int index) {
    return ends[index];
  }

  boolean isNumber(int index) {
    return index >= 0 && index < size && isDigit(words[index].charAt(0));
  }

  /** True when it begins with a capital and the text is not written all in capitals. */
  boolean isCapital(int index) {
    return index >= 0
        && index < size
        && !shouting
        && Character.isUpperCase(written.charAt(starts[index]));
  }

  /** The character at an index of the text as written, or a line break outside of it. */
  char charAt(int character) {
    return character < 0 || character >= folded.length ? '\n' : written.charAt(character);
  }

  /** True when nothing but spaces or one hyphen stands between a word and the next one. */
  boolean isJoined(int index) {
    if (index < 0 || index + 1 >= size) {
      return false;
    }
    for (int i = ends[index]; i < starts[index + 1]; i++) {
      if (folded[i] != ' ') {
        return false;
      }
    }
    return starts[index + 1] - ends[index] <= 3;
  }

  /** Like {@link #isJoined}, with a dot allowed after a short word: «ул. Ленина». */
  boolean isJoinedOrDotted(int index) {
    if (index < 0 || index + 1 >= size) {
      return false;
    }
    for (int i = ends[index]; i < starts[index + 1]; i++) {
      if (folded[i] != ' ' && folded[i] != '.') {
        return false;
      }
    }
    return starts[index + 1] - ends[index] <= 4;
  }

  /** True when a comma and spaces stand between a word and the next one. */
  boolean isComma(int index) {
    if (index < 0 || index + 1 >= size) {
      return false;
    }
    boolean comma = false;
    for (int i = ends[index]; i < starts[index + 1]; i++) {
      comma |= folded[i] == ',';
      if (folded[i] != ' ' && folded[i] != ',' && folded[i] != '.') {
        return false;
      }
    }
    return comma;
  }

  /** True for the first word of the text and the first after a sentence's or line's end. */
  boolean startsSentence(int index) {
    if (index == 0) {
      return true;
    }
    for (int i = ends[index - 1]; i < starts[index]; i++) {
      char c = written.charAt(i);
      if (c == '!' || c == '?' || c == '\n' || c == '…') {
        return true;
      }
      if (c == '.' && (ends[index - 1] - starts[index - 1] > 4 || isNumber(index - 1))) {
        return true;
      }
      if (Character.isSurrogate(c) || c == '*' || c == '•') {
        return true;
      }
    }
    return false;
  }

  /** The first character after a word that is not a space; a line break at the end. */
  char punctuationAfter(int index) {
    for (int i = ends[index]; i < folded.length; i++) {
      if (folded[i] != ' ' || written.charAt(i) == '-') {
        return written.charAt(i);
      }
    }
    return '\n';
  }

  /** The words as written from one to another, both included. */
  String written(int first, int last) {
    return written.substring(starts[first], ends[last]);
  }

  @Override
  public String toString() {
    return written;
  }
}
