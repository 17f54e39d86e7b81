package org.otklik.models.misinformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TermReaderTest {

  private static List<Double> numbers(String text) {
    return Examples.read(text).terms().stream().filter(Term::isNumber).map(Term::number).toList();
  }

  private static List<String> negated(String text) {
    TermText read = Examples.read(text);
    return read.terms().stream().filter(Term::negated).map(read::surface).toList();
  }

  @Test
  void sameNumberHasOneValueHoweverItIsWritten() {
    assertThat(numbers("15 тысяч")).containsExactly(15_000.0);
    assertThat(numbers("15 тыс.")).containsExactly(15_000.0);
    assertThat(numbers("15 000")).containsExactly(15_000.0);
    assertThat(numbers("пятнадцать тысяч")).containsExactly(15_000.0);
    assertThat(numbers("двадцать пять")).containsExactly(25.0);
    assertThat(numbers("две с половиной тысячи")).containsExactly(2_500.0);
  }

  @Test
  void neighbouringNumbersStayApart() {
    assertThat(numbers("с 1 по 14 июля")).containsExactly(1.0, 14.0);
  }

  @Test
  void notTurnsNextWord() {
    assertThat(negated("школу не закроют")).containsExactly("закроют");
  }

  @Test
  void absenceTurnsWordsOfItsClause() {
    assertThat(negated("ртути в воде нет, пейте спокойно"))
        .contains("ртути", "воде")
        .doesNotContain("пейте");
  }

  @Test
  void conditionAndAdviceTurnNothing() {
    assertThat(negated("успели, пока не закрыли")).isEmpty();
    assertThat(negated("не пейте воду")).isEmpty();
  }

  @Test
  void wordOfEndingStopsItsNeighbours() {
    TermText read = Examples.read("перестанут выдавать пособие");
    assertThat(read.terms().stream().filter(Term::stopped).map(read::surface))
        .containsExactly("выдавать", "пособие");
  }

  @Test
  void capitalInsideSentenceIsName() {
    TermText read = Examples.read("Вода в Приреченске чистая");
    assertThat(read.terms().stream().filter(Term::name).map(read::surface))
        .containsExactly("Приреченске");
  }

  @Test
  void capitalsEverywhereAreNoNames() {
    assertThat(Examples.read("ВОДА В ПРИРЕЧЕНСКЕ ОТРАВЛЕНА СРОЧНО").terms()).noneMatch(Term::name);
  }

  @Test
  void longTextIsComparedInStretches() {
    TermText read = Examples.read("Снег идёт третий день подряд. ".repeat(40));
    assertThat(read.windows()).hasSizeGreaterThan(2);
    assertThat(read.windows())
        .allSatisfy(window -> assertThat(window.to() - window.from()).isLessThanOrEqualTo(60));
    assertThat(read.windows().get(read.windows().size() - 1).to()).isEqualTo(read.terms().size());
  }
}
