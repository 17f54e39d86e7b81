package org.otklik.models.misinformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.models.text.Token;

class TellingModelTest {
  private static ReadPost read(String text) {
    return ReadPost.of(text, Examples.tokens(text));
  }

  /** None of these texts is learned from. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "QUESTION | Скажите, это правда, что аптеку закроют, или опять слухи?",
        "NEWS | Ремонт теплотрассы на улице Садовой завершат 20 сентября, движение открыто по одной полосе",
        "COMPLAINT | третий день сижу без воды, звоню диспетчеру, никто не приехал, ребёнка помыть нечем",
        "DENIAL | Никто школу закрывать не собирается, это выдумки, уроки идут по расписанию",
        "RETELLING | народ, с января за въезд в город деньги брать начнут, готовьте кошельки"
      })
  void hearsHowATextIsTold(Telling way, String text) {
    double[] probabilities = read(text).telling();
    assertThat(Arrays.stream(probabilities).sum()).isEqualTo(1, within(1e-9));
    assertThat(probabilities[way.ordinal()])
        .as(Arrays.toString(probabilities))
        .isEqualTo(Arrays.stream(probabilities).max().orElseThrow());
  }

  /** Words with content, and so anger, are not looked at: only their forms are. */
  @Test
  void whatATextIsAboutAndItsAngerSayNothing() {
    assertThat(read("Позорная котельная не греет").telling())
        .isEqualTo(read("Районная котельная не греет").telling());
    assertThat(read("в Твери закроют школу").telling())
        .isEqualTo(read("в Пензе закроют почту").telling());
  }

  @Test
  void wordsThatSpeakForAWayAreShownAsTheyStand() {
    String text = "Мне не привезли лекарства";
    List<Token> tokens = Examples.tokens(text);
    TellingModel model =
        new TellingModel(
            Map.of(
                TellingMarks.ofWord(tokens.get(0)).get(0), row(Telling.COMPLAINT, 2),
                TellingMarks.ofWord(tokens.get(1)).get(1), row(Telling.COMPLAINT, 1),
                TellingMarks.ofWord(tokens.get(3)).get(0), row(Telling.COMPLAINT, 9)));
    assertThat(model.evidence(text, tokens, Telling.COMPLAINT, 3)).containsExactly("Мне", "не");
    assertThat(model.evidence(text, tokens, Telling.NEWS, 3)).isEmpty();
  }

  @Test
  void learnsMarksThatTellWaysApart() {
    List<TellingTraining.Example> examples = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      examples.add(
          new TellingTraining.Example(Map.of("both", 1.0, "asks", 1.0), Telling.QUESTION, 1));
      examples.add(new TellingTraining.Example(Map.of("both", 1.0, "says", 1.0), Telling.NEWS, 1));
    }
    Map<String, double[]> weights = TellingTraining.train(examples);
    int question = Telling.QUESTION.ordinal();
    int news = Telling.NEWS.ordinal();
    assertThat(weights.get("asks")[question]).isGreaterThan(weights.get("asks")[news] + 1);
    assertThat(weights.get("says")[news]).isGreaterThan(weights.get("says")[question] + 1);
    assertThat(weights.get("both")[question]).isEqualTo(weights.get("both")[news], within(0.1));
    assertThat(weights).containsKey(TellingModel.BIAS);
  }

  @Test
  void aLineOfAnotherFormIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> TellingModel.parse(List.of("form:NN\t1\t2")))
        .withMessageContaining("not 8 weights in the line «form:NN\t1\t2»");
    assertThatIllegalStateException()
        .isThrownBy(() -> TellingModel.parse(List.of("form:NN\t1\t2\tx")))
        .withMessageContaining("can't read the line");
  }

  private static double[] row(Telling way, double weight) {
    double[] row = new double[Telling.values().length];
    row[way.ordinal()] = weight;
    return row;
  }
}
