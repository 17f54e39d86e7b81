package org.otklik.models.breakdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From overlapping candidates to groups without overlap: those that mean the same are joined, then
 * every message goes to its nearest group, a few times over, as in k-means. Messages that are near
 * to none are in none.
 */
final class Groups {
  /** Candidates whose centres are this alike speak of one problem. Chosen by reading results. */
  private static final double SAME_PROBLEM = 0.4;

  /** A message this little alike to the others of its nearest group belongs to none. */
  private static final double NEAR = 0.18;

  /** A word of this share of a group's messages is common to them. */
  private static final double COMMON = 0.2;

  private static final int FEWEST_COMMON_WORDS = 2;

  private static final int ROUNDS = 4;

  private Groups() {}

  static List<List<ReadText>> of(List<ReadText> texts, WordWeights weights) {
    List<List<ReadText>> groups = join(Candidates.of(texts), weights);
    for (int round = 0; round < ROUNDS; round++) {
      groups = join(assign(texts, groups, weights), weights);
    }
    groups.removeIf(group -> !isHeldTogether(group));
    return groups;
  }

  /** One word in common («ремонт») makes no problem. */
  private static boolean isHeldTogether(List<ReadText> group) {
    Map<String, Integer> texts = new HashMap<>();
    group.forEach(text -> text.lemmas().forEach(lemma -> texts.merge(lemma, 1, Integer::sum)));
    double fewest = Math.max(ProblemBreakdown.FEWEST_MESSAGES, COMMON * group.size());
    return texts.values().stream().filter(count -> count >= fewest).count() >= FEWEST_COMMON_WORDS;
  }

  private static List<List<ReadText>> join(List<List<ReadText>> groups, WordWeights weights) {
    List<List<ReadText>> joined = new ArrayList<>();
    List<Vector> centres = new ArrayList<>();
    for (List<ReadText> group : groups) {
      Vector centre = weights.centre(group);
      int same = nearest(centre, centres);
      if (same >= 0 && centre.cosine(centres.get(same)) >= SAME_PROBLEM) {
        Set<ReadText> both = Collections.newSetFromMap(new IdentityHashMap<>());
        List<ReadText> union = new ArrayList<>();
        for (ReadText text : concat(joined.get(same), group)) {
          if (both.add(text)) {
            union.add(text);
          }
        }
        joined.set(same, union);
        centres.set(same, weights.centre(union));
      } else {
        joined.add(group);
        centres.add(centre);
      }
    }
    return joined;
  }

  private static List<ReadText> concat(List<ReadText> one, List<ReadText> other) {
    List<ReadText> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  private static List<List<ReadText>> assign(
      List<ReadText> texts, List<List<ReadText>> groups, WordWeights weights) {
    List<Vector> centres = groups.stream().map(weights::centre).toList();
    List<Set<ReadText>> members = new ArrayList<>();
    for (List<ReadText> group : groups) {
      Set<ReadText> set = Collections.newSetFromMap(new IdentityHashMap<>());
      set.addAll(group);
      members.add(set);
    }
    List<List<ReadText>> assigned = new ArrayList<>();
    groups.forEach(group -> assigned.add(new ArrayList<>()));
    for (ReadText text : texts) {
      Vector vector = weights.vector(text);
      int best = -1;
      double most = NEAR;
      for (int i = 0; i < centres.size(); i++) {
        double likeness = likenessToOthers(vector, centres.get(i), members.get(i).contains(text));
        if (likeness > most) {
          most = likeness;
          best = i;
        }
      }
      if (best >= 0) {
        assigned.get(best).add(text);
      }
    }
    assigned.removeIf(group -> group.size() < ProblemBreakdown.FEWEST_MESSAGES);
    return assigned;
  }

  /** A member's own share is taken out of the centre: three strangers are no group. */
  private static double likenessToOthers(Vector text, Vector centre, boolean member) {
    double cosine = text.cosine(centre);
    if (!member || cosine == 0) {
      return cosine;
    }
    double product = cosine * centre.length() - 1;
    double squares = centre.length() * centre.length() - 2 * cosine * centre.length() + 1;
    return squares <= 1e-9 ? 0 : product / Math.sqrt(squares);
  }

  private static int nearest(Vector vector, List<Vector> centres) {
    int best = -1;
    double most = 0;
    for (int i = 0; i < centres.size(); i++) {
      double cosine = vector.cosine(centres.get(i));
      if (cosine > most) {
        most = cosine;
        best = i;
      }
    }
    return best;
  }
}
