package org.otklik.models.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProblemBreakdownTest {
  private static List<Text> messages;
  private static ProblemBreakdown breakdown;

  @BeforeAll
  static void breakDown() throws Exception {
    messages = HandWrittenMessages.read();
    breakdown = ProblemBreakdown.of(messages);
  }

  @Test
  void findsTheEvidentProblemsEachOnce() {
    Map<String, Long> found =
        breakdown.problems().stream()
            .collect(Collectors.groupingBy(ProblemBreakdownTest::kind, Collectors.counting()));

    found.remove("odd");
    assertThat(found.values()).hasSizeGreaterThanOrEqualTo(4).containsOnly(1L);
  }

  @Test
  void namesProblemsInPhrasesThatPeopleWrote() {
    assertThat(breakdown.problems())
        .extracting(ConcreteProblem::name)
        .contains("Бродячие собаки", "Громкая музыка", "Пропуск в пограничную зону");
    String written = messages.stream().map(Text::text).collect(Collectors.joining("\n"));
    assertThat(breakdown.problems())
        .allSatisfy(problem -> assertThat(written).containsIgnoringCase(problem.name()));
  }

  @Test
  void countsEachMessageOnce() {
    assertThat(breakdown.messages()).isEqualTo(messages.size());
    assertThat(breakdown.problems().stream().mapToInt(ConcreteProblem::count).sum())
        .isEqualTo(messages.size() - breakdown.rest());
  }

  @Test
  void leavesMostSingleMessagesInTheRest() {
    assertThat(breakdown.rest()).isGreaterThanOrEqualTo(15);
  }

  @Test
  void givesTheSameAnswerInAnyOrder() {
    List<Text> shuffled = new ArrayList<>(messages);
    Collections.shuffle(shuffled, new Random(7));

    assertThat(ProblemBreakdown.of(shuffled)).isEqualTo(breakdown);
  }

  @Test
  void showsAtMostFiveDifferentExamplesOfAProblem() {
    List<Text> copies =
        IntStream.range(0, 10)
            .mapToObj(i -> new Text("copy-" + i, "Громкая музыка соседей ночью, спать невозможно"))
            .toList();
    List<Text> all = new ArrayList<>(messages);
    all.addAll(copies);

    assertThat(ProblemBreakdown.of(all).problems())
        .allSatisfy(
            problem ->
                assertThat(problem.examples())
                    .hasSizeLessThanOrEqualTo(ProblemBreakdown.MOST_EXAMPLES)
                    .extracting(Text::text)
                    .doesNotHaveDuplicates());
  }

  @Test
  void namesAProblemOfWhichEverybodySpeaksInTheSameWords() {
    List<Text> copies =
        IntStream.range(0, 500)
            .mapToObj(i -> new Text("copy-" + i, "Банкомат не работает, наличные снять негде"))
            .toList();

    ProblemBreakdown one = ProblemBreakdown.of(copies);

    assertThat(one.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.count()).isEqualTo(500))
        .satisfies(problem -> assertThat(problem.examples()).hasSize(1));
  }

  @Test
  void doesNotShowAProblemOfTwoMessages() {
    ProblemBreakdown two =
        ProblemBreakdown.of(
            List.of(
                new Text("1", "Не работает банкомат в посёлке"),
                new Text("2", "Банкомат в посёлке не работает"),
                new Text("3", "Памятник лётчикам покрасили")));

    assertThat(two.problems()).isEmpty();
    assertThat(two.rest()).isEqualTo(3);
    assertThatThrownBy(() -> new ConcreteProblem("Банкомат", 2, List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsPersonalDataOutOfNamesWordsAndExamples() {
    List<Text> texts = new ArrayList<>(messages);
    for (int i = 0; i < 6; i++) {
      texts.add(
          new Text(
              "person-" + i,
              "Сосед Петр Кузякин держит кур на балконе, звоните 8 914 000-11-2%d, Кузякин кур не убирает"
                  .formatted(i)));
    }

    assertThat(ProblemBreakdown.of(texts).problems())
        .anySatisfy(problem -> assertThat(problem.words()).contains("балкон"))
        .allSatisfy(
            problem -> {
              assertThat(problem.name()).doesNotContainIgnoringCase("кузякин");
              assertThat(problem.words()).doesNotContain("кузякин", "петр");
              assertThat(problem.examples())
                  .noneSatisfy(example -> assertThat(example.text()).contains("000-11"));
            });
  }

  @Test
  void doesNotTakeATownForAProblem() {
    List<Text> texts =
        List.of(
            new Text("1", "Когда в Холмске откроют каток"),
            new Text("2", "Сколько в Холмске стоит аренда зала"),
            new Text("3", "Почему из Холмска убрали часы"),
            new Text("4", "Покажите салют в Холмске"));

    assertThat(ProblemBreakdown.of(texts).problems()).isEmpty();
  }

  @Test
  void answersNothingWithNothing() {
    assertThat(ProblemBreakdown.of(List.of())).isEqualTo(new ProblemBreakdown(0, List.of(), 0));
    assertThat(ProblemBreakdown.of(List.of(new Text("1", "!!!"))).rest()).isEqualTo(1);
  }

  /** What most of the examples are about. */
  private static String kind(ConcreteProblem problem) {
    return problem.examples().stream()
        .map(example -> example.id().split("-")[0])
        .collect(Collectors.groupingBy(kind -> kind, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }
}
