package org.otklik.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameMaskerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Соседка Мария Сергеевна Иванова шумит|Соседка [имя] шумит",
        "Обращалась к Иванову И.И. дважды|Обращалась к [имя] дважды",
        "Мастер И. И. Петров не пришёл|Мастер [имя] не пришёл",
        "Меня зовут Ольга Смирнова, живу тут|Меня зовут [имя], живу тут",
        "Уважаемый Роман Владимирович! Прошу|Уважаемый [имя]! Прошу",
        "Сушкова Анна Петровна ждёт врача|[имя] ждёт врача",
        "пишет иванов иван иванович|пишет [имя]",
        "пишет кузнецов иван иванович, жду|пишет [имя], жду",
        "обратилась мария петровна иванова вчера|обратилась [имя] вчера",
        "сосед иван иванович шумит|сосед [имя] шумит",
        "меня зовут мария петровна|меня зовут [имя]",
        "меня зовут мария, живу тут|меня зовут [имя], живу тут",
        "Меня зовут иван кузнецов и я тут живу|Меня зовут [имя] и я тут живу"
      })
  void masksNamesOfPersons(String text, String masked) {
    assertThat(PersonNameMasker.mask(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Яма на ул. Ивана Кузнецова у магазина",
        "Школа имени Александра Пушкина закрыта",
        "Губернатор Валерий Лимаренко обещал",
        "Глава района Иванов И.И. не отвечает",
        "Спасибо Марине за помощь",
        "Нет Света в доме. Когда Дадут?",
        "Южно-Сахалинск, Холмск, Курильск без связи",
        "УК Парковая не чистит двор",
        "меня зовут на работу",
        "любовь безгранична",
        "губернатор валерий игоревич лимаренко обещал",
        "яма на улице ивана ивановича",
        "спасибо марине за помощь"
      })
  void leavesStreetsOfficialsAndGivenNamesAlone(String text) {
    assertThat(PersonNameMasker.mask(text)).isEqualTo(text);
  }

  @Test
  void worksThroughTheMaskerOfPersonalData() {
    assertThat(PersonalDataMasker.mask("Иванова Мария Петровна, кв. 12, тел. 8 914 123-45-67"))
        .isEqualTo("[имя], кв. [квартира], тел. [телефон]");
  }
}
