package org.otklik.models.breakdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.carrot2.clustering.Cluster;
import org.carrot2.clustering.Document;
import org.carrot2.clustering.lingo.LingoClusteringAlgorithm;
import org.carrot2.language.ExtendedWhitespaceTokenizer;
import org.carrot2.language.LabelFilter;
import org.carrot2.language.LanguageComponents;
import org.carrot2.language.Stemmer;
import org.carrot2.language.StopwordFilter;
import org.carrot2.language.Tokenizer;
import org.carrot2.text.preprocessing.LabelFormatter;
import org.carrot2.text.preprocessing.LabelFormatterImpl;

/**
 * Groups of messages that may speak of one problem, found by Lingo (S. Osiński, D. Weiss, «A
 * concept-driven algorithm for clustering search results», 2005). They overlap, and many messages
 * are in none.
 *
 * <p>Lingo reads lemmas and gaps, not the text: its own Russian components stem by endings and call
 * «вода», «дорога» and «дом» empty words.
 */
final class Candidates {
  /**
   * Lingo's matrix grows with texts × words: of more texts the first these many are read. The
   * others are given to the groups afterwards.
   */
  private static final int MOST_TEXTS = 1_000;

  /** Copies of one text that are read: a mass mailing must not crowd out the rest. */
  private static final int MOST_COPIES = 3;

  private static final int MATRIX_CELLS = 300_000;
  private static final int FEWEST_TEXTS_OF_A_WORD = 2;
  private static final String GAP = ". ";

  /** What Lingo reads of a message. */
  private record Lemmas(ReadText text) implements Document {
    @Override
    public void visitFields(BiConsumer<String, String> fields) {
      StringBuilder lemmas = new StringBuilder();
      for (Word word : text.words()) {
        lemmas.append(word.afterGap() ? GAP : "").append(word.empty() ? GAP : word.lemma());
        lemmas.append(' ');
      }
      fields.accept("text", lemmas.toString());
    }
  }

  private Candidates() {}

  /** The groups, greatest first. */
  static List<List<ReadText>> of(List<ReadText> texts) {
    LingoClusteringAlgorithm lingo = new LingoClusteringAlgorithm();
    lingo.preprocessing.wordDfThreshold.set(FEWEST_TEXTS_OF_A_WORD);
    lingo.preprocessing.phraseDfThreshold.set(FEWEST_TEXTS_OF_A_WORD);
    lingo.matrixBuilder.maximumMatrixSize.set(MATRIX_CELLS);
    lingo.matrixBuilder.maxWordDf.set(1.0); // all may speak of one problem
    List<List<ReadText>> groups = new ArrayList<>();
    for (Cluster<Lemmas> cluster : lingo.cluster(sample(texts).map(Lemmas::new), components())) {
      groups.add(cluster.getDocuments().stream().map(Lemmas::text).toList());
    }
    return groups;
  }

  private static Stream<ReadText> sample(List<ReadText> texts) {
    Map<Set<String>, Integer> copies = new HashMap<>();
    return texts.stream()
        .filter(text -> copies.merge(text.lemmas(), 1, Integer::sum) <= MOST_COPIES)
        .limit(MOST_TEXTS);
  }

  /** The words come as lemmas without empty ones: nothing is left to stem or to filter. */
  private static LanguageComponents components() {
    return new LanguageComponents(
        "Russian lemmas",
        Map.of(
            Tokenizer.class, ExtendedWhitespaceTokenizer::new,
            Stemmer.class, () -> (Stemmer) word -> null,
            StopwordFilter.class, () -> (StopwordFilter) word -> true,
            LabelFilter.class, () -> (LabelFilter) label -> true,
            LabelFormatter.class, () -> (LabelFormatter) new LabelFormatterImpl(" ")));
  }
}
