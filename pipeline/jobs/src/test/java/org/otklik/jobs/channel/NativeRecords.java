package org.otklik.jobs.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.otklik.jobs.channel.Reading.Outcome;
import org.otklik.models.post.Post;
import org.otklik.models.post.Pseudonyms;

/** Valid native records of each channel, all written for these tests, and ways to read them. */
final class NativeRecords {
  static final Instant RECEIVED = Instant.parse("2026-03-15T01:00:00Z");

  /** Eight hours before {@link #RECEIVED}, in seconds. */
  static final long PUBLISHED = 1773507600L;

  static final Instant PUBLISHED_AT = Instant.ofEpochSecond(PUBLISHED);
  static final ZoneId SAKHALIN = ZoneId.of("Asia/Sakhalin");
  static final Pseudonyms PSEUDONYMS =
      new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8));

  private NativeRecords() {}

  /** A record with these three, given as JSON, in the right places. */
  static String valid(Channel channel, String id, String text, String date) {
    String template =
        switch (channel) {
          case VK ->
              """
              {"type":"wall_post_new","group_id":990000001,"event_id":"e1","v":"5.199",
               "secret":"s3cr3t-of-callback","object":{"id":ID,"from_id":900000017,
               "owner_id":-990000001,"date":DATE,"post_type":"post","text":TEXT}}""";
          case TELEGRAM ->
              """
              {"update_id":1,"message":{"message_id":ID,
               "from":{"id":900000017,"is_bot":false,"first_name":"Клавдия"},
               "chat":{"id":-1009900000003,"title":"Холмск чат","type":"supergroup"},
               "date":DATE,"text":TEXT}}""";
          case TELEGRAM_EXPORT ->
              """
              {"id":ID,"type":"message","date":"2026-03-15T04:00:00","date_unixtime":DATE,
               "from":"Клавдия","from_id":"user900000017","text":TEXT,
               "chat":{"id":9900000003,"name":"Холмск чат","type":"public_supergroup"}}""";
          case POS ->
              """
              {"Номер":ID,"Номер ЕПГУ":"-","Факт":TEXT,"Дата поступления":DATE,
               "Стадия":"В  работе","ФИО исполнителя":"Щукина Клавдия Петровна"}""";
          case IM ->
              """
              {"ID":ID,"Исполнитель":"Щукина Клавдия",
               "Дата создания":DATE,"Муниципалитет":"Холмский","Текст инцидента":TEXT}""";
          case JSON ->
              """
              {"id":ID,"text":TEXT,"community":"Холмск онлайн","publishedAt":DATE,
               "author":"klavdia900000017","user_name":"Клавдия"}""";
        };
    return template
        .replace("ID\":ID", "ID\":" + id)
        .replace("\":ID", "\":" + id)
        .replace("TEXT", text)
        .replace("DATE", date);
  }

  static String valid(Channel channel) {
    return valid(channel, id(channel), "\"Нет воды второй день\"", date(channel));
  }

  static String withText(Channel channel, String text) {
    return valid(channel, id(channel), text, date(channel));
  }

  static String withDate(Channel channel, String date) {
    return valid(channel, id(channel), "\"Нет воды второй день\"", date);
  }

  static String withId(Channel channel, String id) {
    return valid(channel, id, "\"Нет воды второй день\"", date(channel));
  }

  private static String id(Channel channel) {
    return switch (channel) {
      case VK, TELEGRAM, TELEGRAM_EXPORT -> "101";
      default -> "\"a101\"";
    };
  }

  private static String date(Channel channel) {
    return switch (channel) {
      case POS -> "\"15.03.2026\"";
      case IM -> "\"15.03.2026 04:00:00\"";
      case JSON -> "\"2026-03-15T04:00:00+11:00\"";
      default -> Long.toString(PUBLISHED);
    };
  }

  static ChannelReader reader(Channel channel) {
    return channel.reader(PSEUDONYMS, SAKHALIN);
  }

  static List<Reading> read(Channel channel, byte[] record) {
    return reader(channel).read(record, RECEIVED.toEpochMilli());
  }

  static List<Reading> read(Channel channel, String record) {
    return read(channel, record.getBytes(StandardCharsets.UTF_8));
  }

  /** The one post that a record holds. */
  static Post post(Channel channel, String record) {
    List<Reading> readings = read(channel, record);
    assertThat(readings).hasSize(1);
    Post post = readings.get(0).post();
    assertThat(post).as("reason: %s", readings.get(0).reason()).isNotNull();
    return post;
  }

  /** Why a record is a dead letter. */
  static String deadLetter(Channel channel, String record) {
    return reason(Outcome.DEAD_LETTER, read(channel, record));
  }

  /** Why a record is ignored. */
  static String ignored(Channel channel, String record) {
    return reason(Outcome.IGNORED, read(channel, record));
  }

  static String reason(Outcome outcome, List<Reading> readings) {
    assertThat(readings).hasSize(1);
    assertThat(readings.get(0).outcome())
        .as("reason: %s", readings.get(0).reason())
        .isEqualTo(outcome);
    String reason = readings.get(0).reason();
    assertThat(reason).isNotBlank();
    return reason;
  }
}
