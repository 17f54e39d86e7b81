package org.otklik.models.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.otklik.models.text.Token;
import org.otklik.models.topic.Features;
import org.otklik.models.topic.LinearModel;
import org.otklik.models.topic.ThemeClassifier;

/** A way to find themes: what ships, and what it is compared with in the model card. */
enum ThemeMethod {
  /** The most frequent theme, always. */
  MAJORITY {
    @Override
    Guesser train(List<PreparedText> texts) {
      List<Guess> guesses = frequencies(texts);
      return text -> guesses;
    }
  },

  /** Counts words of the taxonomy's synonyms; the most frequent theme when there are none. */
  KEYWORDS {
    @Override
    Guesser train(List<PreparedText> texts) {
      Map<String, Map<String, Integer>> themesOfWord = new HashMap<>();
      for (PreparedText text : texts) {
        if (text.labels().id() == null && text.labels().type() == null) {
          for (Token token : text.tokens()) {
            themesOfWord
                .computeIfAbsent(token.lemma(), unused -> new HashMap<>())
                .merge(text.labels().theme(), 1, Integer::sum);
          }
        }
      }
      List<Guess> otherwise = frequencies(texts);
      return text -> {
        Map<String, Double> votes = new TreeMap<>();
        for (Token token : text.tokens()) {
          Map<String, Integer> themes = themesOfWord.getOrDefault(token.lemma(), Map.of());
          themes.forEach(
              (theme, count) ->
                  votes.merge(
                      theme, (double) count / (themes.size() * themes.size()), Double::sum));
        }
        return votes.isEmpty() ? otherwise : normalized(votes);
      };
    }
  },

  /** OpenNLP's naive Bayes, each feature counted once. */
  NAIVE_BAYES {
    @Override
    Guesser train(List<PreparedText> texts) throws IOException {
      return openNlp("NAIVEBAYES", 1, texts);
    }
  },

  /** OpenNLP's maximum entropy by iterative scaling, each feature counted once. */
  MAXENT_GIS {
    @Override
    Guesser train(List<PreparedText> texts) throws IOException {
      return openNlp("MAXENT", 100, texts);
    }
  },

  /** Maximum entropy on weighted features, without the share of Bayes. */
  MAXENT_QN {
    @Override
    Guesser train(List<PreparedText> texts) throws IOException {
      return linear(ThemeTrainer.trainMaximumEntropy(texts));
    }
  },

  /** What ships. */
  SHIPPED {
    @Override
    Guesser train(List<PreparedText> texts) throws IOException {
      return linear(ThemeTrainer.trainPrepared(texts));
    }
  };

  /** A trained method. */
  interface Guesser {
    /** All labels, best first. */
    List<Guess> guess(PreparedText text);
  }

  /** Trains the method. */
  abstract Guesser train(List<PreparedText> texts) throws IOException;

  private static Guesser linear(LinearModel model) {
    ThemeClassifier classifier = new ThemeClassifier(model);
    return text ->
        classifier.classify(text.themeFeatures()).stream()
            .map(theme -> new Guess(theme.id(), theme.score()))
            .toList();
  }

  private static Guesser openNlp(String algorithm, int iterations, List<PreparedText> texts)
      throws IOException {
    List<Event> events = new ArrayList<>();
    for (PreparedText text : texts) {
      String[] context = names(text.themeFeatures());
      if (context.length > 0) {
        events.add(new Event(text.labels().theme(), context));
      }
    }
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, algorithm);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, iterations);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
    parameters.put("PrintMessages", false);
    parameters.put("DataIndexer", "TwoPass");
    MaxentModel model =
        TrainerFactory.getEventTrainer(parameters, null)
            .train(ObjectStreamUtils.createObjectStream(events));
    return text -> {
      double[] scores = model.eval(names(text.themeFeatures()));
      List<Guess> guesses = new ArrayList<>();
      for (int i = 0; i < scores.length; i++) {
        guesses.add(new Guess(model.getOutcome(i), scores[i]));
      }
      guesses.sort(BEST_FIRST);
      return guesses;
    };
  }

  private static final Comparator<Guess> BEST_FIRST =
      Comparator.comparingDouble(Guess::score).reversed();

  private static String[] names(Features features) {
    String[] names = new String[features.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = Integer.toString(features.hash(i));
    }
    return names;
  }

  private static List<Guess> frequencies(List<PreparedText> texts) {
    Map<String, Double> counts = new TreeMap<>();
    for (PreparedText text : texts) {
      counts.merge(text.labels().theme(), 1.0, Double::sum);
    }
    return normalized(counts);
  }

  private static List<Guess> normalized(Map<String, Double> votes) {
    double sum = votes.values().stream().mapToDouble(Double::doubleValue).sum();
    return votes.entrySet().stream()
        .map(vote -> new Guess(vote.getKey(), vote.getValue() / sum))
        .sorted(BEST_FIRST)
        .toList();
  }
}
