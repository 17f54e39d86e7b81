package org.otklik.jobs.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.jobs.channel.NativeRecords.RECEIVED;
import static org.otklik.jobs.channel.NativeRecords.deadLetter;
import static org.otklik.jobs.channel.NativeRecords.ignored;
import static org.otklik.jobs.channel.NativeRecords.post;
import static org.otklik.jobs.channel.NativeRecords.read;
import static org.otklik.jobs.channel.NativeRecords.reader;
import static org.otklik.jobs.channel.NativeRecords.reason;
import static org.otklik.jobs.channel.NativeRecords.valid;
import static org.otklik.jobs.channel.NativeRecords.withDate;
import static org.otklik.jobs.channel.NativeRecords.withId;
import static org.otklik.jobs.channel.NativeRecords.withText;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.jobs.channel.Reading.Outcome;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostId;

/** What holds for the records of every channel. */
class EveryReaderTest {

  @ParameterizedTest
  @EnumSource
  void readsValidRecord(Channel channel) {
    Post post = post(channel, valid(channel));

    assertThat(post.text()).isEqualTo("Нет воды второй день");
    assertThat(post.id()).isEqualTo(PostId.of(post.channel(), post.nativeId()));
    assertThat(post.publishedAt()).isBeforeOrEqualTo(RECEIVED);
    assertThat(post.version()).isEqualTo(post.publishedAt().toEpochMilli());
    assertThat(post.editedAt()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void keepsPersonsOutOfPosts(Channel channel) {
    Post post = post(channel, valid(channel));

    assertThat(post.toString()).doesNotContain("900000017", "Клавдия", "Щукина", "s3cr3t");
    if (channel != Channel.POS && channel != Channel.IM) {
      assertThat(post.author()).matches("[0-9a-f]{24}");
    }
  }

  @ParameterizedTest
  @EnumSource
  void neverQuotesTextInReason(Channel channel) {
    String record = valid(channel);
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);

    for (int end = 0; end < bytes.length; end++) {
      List<Reading> readings = read(channel, Arrays.copyOf(bytes, end));
      assertThat(reason(Outcome.DEAD_LETTER, readings))
          .doesNotContain("воды", "900000017", "Клавдия", "Щукина", "s3cr3t");
    }
    assertThat(deadLetter(channel, record.replace("\"Нет воды", "Нет воды")))
        .startsWith("invalid JSON at line")
        .doesNotContain("воды");
  }

  @ParameterizedTest
  @EnumSource
  void refusesInvalidUtf8(Channel channel) {
    byte[] record = valid(channel).replace("Нет", "ZZ").getBytes(StandardCharsets.UTF_8);
    int at = new String(record, StandardCharsets.ISO_8859_1).indexOf("ZZ");
    record[at] = (byte) 0xC3;
    record[at + 1] = (byte) 0x28;

    long line =
        1
            + new String(record, 0, at, StandardCharsets.ISO_8859_1)
                .chars()
                .filter(c -> c == '\n')
                .count();
    assertThat(reason(Outcome.DEAD_LETTER, read(channel, record)))
        .isEqualTo("invalid UTF-8 at line " + line);
  }

  @ParameterizedTest
  @EnumSource
  void refusesTruncatedJson(Channel channel) {
    String record = valid(channel);

    assertThat(deadLetter(channel, record.substring(0, record.length() - 1)))
        .matches("invalid JSON: it ends too early at line \\d");
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatFollowsJson(Channel channel) {
    assertThat(deadLetter(channel, valid(channel) + " {}"))
        .startsWith("invalid JSON: more follows after its end at line ");
    assertThat(deadLetter(channel, valid(channel) + " что")).startsWith("invalid JSON at line ");
  }

  @ParameterizedTest
  @EnumSource
  void refusesEmptyRecord(Channel channel) {
    assertThat(deadLetter(channel, "")).isEqualTo("the record is empty");
    assertThat(deadLetter(channel, " \n ")).isEqualTo("the record is empty");
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatIsNoObject(Channel channel) {
    assertThat(deadLetter(channel, "[1]"))
        .isEqualTo("the record: expected a JSON object, got an array");
    assertThat(deadLetter(channel, "\"Нет воды\""))
        .isEqualTo("the record: expected a JSON object, got a string");
    assertThat(deadLetter(channel, "{}")).contains("missing");
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatFollowsByteOrderMark(Channel channel) {
    assertThat(post(channel, "\uFEFF" + valid(channel)).text()).isEqualTo("Нет воды второй день");
  }

  @ParameterizedTest
  @EnumSource
  void refusesDeepNesting(Channel channel) {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    assertThat(deadLetter(channel, withText(channel, deep)))
        .startsWith("JSON: nested deeper than 64 levels at line ");
  }

  @ParameterizedTest
  @EnumSource
  void readsTextUpToLimit(Channel channel) {
    String longest = "я".repeat(32_768); // two bytes each

    assertThat(post(channel, withText(channel, '"' + longest + '"')).text()).isEqualTo(longest);
    assertThat(deadLetter(channel, withText(channel, '"' + longest + "!\"")))
        .endsWith(": over 65536 bytes");
  }

  @ParameterizedTest
  @EnumSource
  void refusesStringBeyondAnyUse(Channel channel) {
    assertThat(deadLetter(channel, withText(channel, '"' + "a".repeat(2_000_000) + '"')))
        .startsWith("JSON: a string, name or number is too long");
  }

  @ParameterizedTest
  @EnumSource
  void ignoresRecordWithoutText(Channel channel) {
    assertThat(ignored(channel, withText(channel, "\"\""))).isEqualTo("no text");
    assertThat(ignored(channel, withText(channel, "\" <br> &nbsp; \""))).isEqualTo("no text");
    assertThat(ignored(channel, withText(channel, "null"))).isEqualTo("no text");
  }

  @ParameterizedTest
  @EnumSource
  void refusesTextOfWrongType(Channel channel) {
    assertThat(deadLetter(channel, withText(channel, "{\"a\":1}"))).contains("got an object");
    assertThat(deadLetter(channel, withText(channel, "true"))).contains("got true or false");
  }

  @ParameterizedTest
  @EnumSource
  void refusesRecordWithoutId(Channel channel) {
    assertThat(deadLetter(channel, withId(channel, "null"))).contains("missing");
    assertThat(deadLetter(channel, withId(channel, "{}"))).contains("got an object");
    assertThat(read(channel, withId(channel, "\" \"")).get(0).outcome())
        .isEqualTo(Outcome.DEAD_LETTER);
  }

  @ParameterizedTest
  @EnumSource
  void refusesUnreadableDate(Channel channel) {
    assertThat(deadLetter(channel, withDate(channel, "\"вчера\"")))
        .contains(": expected ")
        .doesNotContain("вчера");
    assertThat(deadLetter(channel, withDate(channel, "{}"))).contains("got an object");
    assertThat(deadLetter(channel, withDate(channel, "1e999"))).doesNotContain("reader failed");
    assertThat(deadLetter(channel, withDate(channel, "9223372036854775807")))
        .doesNotContain("reader failed");
  }

  @ParameterizedTest
  @EnumSource
  void refusesDateThatCannotBe(Channel channel) {
    assertThat(deadLetter(channel, withDate(channel, date(channel, 915148800L, "01.01.1999"))))
        .endsWith(" is before 2000");
    assertThat(deadLetter(channel, withDate(channel, date(channel, 1930000000L, "27.02.2031"))))
        .endsWith(" is more than a day ahead of its receipt");
  }

  @ParameterizedTest
  @EnumSource
  void toleratesClockThatIsHoursAhead(Channel channel) {
    long ahead = RECEIVED.plusSeconds(80_000).getEpochSecond();

    assertThat(post(channel, withDate(channel, date(channel, ahead, "16.03.2026")))).isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  void dropsControlCharactersAndLoneSurrogates(Channel channel) {
    String text = "\"Нет\\u0000воды \\ud83d и света\"";

    assertThat(post(channel, withText(channel, text)).text()).isEqualTo("Нет воды \uFFFD и света");
  }

  @ParameterizedTest
  @EnumSource
  void refusesRawControlCharacters(Channel channel) {
    assertThat(deadLetter(channel, withText(channel, "\"Нет\u0000воды\"")))
        .startsWith("invalid JSON at line");
  }

  @ParameterizedTest
  @EnumSource
  void removesMarkup(Channel channel) {
    String text = "\"[id900000018|Мария], &quot;вода&quot;<br>ржавая\"";

    assertThat(post(channel, withText(channel, text)).text()).isEqualTo("Мария, \"вода\"\nржавая");
  }

  @ParameterizedTest
  @EnumSource
  void neverThrowsWhateverTheBytes(Channel channel) {
    ChannelReader reader = reader(channel);
    byte[] valid = valid(channel).getBytes(StandardCharsets.UTF_8);
    Random random = new Random(20260315 + channel.ordinal());

    for (int run = 0; run < 5_000; run++) {
      byte[] mutated = mutate(valid, random);
      List<Reading> readings = reader.read(mutated, RECEIVED.toEpochMilli());

      assertThat(readings).as("run %d", run).isNotEmpty();
      for (Reading reading : readings) {
        assertThat(reading.post() == null).isEqualTo(reading.outcome() != Outcome.POST);
        assertThat(reading.reason() == null).isEqualTo(reading.outcome() == Outcome.POST);
        assertThat(String.valueOf(reading.reason())).doesNotStartWith("the reader failed");
      }
    }
  }

  /** Up to eight changes: bytes overwritten, removed, doubled, swapped with JSON's own, or cut. */
  private static byte[] mutate(byte[] valid, Random random) {
    byte[] bytes = valid.clone();
    byte[] json = "{}[]\":,\\0-9.eEtfn u".getBytes(StandardCharsets.UTF_8);
    for (int changes = 1 + random.nextInt(8); changes > 0 && bytes.length > 1; changes--) {
      int at = random.nextInt(bytes.length);
      int length = Math.min(1 + random.nextInt(12), bytes.length - at);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = json[random.nextInt(json.length)];
        case 2 -> bytes = join(bytes, at, at + length); // without these
        case 3 -> bytes = join(bytes, at + length, at); // these twice
        case 4 -> bytes = Arrays.copyOf(bytes, at);
        default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      }
    }
    return bytes;
  }

  private static byte[] join(byte[] bytes, int headEnd, int tailStart) {
    byte[] joined = Arrays.copyOf(bytes, headEnd + bytes.length - tailStart);
    System.arraycopy(bytes, tailStart, joined, headEnd, bytes.length - tailStart);
    return joined;
  }

  @ParameterizedTest
  @EnumSource
  void readsTheSameAfterBeingSerialized(Channel channel) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
      objects.writeObject(reader(channel));
    }
    ChannelReader copy;
    try (ObjectInputStream objects =
        new ObjectInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      copy = (ChannelReader) objects.readObject();
    }
    byte[] record = valid(channel).getBytes(StandardCharsets.UTF_8);

    assertThat(copy.read(record, RECEIVED.toEpochMilli())).isEqualTo(read(channel, record));
  }

  private static String date(Channel channel, long seconds, String day) {
    return switch (channel) {
      case POS, IM -> '"' + day + '"';
      default -> Long.toString(seconds);
    };
  }
}
