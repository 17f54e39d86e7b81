package org.otklik.jobs.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.jobs.channel.NativeRecords.RECEIVED;
import static org.otklik.jobs.channel.NativeRecords.SAKHALIN;
import static org.otklik.jobs.channel.NativeRecords.valid;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.models.post.Post;

class DateShiftTest {
  /** A hundred days and six hours. */
  private static final Duration BY = Duration.ofHours(2406);

  private static String shift(Channel channel, String record) {
    DateShift shift = new DateShift(channel, BY, RECEIVED, SAKHALIN);
    return new String(shift.shift(record.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource
  void movesPostAsItsReaderSeesIt(Channel channel) {
    Post before = NativeRecords.post(channel, valid(channel));
    byte[] shifted = shift(channel, valid(channel)).getBytes(StandardCharsets.UTF_8);
    Instant now = RECEIVED.plus(BY);

    List<Reading> readings = NativeRecords.reader(channel).read(shifted, now.toEpochMilli());

    Post after = readings.get(0).post();
    assertThat(after).isNotNull();
    assertThat(after.text()).isEqualTo(before.text());
    assertThat(after.id()).isEqualTo(before.id());
    Instant expected =
        channel == Channel.POS // a whole day stays one, never after now
            ? Instant.parse("2026-06-22T13:00:00Z")
            : before.publishedAt().plus(BY);
    assertThat(after.publishedAt()).isEqualTo(expected).isBefore(now);
  }

  @Test
  void movesDatesInside() {
    assertThat(
            shift(
                Channel.VK,
                "{\"object\":{\"date\":1773507600,\"edited\":1773507601,"
                    + "\"copy_history\":[{\"date\":1773507602}],\"text\":\"1773507600\"}}"))
        .isEqualTo(
            "{\"object\":{\"date\":1782169200,\"edited\":1782169201,"
                + "\"copy_history\":[{\"date\":1782169202}],\"text\":\"1773507600\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "JSON; {\"publishedAt\":\"2026-03-10T09:15:00+11:00\"}; "
            + "{\"publishedAt\":\"2026-06-18T15:15:00+11:00\"}",
        "JSON; {\"date\":\"2026-03-10T09:15:00\"}; {\"date\":\"2026-06-18T15:15:00\"}",
        "JSON; {\"date\":\"2026-03-10 09:15:00\"}; {\"date\":\"2026-06-18 15:15:00\"}",
        "JSON; {\"timestamp\":1773507600123}; {\"timestamp\":1782169200123}",
        "JSON; {\"timestamp\":1773507600.5}; {\"timestamp\":1782169200.500}",
        "JSON; {\"date\":\"2026-03-10\"}; {\"date\":\"2026-06-18\"}",
        "TELEGRAM_EXPORT; {\"date\":\"2026-03-10T09:15:00\",\"date_unixtime\":\"1773507600\"}; "
            + "{\"date\":\"2026-06-18T15:15:00\",\"date_unixtime\":\"1782169200\"}",
        "TELEGRAM; {\"message\":{\"date\":1773507600,\"edit_date\":1773507600}}; "
            + "{\"message\":{\"date\":1782169200,\"edit_date\":1782169200}}",
        "IM; {\"Дата создания\":\"10.03.2026 21:15:30\",\"Дом\":\"10.03.2026\"}; "
            + "{\"Дата создания\":\"19.06.2026 03:15:30\",\"Дом\":\"10.03.2026\"}",
        "POS; {\"Дата поступления\":\"10.03.2026\",\"Дата планируемого завершения работ\":\"-\"}; "
            + "{\"Дата поступления\":\"18.06.2026\",\"Дата планируемого завершения работ\":\"-\"}"
      })
  void keepsForm(Channel channel, String before, String after) {
    assertThat(shift(channel, before)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "VK; {\"date\": 1973507600}",
        "VK; {\"date\": \"вчера\"}",
        "VK; {\"date\": 1773507600",
        "POS; {\"Дата поступления\": \"32.03.2026\"}",
        "POS; {\"Дата поступления\": \"10.03.1998\"}",
        "JSON; {\"publishedAt\": \"2031-03-10T09:15:00Z\"}",
        "JSON; {\"publishedAt\": null, \"date\": {}, \"timestamp\": 1e400}",
        "JSON; 502 Bad Gateway"
      })
  void leavesWhatIsWrongOnPurpose(Channel channel, String record) {
    assertThat(shift(channel, record)).isEqualTo(record);
  }
}
