package org.otklik.jobs.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.TestPosts;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostKind;
import org.otklik.models.region.Region;
import org.otklik.models.region.RegionFiles;

class WatchSourcesTest {
  /** Nine o'clock in the morning of Sakhalin, on three days in a row. */
  private static final Instant MONDAY = Instant.parse("2026-03-15T22:00:00Z");

  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
  private static final Instant WEDNESDAY = MONDAY.plus(Duration.ofDays(2));

  private static final Duration HOUR = Duration.ofHours(1);
  private static final String KHOLMSK = "vk|-990000003";
  private static final String KORSAKOV = "vk|-990000004";
  private static final SourceRules RULES =
      new SourceRules(
          6, 3, 4, 48, new SourceRules.Night("23:00", "07:00"), List.of("json", "-990000005"));

  private final Region region = region();
  private final Sources sources =
      new Sources(region, List.of("json", "pos", "telegram", "vk"), RULES.leaveOut());
  private KeyedTwoInputStreamOperatorTestHarness<String, Receipt, ChannelTick, AlertEvent> harness;
  private Instant time;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
    time = MONDAY;
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void tellsOfASilentChannelThoughNothingArrives() throws Exception {
    speakHourly("pos", WEDNESDAY);
    strikeUntil("pos", WEDNESDAY.plus(HOUR.multipliedBy(6)).minusSeconds(60));
    assertThat(events()).isEmpty();

    strikeUntil("pos", WEDNESDAY.plus(HOUR.multipliedBy(6)));

    assertThat(events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.kind()).isEqualTo(AlertEvent.SOURCE_SILENT);
              assertThat(event.time()).as("last receipt").isEqualTo(WEDNESDAY);
              assertThat(event.figures())
                  .containsEntry("silentHours", 6.0)
                  .containsEntry("usualHours", 1.0);
              assertThat(event.facts()).containsEntry("channel", "pos");
              assertThat(event.summary())
                  .isEqualTo(
                      "Канал «ПОС» молчит: 6,0 ч без новых сообщений, не считая ночи;"
                          + " обычный перерыв — до 1,0 ч; последнее получено 18.03.2026 09:00");
            });
  }

  @Test
  void tellsOfASilenceOnceHoweverLongItLasts() throws Exception {
    speakHourly("pos", WEDNESDAY);
    strikeUntil("pos", WEDNESDAY.plus(Duration.ofDays(10)));

    assertThat(events()).hasSize(1);
  }

  @Test
  void tellsOfTheNextSilenceUnderAnotherId() throws Exception {
    speakHourly("pos", TUESDAY);
    strikeUntil("pos", TUESDAY.plus(HOUR.multipliedBy(8)));
    hear("pos", time);
    strikeUntil("pos", TUESDAY.plus(HOUR.multipliedBy(13)));
    assertThat(events()).hasSize(1);
    strikeUntil("pos", TUESDAY.plus(Duration.ofDays(2)));

    assertThat(events()).hasSize(2).extracting(AlertEvent::id).doesNotHaveDuplicates();
  }

  @Test
  void countsNoNightAndTellsNothingInIt() throws Exception {
    Instant eveningAtEight = TUESDAY.plus(HOUR.multipliedBy(11));
    Instant morningAtTen = WEDNESDAY.plus(HOUR);
    speakHourly("pos", eveningAtEight);
    strikeUntil("pos", morningAtTen.minusSeconds(60));
    assertThat(events()).isEmpty();

    strikeUntil("pos", morningAtTen);

    assertThat(events()).hasSize(1);
  }

  @Test
  void hasMorePatienceWithASourceThatOftenPauses() throws Exception {
    for (int i = 0; i < 14; i++) {
      hear("pos", MONDAY.plus(Duration.ofDays(i)));
    }
    Instant last = MONDAY.plus(Duration.ofDays(13));
    time = last.minusSeconds(60);
    strikeUntil("pos", last.plus(Duration.ofDays(3)).minusSeconds(60));
    assertThat(events()).isEmpty();

    strikeUntil("pos", last.plus(Duration.ofDays(3)));

    assertThat(events())
        .singleElement()
        .satisfies(event -> assertThat(event.figures()).containsEntry("usualHours", 16.0));
  }

  @Test
  void learnsNothingFromAnArchiveThatComesAtOnce() throws Exception {
    for (int i = 0; i < 100; i++) {
      hear("pos", MONDAY.plusSeconds(i));
    }
    strikeUntil("pos", MONDAY.plus(Duration.ofDays(3)).minus(HOUR));
    assertThat(events()).isEmpty();

    strikeUntil("pos", MONDAY.plus(Duration.ofDays(3)).plus(HOUR));

    assertThat(events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.figures()).doesNotContainKey("usualHours");
              assertThat(event.summary()).contains("обычный перерыв ещё не известен");
            });
  }

  @Test
  void tellsOfASilentCommunityWhileItsChannelSpeaks() throws Exception {
    for (Instant hour = MONDAY; hour.isBefore(WEDNESDAY); hour = hour.plus(HOUR)) {
      strikeUntil("vk", hour);
      hear("vk", hour);
      hear(KORSAKOV, hour);
      if (hour.isBefore(TUESDAY)) {
        hear(KHOLMSK, hour);
      }
    }

    assertThat(events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.facts())
                  .containsEntry("channel", "vk")
                  .containsEntry("community", "Холмск онлайн");
              assertThat(event.municipality()).isEqualTo("Холмский");
              assertThat(event.severity()).isEqualTo(1);
              assertThat(event.summary())
                  .startsWith("Сообщество «Холмск онлайн» (ВКонтакте) молчит");
            });
  }

  @Test
  void tellsOfASilentChannelInPlaceOfItsCommunities() throws Exception {
    for (Instant hour = MONDAY; !hour.isAfter(TUESDAY); hour = hour.plus(HOUR)) {
      strikeUntil("vk", hour);
      hear("vk", hour);
      hear(KHOLMSK, hour);
      hear(KORSAKOV, hour);
    }
    strikeUntil("vk", WEDNESDAY);
    hear("vk", time);
    hear(KHOLMSK, time);
    strikeUntil("vk", time.plus(HOUR.multipliedBy(5)));
    assertThat(events())
        .extracting(event -> event.facts().get("community"))
        .containsExactly((String) null);

    hear("vk", time);
    hear(KHOLMSK, time);
    strikeUntil("vk", time.plus(HOUR.multipliedBy(5)));

    assertThat(events())
        .extracting(event -> event.facts().get("community"))
        .containsExactly(null, "Корсаков сегодня");
  }

  @Test
  void watchesEachChannelByItself() throws Exception {
    speakHourly("pos", WEDNESDAY);
    time = MONDAY;
    speakHourly("telegram", WEDNESDAY.plus(HOUR.multipliedBy(5)));
    time = WEDNESDAY;
    strikeUntil("pos", WEDNESDAY.plus(HOUR.multipliedBy(7)));
    time = WEDNESDAY.plus(HOUR.multipliedBy(5));
    strikeUntil("telegram", WEDNESDAY.plus(HOUR.multipliedBy(7)));

    assertThat(events()).extracting(event -> event.facts().get("channel")).containsExactly("pos");
  }

  @Test
  void tellsOfAListedChannelFromWhichNothingEverCame() throws Exception {
    strikeUntil("vk", MONDAY.plus(Duration.ofDays(4)));
    time = MONDAY;
    strikeUntil("pos", MONDAY.plus(Duration.ofDays(4)));

    assertThat(events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.facts()).containsEntry("channel", "vk");
              assertThat(event.time()).isEqualTo(MONDAY.plusSeconds(60));
              assertThat(event.summary())
                  .contains("с начала наблюдения 16.03.2026 09:01 не пришло ничего");
            });
  }

  @Test
  void goesOnAfterARestartWithoutCountingTheTimeInWhichNobodyListened() throws Exception {
    speakHourly("pos", WEDNESDAY);
    strikeUntil("pos", WEDNESDAY.plus(HOUR.multipliedBy(2)));
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    harness.close();
    harness = harness();
    harness.initializeState(snapshot);
    harness.open();

    time = WEDNESDAY.plus(HOUR.multipliedBy(7));
    strikeUntil("pos", WEDNESDAY.plus(HOUR.multipliedBy(11)));
    assertThat(events()).isEmpty();
    strikeUntil("pos", WEDNESDAY.plus(HOUR.multipliedBy(11)).plusSeconds(60));

    assertThat(events())
        .singleElement()
        .satisfies(event -> assertThat(event.time()).isEqualTo(WEDNESDAY));
  }

  @Test
  void isNotMisledByWhatIsReadLateOrAgain() throws Exception {
    speakHourly("pos", WEDNESDAY);
    strikeUntil("pos", WEDNESDAY.plus(HOUR.multipliedBy(4)));
    hear("pos", WEDNESDAY.minus(HOUR));
    hear("pos", WEDNESDAY);
    harness.processElement2(new ChannelTick("pos", WEDNESDAY.plus(HOUR)), 0);
    strikeUntil("pos", WEDNESDAY.plus(HOUR.multipliedBy(6)));

    assertThat(events()).hasSize(1);
  }

  @Test
  void isNotMisledByACollectorWhoseClockIsFast() throws Exception {
    speakHourly("pos", WEDNESDAY);
    hear("pos", WEDNESDAY.plus(Duration.ofDays(2)));
    speakHourly("pos", WEDNESDAY.plus(HOUR.multipliedBy(12)));

    assertThat(events()).isEmpty();
  }

  @Test
  void hearsChannelAndCommunityOfAPostUnlessTheyAreLeftOut() {
    Post post = TestPosts.post("1", "Яма", PostKind.POST, MONDAY, 1);

    assertThat(sources.heard("vk", post, TUESDAY))
        .containsExactly(new Receipt("vk", "vk", TUESDAY), new Receipt("vk", KHOLMSK, TUESDAY));
    assertThat(sources.heard("json", post, TUESDAY))
        .containsExactly(new Receipt("vk", KHOLMSK, TUESDAY));
    assertThat(sources.of("vk")).extracting(Source::id).doesNotContain("vk|-990000005");
    assertThat(sources.channels()).containsExactlyInAnyOrder("pos", "telegram", "vk");
  }

  private KeyedTwoInputStreamOperatorTestHarness<String, Receipt, ChannelTick, AlertEvent> harness()
      throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new KeyedCoProcessOperator<>(
            new WatchSources(region, sources, RULES, Duration.ofDays(365))),
        Receipt::channel,
        ChannelTick::channel,
        Types.STRING);
  }

  private static Region region() {
    try {
      return new RegionFiles(Path.of("../../config")).load("sakhalin");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void speakHourly(String channel, Instant last) throws Exception {
    for (Instant hour = time; !hour.isAfter(last); hour = hour.plus(HOUR)) {
      strikeUntil(channel, hour);
      hear(channel, hour);
    }
  }

  private void hear(String source, Instant receivedAt) throws Exception {
    harness.processElement1(new Receipt(source.split("\\|")[0], source, receivedAt), 0);
  }

  /** The clock strikes once a minute. */
  private void strikeUntil(String channel, Instant last) throws Exception {
    while (time.isBefore(last)) {
      time = time.plusSeconds(60);
      harness.processElement2(new ChannelTick(channel, time), time.toEpochMilli());
    }
  }

  private List<AlertEvent> events() {
    return harness.extractOutputValues();
  }
}
