package org.otklik.models.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.otklik.models.topic.Features;
import org.otklik.models.topic.LinearModel;

/**
 * Trains a {@link LinearModel}: OpenNLP's maximum entropy ({@code MAXENT_QN}, quasi-Newton with L2
 * regularisation) on features weighted by rarity and brought to length one, plus a share of a
 * complement naive Bayes over the same numbers. Both are linear, so their sum is one model. The
 * same texts in the same order give the same model.
 */
final class LinearModelTrainer {
  private static final int THREADS = 2;

  private final Settings settings;

  /**
   * How a model is trained.
   *
   * @param length length of every text's vector: the larger, the weaker the regularisation
   * @param iterations passes at most; stopping early regularises as well
   * @param cutoff a feature that occurs in fewer texts is left out
   * @param bayes share of the complement naive Bayes; 0 for none
   */
  record Settings(double length, int iterations, int cutoff, double bayes) {}

  /** One text as numbers: the rows of its features, ascending, and their values. */
  record Vector(int label, int[] rows, float[] values) {}

  LinearModelTrainer(Settings settings) {
    this.settings = settings;
  }

  /**
   * The trained model.
   *
   * @param texts what the model will see of each text
   * @param labels one label per text
   */
  LinearModel train(List<Features> texts, List<String> labels) throws IOException {
    TreeMap<Integer, Float> rarity = rarity(texts);
    int[] hashes = rarity.keySet().stream().mapToInt(Integer::intValue).toArray();
    float[] rarities = new float[hashes.length];
    for (int row = 0; row < hashes.length; row++) {
      rarities[row] = rarity.get(hashes[row]);
    }
    List<String> outcomes = labels.stream().distinct().sorted().toList();
    List<Vector> vectors = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      Vector vector = vector(outcomes.indexOf(labels.get(i)), texts.get(i), hashes, rarities);
      if (vector.rows.length > 0) {
        vectors.add(vector);
      }
    }
    float[] weights = maximumEntropy(vectors, outcomes, hashes.length);
    if (settings.bayes > 0) {
      float[] bayes = ComplementNaiveBayes.weights(vectors, outcomes.size(), hashes.length);
      for (int i = 0; i < weights.length; i++) {
        weights[i] += (float) (settings.bayes * bayes[i]);
      }
    }
    return new LinearModel(outcomes, hashes, rarities, weights, 1);
  }

  /** Inverse document frequency, times the strength of its kind, of every frequent feature. */
  private TreeMap<Integer, Float> rarity(List<Features> texts) {
    Map<Integer, Integer> frequency = new HashMap<>();
    Map<Integer, Float> strength = new HashMap<>();
    for (Features features : texts) {
      for (int i = 0; i < features.size(); i++) {
        strength.put(features.hash(i), features.strength(i));
        frequency.merge(features.hash(i), 1, Integer::sum);
      }
    }
    TreeMap<Integer, Float> rarity = new TreeMap<>();
    frequency.forEach(
        (hash, count) -> {
          if (count >= settings.cutoff) {
            double inverse = Math.log((1.0 + texts.size()) / (1.0 + count)) + 1;
            rarity.put(hash, (float) (inverse * strength.getOrDefault(hash, 1f)));
          }
        });
    return rarity;
  }

  private static Vector vector(int label, Features features, int[] hashes, float[] rarities) {
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    for (int i = 0; i < features.size(); i++) {
      int row = Arrays.binarySearch(hashes, features.hash(i));
      if (row >= 0) {
        counts.put(row, features.count(i));
      }
    }
    int[] rows = new int[counts.size()];
    float[] values = new float[counts.size()];
    double squares = 0;
    int next = 0;
    for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
      rows[next] = count.getKey();
      values[next] = (float) (1 + Math.log(count.getValue())) * rarities[rows[next]];
      squares += (double) values[next] * values[next];
      next++;
    }
    float length = (float) Math.sqrt(squares);
    for (int i = 0; i < values.length; i++) {
      values[i] /= length;
    }
    return new Vector(label, rows, values);
  }

  private float[] maximumEntropy(List<Vector> vectors, List<String> outcomes, int features)
      throws IOException {
    List<Event> events = new ArrayList<>(vectors.size());
    for (Vector vector : vectors) {
      String[] names = new String[vector.rows.length];
      float[] values = new float[names.length];
      for (int i = 0; i < names.length; i++) {
        names[i] = Integer.toString(vector.rows[i]);
        values[i] = (float) (vector.values[i] * settings.length);
      }
      events.add(new Event(outcomes.get(vector.label), names, values));
    }
    AbstractModel trained = train(events);
    Object[] parts = trained.getDataStructures();
    String[] names = (String[]) parts[2];
    float[] weights = new float[features * outcomes.size()];
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) parts[1]).entrySet()) {
      int row = Integer.parseInt((String) entry.getKey());
      Context context = (Context) entry.getValue();
      int[] columns = context.getOutcomes();
      for (int i = 0; i < columns.length; i++) {
        int label = outcomes.indexOf(names[columns[i]]);
        weights[row * outcomes.size() + label] =
            (float) (context.getParameters()[i] * settings.length);
      }
    }
    return weights;
  }

  private AbstractModel train(List<Event> events) throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, settings.iterations);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
    parameters.put(QNTrainer.L1COST_PARAM, 0.0);
    parameters.put(QNTrainer.L2COST_PARAM, 1.0);
    parameters.put(QNTrainer.M_PARAM, 7);
    parameters.put(QNTrainer.THREADS_PARAM, THREADS);
    parameters.put("PrintMessages", false);
    parameters.put("DataIndexer", "OnePassRealValue");
    EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, null);
    return (AbstractModel) trainer.train(ObjectStreamUtils.createObjectStream(events));
  }
}
