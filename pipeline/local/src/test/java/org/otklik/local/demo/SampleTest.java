package org.otklik.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.channel.Channel;
import org.otklik.jobs.channel.ChannelReader;
import org.otklik.jobs.channel.Reading;
import org.otklik.local.demo.Sample.SampleRecord;
import org.otklik.models.post.Post;
import org.otklik.models.post.Pseudonyms;

class SampleTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Sakhalin");
  private static final Instant NOW = Instant.parse("2027-07-07T07:07:07Z");
  private static final Pseudonyms PSEUDONYMS = new Pseudonyms(new byte[16]);

  private static List<SampleRecord> records;
  private static final List<Reading> READINGS = new ArrayList<>();

  @BeforeAll
  static void load() throws Exception {
    records = Sample.load("sakhalin", ZONE, PSEUDONYMS, NOW);
    Map<String, ChannelReader> readers = new HashMap<>();
    for (SampleRecord record : records) {
      ChannelReader reader =
          readers.computeIfAbsent(
              record.channel(), name -> Channel.forName(name).reader(PSEUDONYMS, ZONE));
      READINGS.addAll(reader.read(record.bytes(), NOW.toEpochMilli()));
    }
  }

  @Test
  void holdsAtLeast500DifferentPosts() {
    Set<String> texts = new HashSet<>();
    posts().forEach(post -> texts.add(post.text()));

    assertThat(texts).hasSizeGreaterThan(500);
  }

  @Test
  void coversAFortnightThatEndsNow() {
    List<Instant> published = posts().stream().map(Post::publishedAt).sorted().toList();

    assertThat(published.get(published.size() - 1)).isBetween(NOW.minus(Duration.ofHours(2)), NOW);
    assertThat(published.get(0))
        .isBetween(NOW.minus(Duration.ofDays(16)), NOW.minus(Duration.ofDays(12)));
  }

  @Test
  void yieldsOneReadingForEachRecord() {
    assertThat(READINGS).hasSameSizeAs(records);
  }

  @Test
  void holdsNoiseAndBrokenRecordsOfEveryKind() {
    assertThat(READINGS.stream().filter(reading -> reading.outcome() == Reading.Outcome.IGNORED))
        .hasSizeGreaterThan(20);
    assertThat(
            READINGS.stream().filter(reading -> reading.outcome() == Reading.Outcome.DEAD_LETTER))
        .hasSizeGreaterThan(20);
  }

  @Test
  void comesInTheOrderInWhichItWasPublished() {
    List<Instant> changed =
        READINGS.stream()
            .filter(reading -> reading.post() != null)
            .map(reading -> Instant.ofEpochMilli(reading.post().version()))
            .toList();

    assertThat(changed).isSorted();
  }

  private static List<Post> posts() {
    return READINGS.stream().filter(reading -> reading.post() != null).map(Reading::post).toList();
  }
}
