package org.otklik.jobs.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.jobs.channel.Channel.TELEGRAM;
import static org.otklik.jobs.channel.Channel.TELEGRAM_EXPORT;
import static org.otklik.jobs.channel.NativeRecords.PUBLISHED_AT;
import static org.otklik.jobs.channel.NativeRecords.deadLetter;
import static org.otklik.jobs.channel.NativeRecords.ignored;
import static org.otklik.jobs.channel.NativeRecords.post;
import static org.otklik.jobs.channel.NativeRecords.read;
import static org.otklik.jobs.channel.NativeRecords.valid;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.jobs.channel.Reading.Outcome;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostKind;

class TelegramExportReaderTest {
  private static final String MESSAGE =
      """
      {"id":101,"type":"message","date":"2026-03-15T04:00:00","date_unixtime":"1773507600",
       "from":"Клавдия","from_id":"user900000017","reply_to_message_id":7,
       "text":["Вода ",{"type":"mention","text":"@sakh"}," ржавая",
        {"type":"link","text":" https://example.com"}],"text_entities":[],
       "chat":{"id":9900000003,"name":"Холмск чат","type":"public_supergroup"}}""";

  @Test
  void readsTheSamePostAsBotApi() {
    Post exported = post(TELEGRAM_EXPORT, valid(TELEGRAM_EXPORT));
    Post received = post(TELEGRAM, valid(TELEGRAM));

    assertThat(exported).isEqualTo(received);
    assertThat(exported.channel()).isEqualTo("telegram");
    assertThat(exported.nativeId()).isEqualTo("-1009900000003/101");
  }

  @Test
  void joinsPartsOfText() {
    Post post = post(TELEGRAM_EXPORT, MESSAGE);

    assertThat(post.text()).isEqualTo("Вода @sakh ржавая https://example.com");
    assertThat(post.publishedAt()).isEqualTo(PUBLISHED_AT);
    assertThat(post.replyTo()).isEqualTo("-1009900000003/7");
    assertThat(post.toString()).doesNotContain("Клавдия", "900000017");
  }

  @ParameterizedTest
  @CsvSource({
    "public_supergroup, channel9900000001, POST",
    "public_supergroup, channel9900000003, COMMENT",
    "public_supergroup, user900000017, COMMENT",
    "public_channel, channel9900000003, POST",
    "public_channel, deleted, POST"
  })
  void tellsPostsFromComments(String type, String from, PostKind kind) {
    Post post =
        post(
            TELEGRAM_EXPORT,
            MESSAGE.replace("public_supergroup", type).replace("user900000017", from));

    assertThat(post.kind()).isEqualTo(kind);
    assertThat(post.author() != null).isEqualTo(from.startsWith("user"));
  }

  @Test
  void readsEdits() {
    Post post =
        post(
            TELEGRAM_EXPORT,
            MESSAGE.replace(
                "\"from\"",
                "\"edited\":\"2026-03-15T04:40:00\",\"edited_unixtime\":\"1773510000\",\"from\""));
    Post never =
        post(
            TELEGRAM_EXPORT,
            MESSAGE.replace("\"from\"", "\"edited\":\"1970-01-01T03:00:00\",\"from\""));

    assertThat(post.editedAt()).hasToString("2026-03-14T17:40:00Z");
    assertThat(post.version()).isEqualTo(1773510000000L);
    assertThat(never.editedAt()).isNull();
  }

  @Test
  void takesDateWithoutZoneForUtcAndTellsSo() {
    Post post = post(TELEGRAM_EXPORT, MESSAGE.replace("\"date_unixtime\":\"1773507600\",", ""));

    assertThat(post.publishedAt()).hasToString("2026-03-15T04:00:00Z");
    assertThat(post.sourceFields()).containsEntry("date_without_zone", "2026-03-15T04:00:00");
  }

  @Test
  void tellsForwardButNotFromWhom() {
    Post post =
        post(
            TELEGRAM_EXPORT, MESSAGE.replace("\"from\"", "\"forwarded_from\":\"Щукина\",\"from\""));

    assertThat(post.sourceFields()).containsExactly(java.util.Map.entry("forwarded", "yes"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "personal_chat",
        "private_group",
        "private_supergroup",
        "private_channel",
        "saved_messages",
        "bot_chat"
      })
  void ignoresPrivateChats(String type) {
    assertThat(ignored(TELEGRAM_EXPORT, MESSAGE.replace("public_supergroup", type)))
        .isEqualTo("private chat");
  }

  @Test
  void ignoresServiceMessages() {
    assertThat(ignored(TELEGRAM_EXPORT, MESSAGE.replace("\"message\"", "\"service\"")))
        .isEqualTo("service message");
  }

  @Test
  void readsWholeDocument() {
    String document =
        "{\"name\":\"Холмск чат\",\"type\":\"public_supergroup\",\"id\":9900000003,\"messages\":["
            + MESSAGE
            + ",{\"id\":2,\"type\":\"service\"},7]}";

    List<Reading> readings = read(TELEGRAM_EXPORT, document);

    assertThat(readings)
        .extracting(Reading::outcome)
        .containsExactly(Outcome.POST, Outcome.IGNORED, Outcome.DEAD_LETTER);
    assertThat(readings.get(0).post()).isEqualTo(post(TELEGRAM_EXPORT, MESSAGE));
    assertThat(readings.get(2).reason())
        .isEqualTo("messages[2]: expected a JSON object, got a whole number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"chat\"; \"chad\"; chat: missing, expected the exported chat's id, name and type",
        "public_supergroup; secret_room; chat.type: expected public_channel or"
            + " public_supergroup, got another type",
        "9900000003; \"99\"; chat.id: expected a whole number, got a string",
        "\"1773507600\"; \"soon\"; date_unixtime: expected seconds since 1970, got a string of"
            + " something else",
        "\"Вода \"; [1]; text: expected strings and entities, got an array"
      })
  void saysWhatIsWrong(String part, String other, String reason) {
    assertThat(deadLetter(TELEGRAM_EXPORT, MESSAGE.replace(part, other))).isEqualTo(reason);
  }
}
