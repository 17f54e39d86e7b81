package org.otklik.models.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataMaskerTest {
  private static final int LONG = 64 * 1024;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "тел. №89141112233|тел. №[телефон]",
        "Телефон: № 8 914 111-22-33.|Телефон: № [телефон].",
        "тел. №9141112233|тел. №[телефон]",
        "тел.9141112233|тел.[телефон]",
        "тел. №45-12-34|тел. №[телефон]",
        "звоните 8\u2011914\u2011111\u201122\u201133|звоните [телефон]",
        "звоните +7\u2212914\u2212111\u221222\u221233|звоните [телефон]",
        "позвоните 451234 или т. 451234|позвоните [телефон] или т. [телефон]",
        "звоните 8/914/111/22/33|звоните [телефон]",
        "звоните 8_914_111_22_33|звоните [телефон]",
        "звоните 8９１４１１１２２３３|звоните [телефон]",
        "https://wa.me/79141112233|https://wa.me/[телефон]",
        "пишите ivan.petrov@mail.ru скорее|пишите [почта] скорее"
      })
  void masksTelephonesAndMail(String text, String masked) {
    assertThat(PersonalDataMasker.mask(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "карта 2202.2002.1234.5678|карта [карта]",
        "карта №2202 2002 1234 5678.|карта №[карта].",
        "снилс 112 233 445 95|снилс [снилс]",
        "СНИЛС: 11223344595|СНИЛС: [снилс]",
        "112\u2011233\u2011445 95|[снилс]",
        "паспорт 6400 123456|паспорт [паспорт]",
        "счет 40817810123456789012|счет [счёт]",
        "р/с №40817810123456789012|р/с №[счёт]",
        "р/с 40817 810 1 2345 6789012|р/с [счёт]",
        "лицевой счёт 4081 7810 1234 5678 9012|лицевой счёт [счёт]",
        "вот 40817810123456789012 мой|вот [счёт] мой",
        "9141112233 9142223344|[телефон] [телефон]"
      })
  void masksNumbersOfDocumentsAndAccounts(String text, String masked) {
    assertThat(PersonalDataMasker.mask(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "квартира номер 45|квартира номер [квартира]",
        "в кв-ре 45 холодно|в кв-ре [квартира] холодно",
        "кв 45 мы мёрзнем|кв [квартира] мы мёрзнем",
        "45 квартира|[квартира] квартира",
        "45-я квартира|[квартира]-я квартира",
        "сосед из 45-й квартиры|сосед из [квартира]-й квартиры",
        "сосед из 22 квартиры|сосед из [квартира] квартиры",
        "в 45 квартире течёт|в [квартира] квартире течёт",
        "Ленина 45 квартира 12|Ленина 45 квартира [квартира]",
        "дом 45 квартира номер 12|дом 45 квартира номер [квартира]"
      })
  void masksFlats(String text, String masked) {
    assertThat(PersonalDataMasker.mask(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "пишите vk.com/id123456.|пишите [профиль].",
        "https://m.vk.com/id123456?w=wall123456_7 тут|[профиль] тут",
        "пишите в t.me/ivan_petrov, жду|пишите в [профиль], жду",
        "https://t.me/ivan_petrov/|[профиль]",
        "ok.ru/profile/555|[профиль]"
      })
  void masksProfiles(String text, String masked) {
    assertThat(PersonalDataMasker.mask(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Яма у д. 45",
        "дом 45 корпус 2",
        "Отключили 22.11.2022 в 19:30, 2022-11-22 обещали",
        "8/11/2022 10:15",
        "Собрали 500 000 руб",
        "45 квартир в доме без света",
        "Затопило 3 квартиры и 22 квартиры рядом",
        "3-к квартира и 2-комнатная квартира, квартира 45 м",
        "приказ №1234567",
        "Документ № 123456",
        "В доме 45 этажей, 12 кв. м, 2 этаж, 1/2 квартиры",
        "Инцидент № 60-2026-0300123",
        "улица Ивана Кузнецова, ул. Юрия Гагарина",
        "школа имени Пушкина",
        "vk.com/wall-1_2",
        "https://vk.com/wall-81234567_123",
        "https://vk.com/wall-91234567_89",
        "t.me/channel/15",
        "https://t.me/channel_name/15?single",
        "vk.com/sakhalin_news"
      })
  void leavesTheRestAlone(String text) {
    assertThat(PersonalDataMasker.mask(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8",
        "1",
        "12 ",
        "8 ",
        "№8",
        "8-",
        "a",
        "я",
        "Я",
        "Ян ",
        "вна",
        "паспорт",
        "телефон",
        "a.",
        "t.me/",
        "меня зовут ",
        "ивановна ",
        "снилс",
        "1 квартиры ",
        "@a."
      })
  void doesNotHangOnLongTexts(String part) {
    String text = part.repeat(LONG / part.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          PersonalDataMasker.mask(text);
          PersonalDataMasker.mask(text + " @ 8 кв / " + text);
          PersonalDataMasker.mask("a@" + text);
        });
  }

  @Test
  void aProfileIsNoWord() {
    assertThat(new Lemmatizer().tokens("[профиль], [счёт]")).isEmpty();
  }
}
