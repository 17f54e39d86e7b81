package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.otklik.models.text.Lemmatizer;

/**
 * Which words may stand for one another, from the resource {@code concepts.txt}; its format is
 * described there.
 */
final class Concepts {
  static final String RESOURCE = "concepts.txt";
  private static final int[] NONE = {};
  private static final int SHORTEST_ROOT = 4;

  private enum Kind {
    EVENT,
    STOP,
    THING
  }

  private final List<Kind> kinds = new ArrayList<>();
  private final Map<String, int[]> byLemma = new HashMap<>();
  private final Map<String, int[]> byRoot = new HashMap<>();
  private final Map<String, String> clips = new HashMap<>();

  private Concepts() {}

  /**
   * @throws IllegalStateException when a line of the resource has another form than described there
   */
  static Concepts load(Lemmatizer lemmatizer) {
    Concepts concepts = new Concepts();
    Map<String, Set<Integer>> lemmas = new HashMap<>();
    Map<String, Set<Integer>> roots = new HashMap<>();
    for (String line : ResourceLines.of(RESOURCE)) {
      String[] sides = line.split(":", 2);
      String[] head = sides[0].strip().split("\\s+");
      if (sides.length != 2 || head.length != 2) {
        throw new IllegalStateException(RESOURCE + ": can't read the line «" + line + "»");
      }
      if (head[0].equals("clip")) {
        concepts.clips.put(head[1], sides[1].strip());
        continue;
      }
      int concept = concepts.add(head[0], line);
      for (String word : sides[1].split(",")) {
        add(word, concept, lemmatizer, lemmas, roots);
      }
    }
    lemmas.forEach((lemma, numbers) -> concepts.byLemma.put(lemma, array(numbers)));
    roots.forEach((root, numbers) -> concepts.byRoot.put(root, array(numbers)));
    return concepts;
  }

  private static void add(
      String word,
      int concept,
      Lemmatizer lemmatizer,
      Map<String, Set<Integer>> lemmas,
      Map<String, Set<Integer>> roots) {
    String surface = Lemmatizer.normalize(word.strip());
    String lemma = lemmatizer.lemma(surface);
    lemmas.computeIfAbsent(surface, unused -> new LinkedHashSet<>()).add(concept);
    lemmas.computeIfAbsent(lemma, unused -> new LinkedHashSet<>()).add(concept);
    String root = WordRoot.of(lemma);
    if (root.length() > SHORTEST_ROOT) {
      roots.computeIfAbsent(root, unused -> new LinkedHashSet<>()).add(concept);
    }
  }

  private int add(String kind, String line) {
    kinds.add(
        switch (kind) {
          case "event" -> Kind.EVENT;
          case "stop" -> Kind.STOP;
          case "thing" -> Kind.THING;
          default ->
              throw new IllegalStateException(
                  RESOURCE + ": unknown kind «" + kind + "» in the line «" + line + "»");
        });
    return kinds.size() - 1;
  }

  private static int[] array(Set<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The concepts of a word: by its form, else by its root. */
  int[] of(String lemma, String root) {
    int[] exact = byLemma.get(lemma);
    return exact != null ? exact : byRoot.getOrDefault(root, NONE);
  }

  boolean isEvent(int[] concepts) {
    for (int concept : concepts) {
      if (kinds.get(concept) != Kind.THING) {
        return true;
      }
    }
    return false;
  }

  boolean isStop(int[] concepts) {
    for (int concept : concepts) {
      if (kinds.get(concept) == Kind.STOP) {
        return true;
      }
    }
    return false;
  }

  /** Clipped first parts of compounds with the words they stand for. */
  Map<String, String> clips() {
    return clips;
  }
}
