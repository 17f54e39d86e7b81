package org.otklik.jobs.bursts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.Standing;
import org.otklik.models.bursts.BurstSettings;
import org.otklik.models.region.Region;
import org.otklik.models.region.RegionFiles;

class DetectBurstsTest {
  private static final Path CONFIGURATION = Path.of("../../config");
  private static final Instant BEGINNING = Instant.parse("2026-02-28T13:00:00Z");
  private static final Instant EVENING = Instant.parse("2026-03-15T07:05:00Z");

  private Region region;
  private BurstSettings settings;
  private Watch watch;

  @BeforeEach
  void open() throws Exception {
    region = new RegionFiles(CONFIGURATION).load("sakhalin");
    settings = BurstSettings.load(CONFIGURATION);
    watch = new Watch(region, settings);
    watch.begin(BEGINNING);
    watch.eventTime(EVENING.minus(Duration.ofHours(2)));
  }

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void tellsOnceOfAnOutageWhileItLasts() throws Exception {
    outage("a", EVENING, 20, 2);

    assertThat(watch.events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.kind()).isEqualTo(AlertEvent.BURST);
              assertThat(event.region()).isEqualTo("sakhalin");
              assertThat(event.municipality()).isEqualTo("Холмский");
              assertThat(event.theme()).isEqualTo("energy");
              assertThat(event.time()).isEqualTo("2026-03-15T07:00:00Z");
              assertThat(event.severity()).isEqualTo(2);
              assertThat(event.posts()).hasSize(3);
              assertThat(event.figures())
                  .containsOnlyKeys("count", "expected", "hours", "tail", "urgency");
              assertThat(event.figures().get("tail")).isLessThan(settings.threshold());
              assertThat(event.summary())
                  .matches(
                      "Всплеск: Холмский, «Энергетика»: \\d+ сообщени\\S+ за 1 ч, обычно меньше 0,1; срочных \\d+; с 15.03 18:00");
            });
  }

  @Test
  void tellsOfTheMessageThatMakesItABurstAndNotAtTheEndOfTheHour() throws Exception {
    outage("a", EVENING, 20, 2);

    assertThat(watch.events().get(0).figures().get("count")).isLessThan(15);
  }

  @Test
  void tellsOfTheNextBurstAfterTheQuietHours() throws Exception {
    outage("a", EVENING, 14, 2);
    outage("b", EVENING.plus(Duration.ofHours(settings.quietHours() + 4L)), 20, 2);

    assertThat(watch.events()).extracting(AlertEvent::time).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void givesTheSameBurstTheSameId() throws Exception {
    outage("a", EVENING, 14, 2);
    String id = watch.events().get(0).id();
    watch.close();
    open();
    outage("b", EVENING, 14, 2);

    assertThat(watch.events()).extracting(AlertEvent::id).containsExactly(id);
  }

  @Test
  void namesTheMostUrgentAndNewestPosts() throws Exception {
    watch.live("urgent", post("Холмский", "energy", EVENING, 3));
    outage("a", EVENING.plusSeconds(60), 20, 0);

    assertThat(watch.events().get(0).posts().get(0)).isEqualTo("urgent");
    assertThat(watch.events().get(0).severity()).isEqualTo(1);
  }

  @Test
  void doesNotTellOfLateMessages() throws Exception {
    watch.eventTime(EVENING.plus(Duration.ofHours(5)));
    for (int i = 0; i < 30; i++) {
      watch.comes("late-" + i, post("Холмский", "energy", EVENING.plusSeconds(60L * i), 2));
    }

    assertThat(watch.events()).isEmpty();
  }

  @Test
  void doesNotTellOfPostsThatAPersonPutsIntoTheTheme() throws Exception {
    for (int i = 0; i < 30; i++) {
      Standing model = post("Холмский", "theme-" + i, EVENING.plusSeconds(60L * i), 0);
      watch.live("post-" + i, model);
      watch.moves("post-" + i, model, post("Холмский", "energy", EVENING.plusSeconds(60L * i), 0));
    }

    assertThat(watch.events()).isEmpty();
  }

  @Test
  void doesNotCountPostsThatWereCorrectedAway() throws Exception {
    for (int i = 0; i < 40; i++) {
      Standing model = post("Холмский", "energy", EVENING.plusSeconds(60L * i), 0);
      watch.live("post-" + i, model);
      watch.moves("post-" + i, model, post("Холмский", "roads", model.publishedAt(), 0));
    }

    assertThat(watch.events()).isEmpty();
  }

  @Test
  void takesADaysMessagesThatAreDatedByTheDayForNoBurst() throws Exception {
    Instant midnight = Instant.parse("2026-03-15T13:00:00Z");
    for (int i = 0; i < 30; i++) {
      watch.live("dated-" + i, post("Холмский", "energy", midnight, 2));
    }

    assertThat(watch.events()).isEmpty();
  }

  @Test
  void waitsForEventTimeWhileOldMessagesAreRead() throws Exception {
    watch.eventTime(BEGINNING.plus(Duration.ofDays(4)));
    for (int i = 0; i < 20; i++) {
      watch.comes("post-" + i, post("Холмский", "energy", EVENING.plusSeconds(60L * i), 2));
    }
    // What is usual comes only now, from another partition.
    for (int hour = 4 * 24; hour < 15 * 24; hour++) {
      for (int i = 0; i < 20; i++) {
        Instant at = BEGINNING.plus(Duration.ofHours(hour)).plusSeconds(100L * i + 1);
        watch.comes("usual-" + hour + "-" + i, post("Холмский", "energy", at, 0));
      }
    }
    watch.eventTime(EVENING.plus(Duration.ofHours(3)));

    assertThat(watch.events()).isEmpty();
  }

  @Test
  void tellsOfABurstOnceEventTimeHasComeNear() throws Exception {
    Instant later = EVENING.plus(Duration.ofDays(1));
    for (int i = 0; i < 20; i++) {
      watch.comes("post-" + i, post("Холмский", "energy", later.plusSeconds(60L * i), 2));
    }
    assertThat(watch.events()).isEmpty();
    watch.eventTime(later.plus(Duration.ofHours(3)));

    assertThat(watch.events()).hasSize(1);
  }

  @Test
  void countsMessagesOutOfOrderInTheWindowThatLaterOnesEnd() throws Exception {
    for (int i = 19; i >= 0; i--) {
      watch.comes("post-" + i, post("Холмский", "energy", EVENING.minusSeconds(60L * i), 2));
    }

    assertThat(watch.events()).hasSize(1);
  }

  @Test
  void takesWhatComesEveryWeekForNoBurst() throws Exception {
    Duration week = Duration.ofDays(7);
    watch.close();
    watch = new Watch(region, settings);
    watch.begin(BEGINNING);
    watch.eventTime(EVENING.minus(week).minus(Duration.ofHours(2)));
    for (int i = 0; i < 8; i++) {
      watch.live(
          "last-" + i, post("Холмский", "energy", EVENING.minus(week).plusSeconds(60L * i), 0));
    }
    int before = watch.events().size(); // the first time it was one
    for (int i = 0; i < 8; i++) {
      watch.live("this-" + i, post("Холмский", "energy", EVENING.plusSeconds(60L * i), 0));
    }

    assertThat(watch.events()).hasSize(before);
  }

  @Test
  void tellsOfNothingWhileItStillLearns() throws Exception {
    watch.close();
    watch = new Watch(region, settings);
    watch.begin(EVENING.minus(Duration.ofDays(settings.learningDays() - 1L)));
    watch.eventTime(EVENING.minus(Duration.ofHours(2)));
    outage("a", EVENING, 30, 2);

    assertThat(watch.events()).isEmpty();
  }

  @Test
  void tellsOfABurstWhosePlaceIsUnknown() throws Exception {
    for (int i = 0; i < 20; i++) {
      watch.live("post-" + i, post(null, "energy", EVENING.plusSeconds(60L * i), 0));
    }

    assertThat(watch.events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.municipality()).isNull();
              assertThat(event.summary()).startsWith("Всплеск: место неизвестно, ");
            });
  }

  @Test
  void goesOnWithABurstAfterARestart() throws Exception {
    outage("a", EVENING, 14, 2);
    assertThat(watch.events()).hasSize(1);
    OperatorSubtaskState snapshot = watch.snapshot();
    watch.close();
    watch = Watch.restored(region, settings, snapshot);
    outage("b", EVENING.plus(Duration.ofMinutes(30)), 14, 2);

    assertThat(watch.events()).isEmpty();
  }

  @Test
  void remembersAfterARestartWhatItWaitsFor() throws Exception {
    Instant later = EVENING.plus(Duration.ofDays(1));
    for (int i = 0; i < 20; i++) {
      watch.comes("post-" + i, post("Холмский", "energy", later.plusSeconds(60L * i), 2));
    }
    OperatorSubtaskState snapshot = watch.snapshot();
    watch.close();
    watch = Watch.restored(region, settings, snapshot);
    watch.eventTime(later.plus(Duration.ofHours(3)));

    assertThat(watch.events()).hasSize(1);
  }

  private void outage(String name, Instant from, int posts, int urgency) throws Exception {
    for (int i = 0; i < posts; i++) {
      watch.live(name + "-" + i, post("Холмский", "energy", from.plusSeconds(120L * i), urgency));
    }
  }

  private static Standing post(
      @Nullable String municipality, String theme, Instant publishedAt, int urgency) {
    return new Standing(
        municipality, theme, publishedAt, true, urgency, false, null, null, null, false);
  }
}
