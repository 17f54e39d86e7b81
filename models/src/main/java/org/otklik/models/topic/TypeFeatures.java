package org.otklik.models.topic;

import java.util.List;
import java.util.stream.IntStream;
import org.otklik.models.text.Token;

/**
 * What the type model sees of a text: words as written (the form tells a request from a report),
 * dictionary forms, pairs, the way it begins, and its punctuation. Not safe for use by several
 * threads at once.
 */
public final class TypeFeatures {
  private static final int LONGEST_TEXT_IN_TOKENS = 400;
  private static final int OPENING = 4;
  private static final int PAIR_AT_START = WordFeatures.beginPair('b', "^");
  private static final int WRITTEN_PAIR_AT_START = WordFeatures.beginPair('v', "^");

  private static final int LONGEST = 8; // in binary digits
  private static final int MOST_MARKS = 3;
  private static final int[] LENGTHS = named("length ", LONGEST);
  private static final int[] QUESTIONS = named("questions ", MOST_MARKS);
  private static final int[] EXCLAMATIONS = named("exclamations ", MOST_MARKS);

  private final WordFeatures words;

  /**
   * @param words remembers what is seen of single words
   */
  public TypeFeatures(WordFeatures words) {
    this.words = words;
  }

  /**
   * The features of a text.
   *
   * @param text the text
   * @param tokens its words
   */
  public Features of(String text, List<Token> tokens) {
    Features features = new Features();
    add(text, tokens, features);
    return features;
  }

  /** As {@link #of}, into features that are empty. */
  void add(String text, List<Token> tokens, Features features) {
    int pair = PAIR_AT_START;
    int writtenPair = WRITTEN_PAIR_AT_START;
    int last = Math.min(tokens.size(), LONGEST_TEXT_IN_TOKENS);
    int opening = 0;
    for (int i = 0; i < last; i++) {
      WordFeatures.Word word = words.of(tokens.get(i));
      features.add(word.single, i);
      features.add(word.written, i);
      features.add(WordFeatures.endPair(pair, word.lemma), i);
      features.add(WordFeatures.endPair(writtenPair, word.surface), i);
      if (opening < OPENING && word.opening != 0) {
        features.add(word.opening, i);
        opening++;
      }
      for (int cue : word.cues) {
        features.add(cue, i);
      }
      pair = word.firstOfPair;
      writtenPair = word.firstOfWrittenPair;
    }
    addPunctuation(text, features);
    features.add(
        LENGTHS[Math.min(LONGEST, Integer.SIZE - Integer.numberOfLeadingZeros(last))],
        Features.WHOLE_TEXT);
  }

  private static int[] named(String name, int most) {
    return IntStream.rangeClosed(0, most).map(number -> Features.named(name + number)).toArray();
  }

  private static void addPunctuation(String text, Features features) {
    int questions = 0;
    int exclamations = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '?') {
        questions++;
      } else if (c == '!') {
        exclamations++;
      }
    }
    features.add(QUESTIONS[Math.min(questions, MOST_MARKS)], Features.WHOLE_TEXT);
    features.add(EXCLAMATIONS[Math.min(exclamations, MOST_MARKS)], Features.WHOLE_TEXT);
    String end = text.stripTrailing();
    if (!end.isEmpty() && !Character.isLetterOrDigit(end.charAt(end.length() - 1))) {
      features.add(Features.named("ends " + end.charAt(end.length() - 1)), Features.WHOLE_TEXT);
    }
  }
}
