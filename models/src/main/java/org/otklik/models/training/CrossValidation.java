package org.otklik.models.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.otklik.models.topic.CategoryClassifier;
import org.otklik.models.topic.LinearModel;
import org.otklik.models.topic.ThemeClassifier;
import org.otklik.models.topic.TypeClassifier;

/**
 * Makes the figures of the model card: every message is judged by models trained without it.
 *
 * <pre>
 * Kursk in five folds: trained on the other folds, Perm and what was written by hand
 * Perm as another region: trained without any message of Perm
 * Perm in five folds: as Kursk
 * </pre>
 */
public final class CrossValidation {
  private static final int FOLDS = 5;

  private final TrainingTexts texts;
  private final long seed;
  private final List<PreparedText> kursk;
  private final List<PreparedText> perm;
  private final List<PreparedText> always;

  CrossValidation(TrainingTexts texts, long seed) {
    this.texts = texts;
    this.seed = seed;
    this.kursk = PreparedText.all(texts.kurskCorrected());
    this.perm = PreparedText.all(texts.perm());
    this.always = PreparedText.all(texts.always());
  }

  /** Arguments: directory of labels, directory of texts, taxonomy, seed, methods (or none: all). */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 4) {
      throw new IllegalArgumentException("arguments: LABELS_DIR TEXTS_DIR TAXONOMY SEED [METHOD…]");
    }
    List<ThemeMethod> methods =
        arguments.length == 4
            ? List.of(ThemeMethod.values())
            : Stream.of(arguments).skip(4).map(ThemeMethod::valueOf).toList();
    TrainingTexts texts =
        TrainingTexts.read(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
    System.out.print(new CrossValidation(texts, Long.parseLong(arguments[3])).report(methods));
  }

  /** The tables of the model card, in Markdown. */
  String report(List<ThemeMethod> methods) throws IOException {
    StringBuilder report = new StringBuilder();
    report.append(
        "| method | Kursk, labels as they came | macro-F1 | Kursk, corrected | macro-F1 |"
            + " Perm, another region | macro-F1 | Perm, 5 folds |\n|---|---|---|---|---|---|---|---|\n");
    List<Judged> shipped = List.of();
    List<Judged> shippedPerm = List.of();
    for (ThemeMethod method : methods) {
      List<List<Guess>> kurskGuesses = folds(method, kursk, perm);
      List<Judged> corrected = judged(kurskGuesses, texts.kurskCorrected());
      List<Judged> foreign = judged(foreign(method), texts.perm());
      List<Judged> folds = judged(folds(method, perm, kursk), texts.perm());
      Quality original = Quality.of(judged(kurskGuesses, texts.kursk()), seed);
      Quality ofCorrected = Quality.of(corrected, seed);
      Quality ofForeign = Quality.of(foreign, seed);
      report.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | %s | %s | %s | %s |%n",
              method.name().toLowerCase(Locale.ROOT).replace('_', ' '),
              original.accuracy(),
              original.macroF1(),
              ofCorrected.accuracy(),
              ofCorrected.macroF1(),
              ofForeign.accuracy(),
              ofForeign.macroF1(),
              Quality.of(folds, seed).accuracy()));
      if (method == ThemeMethod.SHIPPED) {
        shipped = corrected;
        shippedPerm = foreign;
      }
    }
    report.append("\nbest temperature, Kursk: ").append(bestTemperature(shipped));
    report.append("; Perm: ").append(bestTemperature(shippedPerm)).append("\n");
    report.append("\n### Themes, Kursk, corrected labels\n").append(Quality.of(shipped, seed));
    report.append("\n\n### Themes, Perm as another region\n").append(Quality.of(shippedPerm, seed));
    report.append("\n\n### Categories, Kursk\n").append(Quality.of(categories(), seed));
    report.append("\n\n### Types, Kursk (320)\n").append(Quality.of(kurskTypes(), seed));
    report.append("\n\n### Types, Perm, 5 folds\n").append(Quality.of(permTypes(), seed));
    return report.append("\n").toString();
  }

  private List<List<Guess>> folds(
      ThemeMethod method, List<PreparedText> split, List<PreparedText> rest) throws IOException {
    List<List<Guess>> guesses = new ArrayList<>(Collections.nCopies(split.size(), List.of()));
    for (int fold = 0; fold < FOLDS; fold++) {
      ThemeMethod.Guesser guesser = method.train(training(split, fold, rest));
      for (int i : fold(split.size(), fold)) {
        guesses.set(i, guesser.guess(split.get(i)));
      }
    }
    return guesses;
  }

  private List<List<Guess>> foreign(ThemeMethod method) throws IOException {
    List<PreparedText> training = new ArrayList<>(kursk);
    training.addAll(always);
    ThemeMethod.Guesser guesser = method.train(training);
    return perm.stream().map(guesser::guess).toList();
  }

  private List<PreparedText> training(
      List<PreparedText> split, int withoutFold, List<PreparedText> rest) {
    List<PreparedText> training = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      if (fold != withoutFold) {
        fold(split.size(), fold).forEach(i -> training.add(split.get(i)));
      }
    }
    training.addAll(rest);
    training.addAll(always);
    return training;
  }

  /** The texts of a fold, by a shuffle that the seed decides. */
  private List<Integer> fold(int size, int fold) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    return IntStream.range(0, size).filter(i -> i % FOLDS == fold).mapToObj(order::get).toList();
  }

  private static List<Judged> judged(List<List<Guess>> guesses, List<LabelledText> truth) {
    return IntStream.range(0, truth.size())
        .mapToObj(i -> new Judged(truth.get(i).theme(), guesses.get(i)))
        .toList();
  }

  private List<Judged> categories() throws IOException {
    List<Judged> judged = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<PreparedText> training = training(kursk, fold, perm);
      ThemeClassifier themes = new ThemeClassifier(ThemeTrainer.trainPrepared(training));
      CategoryClassifier categories = CategoryTrainer.trainPrepared(training);
      for (int i : fold(kursk.size(), fold)) {
        String truth = kursk.get(i).labels().category();
        if (truth != null) {
          List<Guess> guesses =
              categories
                  .rank(themes.classify(kursk.get(i).themeFeatures()), kursk.get(i).themeFeatures())
                  .stream()
                  .map(category -> new Guess(category.id(), category.score()))
                  .toList();
          judged.add(new Judged(truth, guesses));
        }
      }
    }
    return judged;
  }

  private List<Judged> kurskTypes() throws IOException {
    List<PreparedText> training = new ArrayList<>(perm);
    training.addAll(always);
    LinearModel model = TypeTrainer.trainPrepared(training);
    return PreparedText.all(texts.kurskTypes()).stream().map(text -> type(model, text)).toList();
  }

  private List<Judged> permTypes() throws IOException {
    List<Judged> judged = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      LinearModel model = TypeTrainer.trainPrepared(training(perm, fold, List.of()));
      for (int i : fold(perm.size(), fold)) {
        judged.add(type(model, perm.get(i)));
      }
    }
    return judged;
  }

  private static Judged type(LinearModel model, PreparedText text) {
    return new Judged(
        String.valueOf(text.labels().type()),
        new TypeClassifier(model)
            .classify(text.typeFeatures()).stream()
                .map(type -> new Guess(type.id(), type.score()))
                .toList());
  }

  /** The temperature under which the right labels are likeliest, on a grid. */
  private static double bestTemperature(List<Judged> judged) {
    return IntStream.rangeClosed(4, 40)
        .mapToDouble(step -> step / 20.0)
        .boxed()
        .max(Comparator.comparingDouble(temperature -> likelihood(judged, temperature)))
        .orElse(1.0);
  }

  private static double likelihood(List<Judged> judged, double temperature) {
    double sum = 0;
    for (Judged text : judged) {
      double all = 0;
      double right = 1e-9;
      for (Guess guess : text.guesses()) {
        double sharpened = Math.pow(guess.score(), 1 / temperature);
        all += sharpened;
        if (guess.label().equals(text.truth())) {
          right = sharpened;
        }
      }
      sum += Math.log(Math.max(right / all, 1e-9));
    }
    return sum;
  }
}
