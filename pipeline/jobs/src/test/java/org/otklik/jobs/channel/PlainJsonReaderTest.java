package org.otklik.jobs.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.jobs.channel.Channel.JSON;
import static org.otklik.jobs.channel.NativeRecords.PSEUDONYMS;
import static org.otklik.jobs.channel.NativeRecords.RECEIVED;
import static org.otklik.jobs.channel.NativeRecords.deadLetter;
import static org.otklik.jobs.channel.NativeRecords.post;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostKind;

class PlainJsonReaderTest {

  private static Post with(String members) {
    return post(JSON, "{\"id\":\"a1\",\"text\":\"Нет света\"" + members + "}");
  }

  @Test
  void readsTheLeastThereIs() {
    Post post = with("");

    assertThat(post.channel()).isEqualTo("json");
    assertThat(post.nativeId()).isEqualTo("a1");
    assertThat(post.kind()).isEqualTo(PostKind.MESSAGE);
    assertThat(post.publishedAt()).isEqualTo(RECEIVED);
    assertThat(post.author()).isNull();
  }

  @Test
  void readsAllThereIs() {
    Post post =
        with(
            ",\"community\":\"Холмск онлайн\",\"communityId\":17,\"channel\":\"ok\","
                + "\"publishedAt\":\"2026-03-10T09:15:00+11:00\","
                + "\"editedAt\":\"2026-03-10T10:15:00+11:00\",\"author\":\"u7\","
                + "\"url\":\"https://example.com/1\",\"lat\":47.05,\"lon\":\"142,04\","
                + "\"replyTo\":\"a0\",\"kind\":\"comment\"");

    assertThat(post.channel()).isEqualTo("ok");
    assertThat(post.kind()).isEqualTo(PostKind.COMMENT);
    assertThat(post.communityId()).isEqualTo("17");
    assertThat(post.communityName()).isEqualTo("Холмск онлайн");
    assertThat(post.publishedAt()).hasToString("2026-03-09T22:15:00Z");
    assertThat(post.editedAt()).hasToString("2026-03-09T23:15:00Z");
    assertThat(post.version()).isEqualTo(post.editedAt().toEpochMilli());
    assertThat(post.author()).isEqualTo(PSEUDONYMS.of("ok", "u7"));
    assertThat(post.url()).isEqualTo("https://example.com/1");
    assertThat(post.latitude()).isEqualTo(47.05);
    assertThat(post.longitude()).isEqualTo(142.04);
    assertThat(post.replyTo()).isEqualTo("a0");
    assertThat(post.sourceFields()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"publishedAt\":\"2026-03-10T09:15:00\"; 2026-03-09T22:15:00Z",
        "\"date\":\"2026-03-10 09:15\"; 2026-03-09T22:15:00Z",
        "\"published_at\":\"2026-03-10T09:15:00.123Z\"; 2026-03-10T09:15:00.123Z",
        "\"timestamp\":1773100000; 2026-03-09T23:46:40Z",
        "\"timestamp\":1773100000123; 2026-03-09T23:46:40.123Z",
        "\"timestamp\":1773100000.5; 2026-03-09T23:46:40.500Z",
        "\"timestamp\":\"1773100000\"; 2026-03-09T23:46:40Z"
      })
  void readsDates(String member, String instant) {
    assertThat(with("," + member).publishedAt()).hasToString(instant);
  }

  @Test
  void takesIdOfMessageWithinItsCommunity() {
    String record = "{\"message_id\":7,WITHIN\"message\":\"Нет света\"}";

    assertThat(post(JSON, record.replace("WITHIN", "\"community\":\"К\",")).nativeId())
        .isEqualTo("К/7");
    assertThat(post(JSON, record.replace("WITHIN", "\"channel\":\"Корсаков инфо\",")).nativeId())
        .isEqualTo("Корсаков инфо/7");
    assertThat(post(JSON, record.replace("WITHIN", "\"sender_id\":-100990,")).nativeId())
        .isEqualTo("-100990/7");
    assertThat(post(JSON, record.replace("WITHIN", "\"sender_id\":900000017,")).toString())
        .doesNotContain("900000017");
    assertThat(deadLetter(JSON, record.replace("WITHIN", "")))
        .isEqualTo("community: missing, expected what message_id is unique in");
  }

  @Test
  void takesChannelForCommunityWhereItIsNoName() {
    Post post = with(",\"channel\":\"РИА Новости\"");

    assertThat(post.channel()).isEqualTo("json");
    assertThat(post.communityName()).isEqualTo("РИА Новости");
    assertThat(post.kind()).isEqualTo(PostKind.POST);
  }

  @Test
  void keepsOtherScalarsButNothingPersonal() {
    Post post =
        with(
            ",\"category\":\"it\",\"views\":12,\"pinned\":true,\"tags\":[\"a\"],"
                + "\"note\":\"звоните +7 900 000-00-01\",\"author_id\":5,\"userName\":\"К\","
                + "\"name\":\"К\",\"contact_phone\":\"1\",\"email\":\"a@example.com\",\"fio\":\"К\","
                + "\"first_name\":\"К\",\"last_name\":\"К\",\"sender_id\":9,\"ФИО\":\"К\"");

    assertThat(post.sourceFields())
        .containsEntry("category", "it")
        .containsEntry("views", "12")
        .containsEntry("pinned", "true")
        .containsEntry("note", "звоните [телефон]")
        .hasSize(4);
  }

  @Test
  void masksLongNumbersOfOtherFields() {
    assertThat(
            with(",\"a\":9000000001,\"b\":\"900000017\",\"c\":12345678,\"d\":47.0512345678,\"e\":-900000017")
                .sourceFields())
        .containsEntry("a", "[номер]")
        .containsEntry("b", "[номер]")
        .containsEntry("c", "12345678")
        .containsEntry("d", "47.0512345678")
        .containsEntry("e", "[номер]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from_id",
        "fromId",
        "owner_id",
        "peer_id",
        "vk_id",
        "user_id",
        "first",
        "last",
        "contact",
        "contacts",
        "tel",
        "profile",
        "profile_url",
        "контакт",
        "Профиль",
        "Ник",
        "тел.",
        "+7 900 000-00-01",
        "79000000001"
      })
  void dropsFieldsNamedLikePersons(String name) {
    assertThat(with(",\"" + name + "\":\"что-то\",\"hotel\":\"1\"").sourceFields())
        .containsOnlyKeys("hotel");
  }

  @ParameterizedTest
  @CsvSource({
    "https://vk.com/id900000017, false",
    "https://vk.com/wall900000017_5, false",
    "https://ok.ru/profile/900000000017, false",
    "https://t.me/klavdia_example, false",
    "https://vk.com/wall-990000001_5, true",
    "https://ok.ru/group/900000000017/topic/5, true",
    "https://t.me/example_chat/17, true"
  })
  void keepsUrlUnlessItIsAPersons(String url, boolean kept) {
    Post post = with(",\"url\":\"" + url + "\",\"link\":\"" + url + "\"");

    assertThat(post.url()).isEqualTo(kept ? url : null);
    assertThat(post.sourceFields().containsKey("link")).isEqualTo(kept);
  }

  @Test
  void masksCommunityAndReplyTo() {
    String community = "Смирнова Ольга +7 900 000-00-01";
    Post post = with(",\"community\":\"" + community + "\",\"replyTo\":\"+79000000001\"");
    String unnumbered = "{\"message_id\":7,\"message\":\"x\",\"community\":\"" + community + "\"}";

    assertThat(post.communityName()).isEqualTo("[имя] [телефон]");
    assertThat(post.replyTo()).isEqualTo("[телефон]");
    assertThat(post(JSON, unnumbered).nativeId())
        .isEqualTo(PSEUDONYMS.of("json", community) + "/7");
  }

  @Test
  void capsOtherFields() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 80; i++) {
      many.append(",\"f").append(i).append("\":\"").append("х".repeat(1500)).append('"');
    }

    assertThat(with(many.toString()).sourceFields())
        .hasSize(50)
        .allSatisfy((field, value) -> assertThat(value).hasSize(1000));
  }

  @Test
  void dropsUrlThatIsNone() {
    assertThat(with(",\"url\":\"javascript:alert(1)\"").url()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"text\":\"x\"}; id: missing, expected a string or a whole number",
        "{\"id\":1.5,\"text\":\"x\"}; id: expected a string or a whole number, got a fraction",
        "{\"id\":1,\"text\":7}; text: expected a string, got a whole number",
        "{\"id\":1,\"text\":\"x\",\"kind\":\"rumour\"}; kind: expected post, comment, response or"
            + " message, got another word",
        "{\"id\":1,\"text\":\"x\",\"editedAt\":\"x\"}; editedAt: expected a date such as"
            + " 2026-03-15T12:00:00+11:00, got a string of another form"
      })
  void saysWhatIsWrong(String record, String reason) {
    assertThat(deadLetter(JSON, record)).isEqualTo(reason);
  }
}
