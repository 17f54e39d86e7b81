package org.otklik.jobs.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.jobs.channel.Channel.TELEGRAM;
import static org.otklik.jobs.channel.NativeRecords.PSEUDONYMS;
import static org.otklik.jobs.channel.NativeRecords.PUBLISHED_AT;
import static org.otklik.jobs.channel.NativeRecords.deadLetter;
import static org.otklik.jobs.channel.NativeRecords.ignored;
import static org.otklik.jobs.channel.NativeRecords.post;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostKind;

class TelegramReaderTest {
  private static final String CHANNEL_POST =
      """
      {"update_id":1,"channel_post":{"message_id":10,
       "sender_chat":{"id":-1009900000001,"title":"Сахалин новости 24","type":"channel"},
       "chat":{"id":-1009900000001,"title":"Сахалин новости 24","type":"channel"},
       "author_signature":"Щукина","date":1773507600,"text":"Переправа закрыта"}}""";
  private static final String GROUP_MESSAGE =
      """
      {"update_id":2,"message":{"message_id":11,
       "from":{"id":900000031,"is_bot":false,"first_name":"Клавдия","username":"klavdia"},
       "chat":{"id":-1009900000003,"title":"Холмск чат","type":"supergroup"},
       "reply_to_message":{"message_id":9,"text":"Кто виноват","from":{"id":900000032}},
       "date":1773507600,"text":"Нет воды"}}""";

  @Test
  void readsChannelPost() {
    Post post = post(TELEGRAM, CHANNEL_POST);

    assertThat(post.nativeId()).isEqualTo("-1009900000001/10");
    assertThat(post.kind()).isEqualTo(PostKind.POST);
    assertThat(post.author()).isNull();
    assertThat(post.communityId()).isEqualTo("-1009900000001");
    assertThat(post.communityName()).isEqualTo("Сахалин новости 24");
    assertThat(post.publishedAt()).isEqualTo(PUBLISHED_AT);
    assertThat(post.url()).isNull();
    assertThat(post.toString()).doesNotContain("Щукина");
  }

  @Test
  void readsEditAsNewerVersionOfSamePost() {
    Post edit =
        post(
            TELEGRAM,
            CHANNEL_POST
                .replace("channel_post", "edited_channel_post")
                .replace("\"text\"", "\"edit_date\":1773510000,\"text\""));

    assertThat(edit.id()).isEqualTo(post(TELEGRAM, CHANNEL_POST).id());
    assertThat(edit.editedAt()).hasToString("2026-03-14T17:40:00Z");
    assertThat(edit.version()).isEqualTo(1773510000000L);
  }

  @Test
  void readsMessageInGroupAsComment() {
    Post post = post(TELEGRAM, GROUP_MESSAGE);

    assertThat(post.kind()).isEqualTo(PostKind.COMMENT);
    assertThat(post.author()).isEqualTo(PSEUDONYMS.of("telegram", "900000031"));
    assertThat(post.replyTo()).isEqualTo("-1009900000003/9");
    assertThat(post.toString()).doesNotContain("900000031", "900000032", "Клавдия", "klavdia");
  }

  @Test
  void readsMessageToBotWithoutTellingWhose() {
    Post post =
        post(
            TELEGRAM,
            GROUP_MESSAGE.replace(
                "\"id\":-1009900000003,\"title\":\"Холмск чат\",\"type\":\"supergroup\"",
                "\"id\":900000031,\"first_name\":\"Клавдия\",\"username\":\"klavdia\","
                    + "\"type\":\"private\""));

    assertThat(post.kind()).isEqualTo(PostKind.MESSAGE);
    assertThat(post.nativeId()).isEqualTo(PSEUDONYMS.of("telegram", "900000031") + "/11");
    assertThat(post.communityId()).isNull();
    assertThat(post.communityName()).isNull();
    assertThat(post.url()).isNull();
    assertThat(post.toString()).doesNotContain("900000031", "Клавдия", "klavdia");
  }

  @Test
  void takesChannelSpeakingInGroupForPostWithoutAuthor() {
    Post channel =
        post(
            TELEGRAM,
            GROUP_MESSAGE.replace(
                "\"date\"",
                "\"sender_chat\":{\"id\":-1009900000001,\"type\":\"channel\"},\"date\""));
    Post hiddenAdministrator =
        post(
            TELEGRAM,
            GROUP_MESSAGE.replace(
                "\"date\"",
                "\"sender_chat\":{\"id\":-1009900000003,\"type\":\"supergroup\"},\"date\""));

    assertThat(channel.kind()).isEqualTo(PostKind.POST);
    assertThat(channel.author()).isNull();
    assertThat(hiddenAdministrator.kind()).isEqualTo(PostKind.COMMENT);
    assertThat(hiddenAdministrator.author()).isNull();
  }

  @Test
  void readsCaption() {
    String photo = CHANNEL_POST.replace("\"text\"", "\"photo\":[{}],\"caption\"");

    assertThat(post(TELEGRAM, photo).text()).isEqualTo("Переправа закрыта");
    assertThat(deadLetter(TELEGRAM, photo.replace("\"Переправа закрыта\"", "7")))
        .isEqualTo("channel_post.caption: expected a string, got a whole number");
  }

  @Test
  void readsLocationAndVenue() {
    String location = "\"location\":{\"latitude\":47.05,\"longitude\":142.04}";

    assertThat(post(TELEGRAM, CHANNEL_POST.replace("\"text\"", location + ",\"text\"")).latitude())
        .isEqualTo(47.05);
    assertThat(
            post(
                    TELEGRAM,
                    CHANNEL_POST.replace("\"text\"", "\"venue\":{" + location + "},\"text\""))
                .longitude())
        .isEqualTo(142.04);
  }

  @Test
  void tellsForwardAndItsChannelButNoPerson() {
    Post fromChannel =
        post(
            TELEGRAM,
            GROUP_MESSAGE.replace(
                "\"date\"",
                "\"forward_origin\":{\"type\":\"channel\",\"chat\":{\"id\":-1009900000004,"
                    + "\"title\":\"Корсаков инфо\",\"type\":\"channel\"}},\"date\""));
    Post fromPerson =
        post(
            TELEGRAM,
            GROUP_MESSAGE.replace(
                "\"date\"",
                "\"forward_origin\":{\"type\":\"hidden_user\",\"sender_user_name\":\"Щукина\"},"
                    + "\"date\""));

    assertThat(fromChannel.sourceFields())
        .containsEntry("forwarded", "yes")
        .containsEntry("forwarded_from", "Корсаков инфо");
    assertThat(fromPerson.sourceFields()).containsEntry("forwarded", "yes").hasSize(1);
  }

  @Test
  void linksToPublicName() {
    assertThat(
            post(TELEGRAM, CHANNEL_POST.replace("\"chat\":{", "\"chat\":{\"username\":\"sakh24\","))
                .url())
        .isEqualTo("https://t.me/sakh24/10");
    assertThat(
            post(TELEGRAM, CHANNEL_POST.replace("\"chat\":{", "\"chat\":{\"username\":\"a/../b\","))
                .url())
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"new_chat_members", "left_chat_member", "pinned_message"})
  void ignoresServiceMessages(String field) {
    assertThat(
            ignored(
                TELEGRAM, GROUP_MESSAGE.replace("\"text\":\"Нет воды\"", "\"" + field + "\":{}")))
        .isEqualTo("service message " + field);
  }

  @Test
  void ignoresOtherUpdates() {
    assertThat(ignored(TELEGRAM, "{\"update_id\":3,\"business_message\":{\"text\":\"x\"}}"))
        .isEqualTo("update business_message");
    assertThat(ignored(TELEGRAM, "{\"update_id\":3}")).isEqualTo("update of an unknown kind");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"message_id\":10; \"message_id\":\"10\"; channel_post.message_id: expected a whole"
            + " number, got a string",
        "\"chat\":; \"chad\":; channel_post.chat: missing, expected an object",
        "\"date\":1773507600; \"date\":true; channel_post.date: expected seconds since 1970 as a"
            + " number, got true or false",
        "\"update_id\":1,\"channel_post\"; \"x\"; update_id: missing, expected an update of the"
            + " Bot API or a message"
      })
  void saysWhatIsWrong(String part, String other, String reason) {
    assertThat(deadLetter(TELEGRAM, CHANNEL_POST.replace(part, other))).isEqualTo(reason);
  }

  @Test
  void readsFlatRecordOfScraper() {
    Post post =
        post(
            TELEGRAM,
            """
            {"message_id":271,"sender_id":-1009900000004,"text":"Дождь","category":"weather",
             "date":"2026-03-14T15:29:12+00:00","channel":"Корсаков инфо","username":"klavdia"}""");

    assertThat(post.nativeId()).isEqualTo("-1009900000004/271");
    assertThat(post.kind()).isEqualTo(PostKind.POST);
    assertThat(post.communityName()).isEqualTo("Корсаков инфо");
    assertThat(post.publishedAt()).hasToString("2026-03-14T15:29:12Z");
    assertThat(post.sourceFields()).containsOnlyKeys("category");
  }

  @Test
  void namesFlatRecordByChatOrChannelWhereSenderIsPerson() {
    String flat =
        "{\"message_id\":5,\"sender_id\":900000031,CHAT\"channel\":\"Холмск чат\","
            + "\"text\":\"Нет воды\",\"date\":1773507600}";

    Post inChat = post(TELEGRAM, flat.replace("CHAT", "\"chat_id\":-1009900000003,"));
    Post byName = post(TELEGRAM, flat.replace("CHAT", ""));

    assertThat(inChat.nativeId()).isEqualTo("-1009900000003/5");
    assertThat(inChat.kind()).isEqualTo(PostKind.COMMENT);
    assertThat(inChat.author()).isEqualTo(PSEUDONYMS.of("telegram", "900000031"));
    assertThat(byName.nativeId()).isEqualTo("Холмск чат/5");
    assertThat(byName.toString()).doesNotContain("900000031");
    assertThat(post(TELEGRAM, flat.replace("CHAT", "").replace("\"text\"", "\"message\"")).text())
        .isEqualTo("Нет воды");
    assertThat(deadLetter(TELEGRAM, "{\"message_id\":5,\"text\":\"Нет воды\"}"))
        .startsWith("sender_id: missing");
  }
}
