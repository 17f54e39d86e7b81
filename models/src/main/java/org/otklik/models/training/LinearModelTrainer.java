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
 * Trains a {@link LinearModel} with OpenNLP's maximum entropy trainer ({@code MAXENT_QN}:
 * quasi-Newton with L2 regularisation) on features weighted by rarity and brought to length one.
 * The same texts in the same order give the same model.
 */
public final class LinearModelTrainer {
  private static final int THREADS = 2;

  private final Settings settings;

  /**
   * @param scale length of every text's vector: the larger, the weaker the regularisation
   * @param iterations passes at most
   * @param cutoff a feature that occurs in fewer texts is left out
   */
  public record Settings(double scale, int iterations, int cutoff) {}

  public LinearModelTrainer(Settings settings) {
    this.settings = settings;
  }

  /**
   * The trained model.
   *
   * @param texts what the model will see of each text
   * @param labels one label per text
   */
  public LinearModel train(List<Features> texts, List<String> labels) throws IOException {
    Map<Integer, Float> rarity = rarity(texts);
    List<Event> events = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      Event event = event(labels.get(i), texts.get(i), rarity);
      if (event.getContext().length > 0) {
        events.add(event);
      }
    }
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
    return convert(
        (AbstractModel) trainer.train(ObjectStreamUtils.createObjectStream(events)), rarity);
  }

  /** Inverse document frequency of every feature that is frequent enough. */
  private Map<Integer, Float> rarity(List<Features> texts) {
    Map<Integer, Integer> frequency = new HashMap<>();
    for (Features features : texts) {
      int[] distinct = distinct(features);
      for (int hash : distinct) {
        frequency.merge(hash, 1, Integer::sum);
      }
    }
    Map<Integer, Float> rarity = new HashMap<>();
    frequency.forEach(
        (hash, count) -> {
          if (count >= settings.cutoff) {
            rarity.put(hash, (float) (Math.log((1.0 + texts.size()) / (1.0 + count)) + 1));
          }
        });
    return rarity;
  }

  private static int[] distinct(Features features) {
    int[] hashes = new int[features.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = features.hash(i);
    }
    return Arrays.stream(hashes).sorted().distinct().toArray();
  }

  private Event event(String label, Features features, Map<Integer, Float> rarity) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (int i = 0; i < features.size(); i++) {
      if (rarity.containsKey(features.hash(i))) {
        counts.merge(features.hash(i), 1, Integer::sum);
      }
    }
    String[] names = new String[counts.size()];
    float[] values = new float[counts.size()];
    double squares = 0;
    int next = 0;
    for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
      names[next] = Integer.toString(count.getKey());
      values[next] = (float) (1 + Math.log(count.getValue())) * rarity.get(count.getKey());
      squares += (double) values[next] * values[next];
      next++;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] *= (float) (settings.scale / Math.sqrt(squares));
    }
    return new Event(label, names, values);
  }

  private LinearModel convert(AbstractModel trained, Map<Integer, Float> rarity) {
    Object[] parts = trained.getDataStructures();
    String[] outcomes = (String[]) parts[2];
    TreeMap<Integer, Context> rows = new TreeMap<>();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) parts[1]).entrySet()) {
      rows.put(Integer.valueOf((String) entry.getKey()), (Context) entry.getValue());
    }
    int[] hashes = new int[rows.size()];
    float[] rarities = new float[rows.size()];
    float[] weights = new float[rows.size() * outcomes.length];
    int row = 0;
    for (Map.Entry<Integer, Context> entry : rows.entrySet()) {
      hashes[row] = entry.getKey();
      rarities[row] = rarity.get(entry.getKey());
      int[] columns = entry.getValue().getOutcomes();
      double[] values = entry.getValue().getParameters();
      for (int i = 0; i < columns.length; i++) {
        weights[row * outcomes.length + columns[i]] = (float) (values[i] * settings.scale);
      }
      row++;
    }
    return new LinearModel(List.of(outcomes), hashes, rarities, weights, 1);
  }
}
