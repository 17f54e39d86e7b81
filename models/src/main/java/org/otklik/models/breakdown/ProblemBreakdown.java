package org.otklik.models.breakdown;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Messages sorted into concrete problems. Each message belongs to one problem or to «остальное»;
 * the same messages in any order give the same breakdown.
 *
 * @param messages how many messages were sorted
 * @param problems the problems, greatest first
 * @param rest «остальное»: messages of problems that are too rare or too vague to be named
 */
public record ProblemBreakdown(int messages, List<ConcreteProblem> problems, int rest) {
  /** A problem of fewer messages could point to a person and is not shown. */
  public static final int FEWEST_MESSAGES = 3;

  /** Examples of a problem. */
  public static final int MOST_EXAMPLES = 5;

  private static final int MOST_WORDS = 8;

  /** Checks and copies. */
  public ProblemBreakdown {
    problems = List.copyOf(problems);
    int named = problems.stream().mapToInt(ConcreteProblem::count).sum();
    if (named + rest != messages) {
      throw new IllegalArgumentException(
          "%d messages in problems and %d in the rest are not %d".formatted(named, rest, messages));
    }
  }

  /** Sorts messages; personal data in them is masked first. */
  public static ProblemBreakdown of(Collection<Text> texts) {
    List<ReadText> all = read(texts);
    ProperNouns properNouns = ProperNouns.in(all);
    NameWords names = new NameWords(properNouns);
    List<ReadText> read = all.stream().map(text -> text.without(properNouns)).toList();
    WordWeights weights = WordWeights.of(read);
    Map<String, List<ReadText>> byName = new TreeMap<>();
    for (List<ReadText> group : Groups.of(read, weights)) {
      Optional<String> name = ProblemName.of(group, weights, names);
      name.ifPresent(n -> byName.computeIfAbsent(n, unused -> new ArrayList<>()).addAll(group));
    }
    List<ConcreteProblem> problems = new ArrayList<>();
    byName.forEach((name, group) -> problems.add(problem(name, group, weights, names)));
    problems.sort(
        Comparator.comparingInt((ConcreteProblem problem) -> -problem.count())
            .thenComparing(ConcreteProblem::name));
    int named = problems.stream().mapToInt(ConcreteProblem::count).sum();
    return new ProblemBreakdown(read.size(), problems, read.size() - named);
  }

  /** In the order of their ids, so that the order in which they came does not matter. */
  private static List<ReadText> read(Collection<Text> texts) {
    Map<String, Text> byId = new TreeMap<>();
    texts.forEach(text -> byId.putIfAbsent(text.id(), text));
    TextReader reader = new TextReader();
    return byId.values().stream().map(reader::read).toList();
  }

  private static ConcreteProblem problem(
      String name, List<ReadText> group, WordWeights weights, NameWords names) {
    return new ConcreteProblem(
        name, group.size(), examples(group, weights), words(group, weights, names));
  }

  private static List<Text> examples(List<ReadText> group, WordWeights weights) {
    Vector centre = weights.centre(group);
    Map<String, Text> byText = new LinkedHashMap<>();
    group.stream()
        .sorted(
            Comparator.comparingDouble((ReadText text) -> -weights.vector(text).cosine(centre))
                .thenComparing(text -> text.masked().id()))
        .forEach(text -> byText.putIfAbsent(text.masked().text(), text.masked()));
    return byText.values().stream().limit(MOST_EXAMPLES).toList();
  }

  private static List<String> words(List<ReadText> group, WordWeights weights, NameWords names) {
    Map<String, Integer> texts = new TreeMap<>();
    Set<String> persons = new LinkedHashSet<>();
    for (ReadText text : group) {
      text.lemmas().forEach(lemma -> texts.merge(lemma, 1, Integer::sum));
      text.words().stream()
          .filter(word -> !names.allows(word))
          .forEach(word -> persons.add(word.lemma()));
    }
    return texts.entrySet().stream()
        .filter(entry -> entry.getValue() >= FEWEST_MESSAGES)
        .filter(entry -> !persons.contains(entry.getKey()))
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<String, Integer> entry) ->
                        -entry.getValue() * weights.rarity(entry.getKey()))
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_WORDS)
        .map(Map.Entry::getKey)
        .toList();
  }
}
