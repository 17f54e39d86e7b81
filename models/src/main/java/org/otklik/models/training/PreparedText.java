package org.otklik.models.training;

import java.util.List;
import org.otklik.models.text.Lemmatizer;
import org.otklik.models.text.MarkupRemover;
import org.otklik.models.text.PersonalDataMasker;
import org.otklik.models.text.Token;

/**
 * A labelled text as the models will meet it: without markup, masked, split into words.
 *
 * @param labels what people said of it
 * @param text the text, masked
 * @param tokens its words
 */
record PreparedText(LabelledText labels, String text, List<Token> tokens) {

  static List<PreparedText> all(List<LabelledText> texts) {
    Lemmatizer lemmatizer = new Lemmatizer();
    return texts.stream()
        .map(
            labelled -> {
              String text =
                  PersonalDataMasker.mask(
                      MarkupRemover.plain(SourceMasks.rewrite(labelled.text())));
              return new PreparedText(labelled, text, lemmatizer.tokens(text));
            })
        .toList();
  }
}
