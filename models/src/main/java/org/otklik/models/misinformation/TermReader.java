package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.otklik.models.text.Token;

/**
 * Turns the tokens of a text into terms: joins numbers, counts sentences and clauses, finds names
 * and what is negated.
 */
final class TermReader {
  private static final double SMALL_NUMBER = 0.3;
  private static final double NUMBER = 0.6;

  /** Numbers up to this one stand everywhere and say little. */
  static final int SMALL = 12;

  private static final int SHOUTED_WORDS = 3;
  private static final int[] NO_CONCEPTS = {};
  private static final String[] NO_PARTS = {};

  private final Words words;
  private final Negation negation = new Negation();

  TermReader(Words words) {
    this.words = words;
  }

  TermText read(String text) {
    return read(text, words.tokens(text));
  }

  /**
   * @param tokens the tokens of this very text: their offsets must fit
   */
  TermText read(String text, List<Token> tokens) {
    List<Term> terms = new ArrayList<>(tokens.size());
    BitSet questions = new BitSet();
    boolean shouted = isShouted(text, tokens);
    PendingNumber number = new PendingNumber();
    int sentence = 0;
    int clause = 0;
    int previousEnd = 0;
    boolean opensSentence = true;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean joined = true;
      for (int c = previousEnd; c < token.start(); c++) {
        switch (text.charAt(c)) {
          case '?' -> {
            questions.set(sentence);
            joined = false;
          }
          case '.', '!', '…', '\n' -> joined = false;
          case ',', ';', ':', '(', ')', '—', '–', '«', '»', '"' -> clause++;
          default -> {}
        }
      }
      if (!joined && i > 0) {
        boolean abbreviation = text.charAt(previousEnd) == '.' && !startsUpper(text, token);
        if (!abbreviation) {
          sentence++;
          opensSentence = true;
        }
        clause++;
      }
      previousEnd = token.end();
      double added = NumberWords.added(token.surface(), token.lemma());
      double multiplier = NumberWords.multiplier(token.surface(), token.lemma());
      if (!Double.isNaN(added)) {
        if (!number.add(added, token, clause)) {
          number.flush(terms);
          number.start(added, token, sentence, clause);
        }
      } else if (!Double.isNaN(multiplier)) {
        if (!number.multiply(multiplier, token, clause)) {
          number.flush(terms);
          number.start(multiplier, token, sentence, clause);
        }
      } else if (number.isOpen()
          && token.surface().equals("с")
          && i + 1 < tokens.size()
          && tokens.get(i + 1).surface().equals("половиной")) {
        number.addHalf();
        i++;
        previousEnd = tokens.get(i).end();
      } else {
        number.flush(terms);
        WordSense sense = words.sense(token.lemma());
        boolean name = !shouted && !opensSentence && startsUpper(text, token);
        terms.add(
            new Term(
                sense,
                Double.NaN,
                sense.isContent() ? sense.rarity() : 0,
                sentence,
                clause,
                name,
                false,
                false,
                token.start(),
                token.end()));
      }
      opensSentence = false;
    }
    number.flush(terms);
    for (int c = previousEnd; c < text.length(); c++) {
      if (text.charAt(c) == '?') {
        questions.set(sentence);
      }
    }
    return new TermText(text, negation.mark(text, terms), questions);
  }

  private static boolean startsUpper(String text, Token token) {
    return Character.isUpperCase(text.charAt(token.start()));
  }

  /** Texts typed in capitals: there a capital means no name. */
  private static boolean isShouted(String text, List<Token> tokens) {
    int shouted = 0;
    int words = 0;
    for (Token token : tokens) {
      if (token.end() - token.start() > 3) {
        words++;
        if (Character.isUpperCase(text.charAt(token.start() + 1))) {
          shouted++;
        }
      }
    }
    return shouted >= SHOUTED_WORDS && shouted * 2 > words;
  }

  /** A number that is being put together from its words. */
  private static final class PendingNumber {
    private double value = Double.NaN;
    private double last = Double.NaN;
    private double half;
    private int sentence;
    private int clause;
    private int start;
    private int end;

    boolean isOpen() {
      return !Double.isNaN(value);
    }

    void start(double first, Token token, int inSentence, int inClause) {
      value = first;
      last = first;
      half = 0;
      sentence = inSentence;
      clause = inClause;
      start = token.start();
      end = token.end();
    }

    /** «двадцать пять», «15 000»; false when the word begins another number. */
    boolean add(double added, Token token, int inClause) {
      if (!isOpen() || inClause != clause || token.start() - end > 1) {
        return false;
      }
      boolean digits = Character.isDigit(token.surface().charAt(0));
      if (digits && token.surface().length() == 3 && value < 1000 && last == value) {
        value = value * 1000 + added;
      } else if (!digits && added < last && last >= 20) {
        value += added;
      } else {
        return false;
      }
      last = added;
      end = token.end();
      return true;
    }

    boolean multiply(double factor, Token token, int inClause) {
      if (!isOpen() || inClause != clause || value >= factor) {
        return false;
      }
      value = (value + half) * factor;
      half = 0;
      last = factor;
      end = token.end();
      return true;
    }

    void addHalf() {
      half = 0.5;
    }

    void flush(List<Term> terms) {
      if (!isOpen()) {
        return;
      }
      value += half;
      String digits =
          value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
      WordSense sense = WordSense.of(digits, digits, NO_PARTS, NO_CONCEPTS, 0, false, false, false);
      terms.add(
          new Term(
              sense,
              value,
              value <= SMALL ? SMALL_NUMBER : NUMBER,
              sentence,
              clause,
              false,
              false,
              false,
              start,
              end));
      value = Double.NaN;
    }
  }
}
