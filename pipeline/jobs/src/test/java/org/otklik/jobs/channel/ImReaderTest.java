package org.otklik.jobs.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.jobs.channel.Channel.IM;
import static org.otklik.jobs.channel.NativeRecords.deadLetter;
import static org.otklik.jobs.channel.NativeRecords.post;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostKind;

class ImReaderTest {
  private static final String ROW =
      """
      {"ID":"145","Номер инцидента":307,"Отдел":"ЦУР (пример)","Исполнитель":"ИСПОЛНИТЕЛЬ",
       "Дата создания":"10.03.2026 09:15:30","Дата окончания":"","Муниципалитет":"Холмский",
       "Квартира":"12","Итог":"Не решено","Текст инцидента":"[id900000001|Клавдия], темно<br>везде",
       "1ый ответ ПИ":"Звоните 8 (4242) 00-00-00<br>ждём"}""";

  @Test
  void readsRow() {
    Post post = post(IM, ROW);

    assertThat(post.channel()).isEqualTo("im");
    assertThat(post.nativeId()).isEqualTo("145");
    assertThat(post.kind()).isEqualTo(PostKind.MESSAGE);
    assertThat(post.text()).isEqualTo("Клавдия, темно\nвезде");
    assertThat(post.publishedAt()).hasToString("2026-03-09T22:15:30Z");
    assertThat(post.sourceFields())
        .containsEntry("Номер инцидента", "307")
        .containsEntry("Итог", "Не решено")
        .containsEntry("Муниципалитет", "Холмский")
        .containsEntry("1ый ответ ПИ", "Звоните [телефон]\nждём")
        .doesNotContainKeys("ID", "Текст инцидента", "Исполнитель", "Квартира", "Дата окончания");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Администрация Холмского округа (пример)",
        "Министерство ЖКХ области",
        "МКУ «Дороги»",
        "Региональный оператор ТКО"
      })
  void keepsExecutorThatIsAnOrganisation(String executor) {
    assertThat(post(IM, ROW.replace("ИСПОЛНИТЕЛЬ", executor)).sourceFields())
        .containsEntry("Исполнитель", executor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Щукина Клавдия",
        "Щукина К. П.",
        "щукина к",
        "ЩУКИНА КЛАВДИЯ ПЕТРОВНА",
        "Школьников Пётр",
        "Администрация, Щукина К.П.",
        "Отдел ЖКХ Щукин Пётр Ильич",
        "Администрация округа Смирнова Ольга",
        "Отделкина Ольга",
        "Районов Пётр",
        "Центрова"
      })
  void dropsExecutorThatMayBeAPerson(String executor) {
    assertThat(post(IM, ROW.replace("ИСПОЛНИТЕЛЬ", executor)).sourceFields())
        .doesNotContainKey("Исполнитель");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Смирнова Ольга", "ЦУР, Щукина К. П.", "Отдел Ольги Петровны Смирновой"})
  void dropsUnitThatMayBeAPerson(String unit) {
    assertThat(post(IM, ROW.replace("ЦУР (пример)", unit)).sourceFields())
        .doesNotContainKey("Отдел");
    assertThat(post(IM, ROW).sourceFields()).containsEntry("Отдел", "ЦУР (пример)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://vk.com/id900000017",
        "https://vk.com/wall900000017_5",
        "https://m.vk.com/feed?w=wall900000017_5",
        "https://ok.ru/profile/900000000017",
        "https://t.me/klavdia_example",
        "t.me/+79000000001"
      })
  void dropsLinksToPersons(String link) {
    assertThat(
            post(IM, ROW.replace("\"Итог\":\"Не решено\"", "\"Ссылка\":\"" + link + "\""))
                .sourceFields())
        .doesNotContainKey("Ссылка");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://vk.com/wall-990000001_5",
        "https://vk.com/club990000001",
        "https://vk.com/feed?w=wall-990000001_5",
        "https://ok.ru/group/900000000017/topic/5",
        "https://t.me/example_chat/17",
        "https://t.me/s/example_chat"
      })
  void keepsLinksToCommunities(String link) {
    assertThat(
            post(IM, ROW.replace("\"Итог\":\"Не решено\"", "\"URL\":\"" + link + "\""))
                .sourceFields())
        .containsEntry("URL", link);
  }

  @Test
  void masksOtherColumns() {
    String row =
        ROW.replace(
            "\"Итог\":\"Не решено\"",
            "\"Теги\":\"просит Ольга Смирнова, +7 900 000-00-01\",\"Улица\":\"Ивана Кузнецова\","
                + "\"Номер в реестре\":\"89000000001\",\"Номер дела\":\"звонить +7 900 000-00-01\"");

    assertThat(post(IM, row).sourceFields())
        .containsEntry("Теги", "просит [имя], [телефон]")
        .containsEntry("Улица", "Ивана Кузнецова")
        .containsEntry("Номер в реестре", "89000000001")
        .containsEntry("Номер дела", "звонить [телефон]")
        .containsEntry("Дата создания", "10.03.2026 09:15:30");
  }

  @Test
  void takesIncidentNumberWhereThereIsNoId() {
    Post post = post(IM, ROW.replace("\"145\"", "\"-\""));

    assertThat(post.nativeId()).isEqualTo("307");
    assertThat(post.sourceFields()).doesNotContainKey("Номер инцидента");
  }

  @ParameterizedTest
  @CsvSource({
    "10.03.2026 09:15, 2026-03-09T22:15:00Z",
    "10.03.2026, 2026-03-09T13:00:00Z",
    "2026-03-10 09:15:30, 2026-03-09T22:15:30Z",
    "2026-03-10T09:15:30, 2026-03-09T22:15:30Z",
    "2026-03-10T09:15:30+03:00, 2026-03-10T06:15:30Z",
    "2026-03-10, 2026-03-09T13:00:00Z"
  })
  void readsDatesOfAllLayouts(String date, String instant) {
    assertThat(post(IM, ROW.replace("10.03.2026 09:15:30", date)).publishedAt())
        .hasToString(instant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "10.03.2026 09:15:30; вчера; «Дата создания»: expected a date as dd.MM.yyyy HH:mm:ss, got"
            + " something else",
        "Дата создания; Дата; «Дата создания»: missing, expected a date as dd.MM.yyyy HH:mm:ss"
      })
  void saysWhatIsWrong(String part, String other, String reason) {
    assertThat(deadLetter(IM, ROW.replace(part, other))).isEqualTo(reason);
  }

  @Test
  void refusesRowWithoutAnyId() {
    assertThat(deadLetter(IM, ROW.replace("\"ID\"", "\"x\"").replace("Номер инцидента", "y")))
        .isEqualTo("«ID»: missing, expected the incident's id");
  }
}
