package org.otklik.models.breakdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.otklik.models.text.AuthorsWords;
import org.otklik.models.text.Lemmatizer;
import org.otklik.models.text.PersonalDataMasker;
import org.otklik.models.text.Token;

/** Masks personal data and splits into words. */
final class TextReader {
  /** «[телефон]» and its like; the text between the brackets is no word of the author. */
  private static final Pattern MASK = Pattern.compile("\\[\\p{L}{1,20}\\]");

  private static final int SHORTEST_WORD = 2;

  private final Lemmatizer lemmatizer = new Lemmatizer();
  private final EmptyWords emptyWords = EmptyWords.load();

  ReadText read(Text text) {
    String masked = PersonalDataMasker.mask(text.text());
    String words =
        MASK.matcher(AuthorsWords.of(masked)).replaceAll(m -> ".".repeat(m.end() - m.start()));
    return new ReadText(new Text(text.id(), masked), words(words));
  }

  private List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    int end = 0;
    boolean gap = true;
    for (Token token : lemmatizer.tokens(text)) {
      gap |= isGap(text, end, token.start());
      end = token.end();
      if (!Character.isLetter(token.surface().charAt(0))) {
        gap = true; // numbers name houses, dates and sums, never a problem
        continue;
      }
      words.add(
          new Word(
              text.substring(token.start(), token.end()),
              token.surface(),
              token.lemma(),
              token.surface().length() < SHORTEST_WORD
                  || emptyWords.contains(token.surface(), token.lemma()),
              gap));
      gap = false;
    }
    return words;
  }

  private static boolean isGap(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && c != '"' && c != '«' && c != '»') {
        return true;
      }
    }
    return false;
  }
}
