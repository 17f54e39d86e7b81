package org.otklik.models.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageReaderTest {
  private static final MessageReader READER = MessageReader.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "На улице не горят фонари, вечером темно|street-lighting",
        "Лифт не работает вторую неделю|elevators",
        "Стая собак кидается на детей|stray-dogs",
        "Нет записи к врачу, талонов нет|appointments",
        "Скорая ехала три часа|ambulance"
      })
  void namesTheCategoryWithinTheTheme(String text, String category) {
    assertThat(READER.read(text).category().id()).isEqualTo(category);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Третий день нет воды, никто не едет чинить|problem",
        "Подскажите, до какого часа работает МФЦ?|question",
        "Предлагаю поставить скамейки на аллее|suggestion",
        "Спасибо врачам за спасение отца, низкий поклон|gratitude",
        "Всем доброе утро!|noise"
      })
  void tellsTheTypeOfAMessage(String text, String type) {
    assertThat(READER.read(text).type().id()).isEqualTo(type);
  }

  @Test
  void findsTwoProblemsInOneMessage() {
    Understanding understood =
        READER.read(
            "Автобус пятого маршрута опять не пришёл, ждали на остановке целый час."
                + " И ещё мусор у контейнеров не вывозят вторую неделю, баки переполнены.");

    assertThat(understood.raised()).contains("transport", "solid-waste").hasSizeLessThan(4);
  }

  @Test
  void raisesOneThemeForOneProblem() {
    assertThat(READER.read("Яма на дороге. Колесо пробил. Яма огромная, асфальта нет.").raised())
        .containsExactly("roads");
  }

  @Test
  void explainsADecisionByWordsOfTheText() {
    Understanding understood = READER.read("Соседи говорят, что автобус снова не пришёл");

    assertThat(understood.themes().get(0).id()).isEqualTo("transport");
    assertThat(understood.words().get(0).word()).isEqualTo("автобус");
    assertThat(understood.words()).allSatisfy(word -> assertThat(word.weight()).isPositive());
  }

  @Test
  void readsAnEmptyMessage() {
    Understanding understood = READER.read("");

    assertThat(understood.tokens()).isEmpty();
    assertThat(understood.language()).isEqualTo("und");
    assertThat(understood.urgency()).isEqualTo(Urgency.NONE);
  }

  @Test
  void doesNotReadTheAdvertTail() {
    Understanding understood =
        READER.read("На дороге огромная яма у моста.\nПодписывайтесь на наш канал о рыбалке");

    assertThat(understood.tokens()).noneMatch(token -> token.lemma().equals("рыбалка"));
  }
}
