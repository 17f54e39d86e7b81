package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.otklik.models.text.Token;

/**
 * By what a text shows how it tells: the grammatical forms of its words (person, tense, mood,
 * case), the words that hold sentences together, punctuation, turns of phrase ({@code cues.txt}),
 * length. Never what it is about, and never anger: words with content are not looked at.
 */
final class TellingMarks {
  private static final String UNKNOWN_WORD = "form:unknown";
  private static final String NUMBER = "form:number";
  private static final String LENGTH = "length";
  private static final double LENGTH_SCALE = 5;
  private static final Map<Character, String> SIGNS =
      Map.of(
          '?',
          "sign:question",
          '!',
          "sign:exclamation",
          '—',
          "sign:dash",
          ':',
          "sign:colon",
          '«',
          "sign:quotation",
          '(',
          "sign:bracket");

  private TellingMarks() {}

  /** The marks of a text and how strong each is. */
  static Map<String, Double> of(String text, List<Token> tokens, Cues cues) {
    Map<String, Double> marks = new LinkedHashMap<>();
    for (Token token : tokens) {
      ofWord(token).forEach(mark -> marks.merge(mark, 1.0, Double::sum));
    }
    marks.replaceAll((mark, count) -> strength(count));
    marks.putAll(ofText(text, cues));
    return marks;
  }

  /** How strong a mark is that stands so many times in a text. */
  static double strength(double count) {
    return Math.log1p(count);
  }

  /** True for marks of which a reader sees why they say something: verbs, pronouns, small words. */
  static boolean canBeEvidence(String mark) {
    return mark.startsWith("word:") || mark.startsWith("form:VB") || mark.startsWith("form:PNN");
  }

  /** The marks of one word. */
  static List<String> ofWord(Token token) {
    List<String> marks = new ArrayList<>(2);
    String surface = token.surface();
    marks.add(form(surface));
    if (Words.shared().isFunctionWord(surface) || Words.shared().isFunctionWord(token.lemma())) {
      marks.add("word:" + surface);
    }
    return marks;
  }

  /**
   * Of verbs and pronouns the whole tag counts, of other words only what part of speech they are.
   */
  private static String form(String surface) {
    String tag = Words.shared().tag(surface);
    if (tag == null) {
      return Character.isDigit(surface.charAt(0)) ? NUMBER : UNKNOWN_WORD;
    }
    boolean whole = tag.startsWith("VB") || tag.startsWith("P");
    int end = tag.indexOf(':');
    return "form:" + (whole || end < 0 ? tag : tag.substring(0, end));
  }

  /** The marks of a text besides its words. */
  static Map<String, Double> ofText(String text, Cues cues) {
    Map<String, Double> marks = new LinkedHashMap<>();
    for (int i = 0; i < text.length(); i++) {
      String sign = SIGNS.get(text.charAt(i));
      if (sign != null) {
        marks.put(sign, 1.0);
      }
    }
    Set<String> codes = new LinkedHashSet<>();
    cues.all().forEach(cue -> codes.add(cue.code()));
    codes.forEach(code -> marks.put("cue:" + code, 1.0));
    marks.put(LENGTH, Math.log1p(text.length()) / LENGTH_SCALE);
    return marks;
  }
}
