package org.otklik.models.training;

import java.util.List;
import org.otklik.models.text.AuthorsWords;
import org.otklik.models.text.Lemmatizer;
import org.otklik.models.text.MarkupRemover;
import org.otklik.models.text.PersonalDataMasker;
import org.otklik.models.text.Token;
import org.otklik.models.topic.Features;
import org.otklik.models.topic.ThemeFeatures;
import org.otklik.models.topic.TypeFeatures;
import org.otklik.models.topic.WordFeatures;

/**
 * A labelled text as the models will meet it: without markup, masked, split into words.
 *
 * @param labels what people said of it
 * @param tokens its words
 * @param themeFeatures what the theme and category models see of it
 * @param typeFeatures what the type model sees of it
 */
record PreparedText(
    LabelledText labels, List<Token> tokens, Features themeFeatures, Features typeFeatures) {

  static PreparedText of(
      LabelledText labelled,
      Lemmatizer lemmatizer,
      ThemeFeatures themeFeatures,
      TypeFeatures typeFeatures) {
    String text =
        AuthorsWords.of(
            PersonalDataMasker.mask(MarkupRemover.plain(SourceMasks.rewrite(labelled.text()))));
    List<Token> tokens = lemmatizer.tokens(text);
    return new PreparedText(
        labelled, tokens, themeFeatures.of(tokens), typeFeatures.of(text, tokens));
  }

  /** The same text under other labels. */
  PreparedText withLabels(LabelledText others) {
    return new PreparedText(others, tokens, themeFeatures, typeFeatures);
  }

  static List<PreparedText> all(List<LabelledText> texts) {
    Lemmatizer lemmatizer = new Lemmatizer();
    WordFeatures words = new WordFeatures();
    ThemeFeatures themeFeatures = new ThemeFeatures(words);
    TypeFeatures typeFeatures = new TypeFeatures(words);
    return texts.stream().map(text -> of(text, lemmatizer, themeFeatures, typeFeatures)).toList();
  }
}
