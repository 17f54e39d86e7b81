package org.otklik.jobs.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.jobs.channel.Channel.POS;
import static org.otklik.jobs.channel.NativeRecords.deadLetter;
import static org.otklik.jobs.channel.NativeRecords.post;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostKind;

class PosReaderTest {
  private static final String ROW =
      """
      {"\uFEFF номер ":"65-1","Номер ЕПГУ":"-","ФАКТ":"Яма  на Советской","Подкатегория":"Ямы,  люки",
       "Дата  поступления":"10.03.2026","Дата планируемого завершения работ":"скоро",
       "Дата фактического завершения работ":"-","Оценка ответа заявителем":"",
       "ФИО координатора":"Щукина К. П.","фио  исполнителя":"Щукина","ФИО":"Щукина",
       "Заявитель":"Щукина","Телефон заявителя":"+7 900 000-00-01",
       "Заявитель выбрал подачу по 59-ФЗ":"Нет"}""";

  @Test
  void readsRow() {
    Post post = post(POS, ROW);

    assertThat(post.channel()).isEqualTo("pos");
    assertThat(post.nativeId()).isEqualTo("65-1");
    assertThat(post.kind()).isEqualTo(PostKind.MESSAGE);
    assertThat(post.text()).isEqualTo("Яма на Советской");
    assertThat(post.author()).isNull();
    assertThat(post.communityId()).isNull();
  }

  @Test
  void takesDayAsItsStartInTheRegionsZone() {
    assertThat(post(POS, ROW).publishedAt()).hasToString("2026-03-09T13:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "10.03.2026 09:15, 2026-03-09T22:15:00Z",
    "10.03.2026 09:15:30, 2026-03-09T22:15:30Z",
    "10.03.2026 9:15, 2026-03-09T22:15:00Z"
  })
  void readsDateWithTime(String date, String instant) {
    assertThat(post(POS, ROW.replace("10.03.2026", date)).publishedAt()).hasToString(instant);
  }

  @Test
  void keepsOtherColumnsButNoPersons() {
    assertThat(post(POS, ROW).sourceFields())
        .containsEntry("Подкатегория", "Ямы, люки")
        .containsEntry("Дата планируемого завершения работ", "скоро")
        .containsEntry("Заявитель выбрал подачу по 59-ФЗ", "Нет")
        .containsOnlyKeys(
            "Подкатегория",
            "Дата поступления",
            "Дата планируемого завершения работ",
            "Заявитель выбрал подачу по 59-ФЗ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "65-1; -; «Номер»: missing, expected the message's number",
        "10.03.2026; -; «Дата поступления»: missing, expected a date as dd.MM.yyyy",
        "10.03.2026; 31.02.2026; «Дата поступления»: expected a date as dd.MM.yyyy, got something"
            + " else"
      })
  void saysWhatIsWrong(String part, String other, String reason) {
    assertThat(deadLetter(POS, ROW.replace(part, other))).isEqualTo(reason);
  }
}
