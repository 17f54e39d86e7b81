package org.otklik.models.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.otklik.models.text.Lemmatizer;
import org.otklik.models.text.MarkupRemover;
import org.otklik.models.topic.ThemeClassifier;
import org.otklik.models.topic.ThemeFeatures;

/** Trains the theme classifier from labelled texts with one of OpenNLP's trainers. */
public final class ThemeTrainer {
  private final Lemmatizer lemmatizer = new Lemmatizer();
  private final String algorithm;
  private final int iterations;
  private final int cutoff;

  /**
   * @param algorithm OpenNLP's name: {@code MAXENT}, {@code NAIVEBAYES}, {@code PERCEPTRON}
   * @param iterations passes over the data, for the trainers that iterate
   * @param cutoff a feature seen in fewer texts than this is left out
   */
  public ThemeTrainer(String algorithm, int iterations, int cutoff) {
    this.algorithm = algorithm;
    this.iterations = iterations;
    this.cutoff = cutoff;
  }

  /** The trained model; the same for the same texts in the same order. */
  public MaxentModel train(List<LabelledText> texts) throws IOException {
    List<Event> events = new ArrayList<>(texts.size());
    for (LabelledText labelled : texts) {
      String[] features = ThemeFeatures.of(lemmatizer.tokens(MarkupRemover.plain(labelled.text())));
      if (features.length > 0) {
        events.add(new Event(labelled.theme(), features));
      }
    }
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, algorithm);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, iterations);
    parameters.put(TrainingParameters.CUTOFF_PARAM, cutoff);
    parameters.put("PrintMessages", false);
    parameters.put("DataIndexer", "TwoPass");
    EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, null);
    return trainer.train(ObjectStreamUtils.createObjectStream(events));
  }

  /** The classifier around a model just trained. */
  public ThemeClassifier classifier(List<LabelledText> texts) throws IOException {
    return new ThemeClassifier(train(texts));
  }
}
