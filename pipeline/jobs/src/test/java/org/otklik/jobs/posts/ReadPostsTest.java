package org.otklik.jobs.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.DeadLetter;
import org.otklik.jobs.RawRecord;
import org.otklik.jobs.TestPosts;
import org.otklik.jobs.channel.ChannelReader;
import org.otklik.jobs.channel.Reading;

class ReadPostsTest {
  private static final ChannelReader READER =
      (bytes, receivedAt) ->
          switch (new String(bytes, StandardCharsets.UTF_8)) {
            case "post" -> List.of(Reading.post(TestPosts.post("1", "Яма")));
            case "page" ->
                List.of(
                    Reading.post(TestPosts.post("1", "Яма")),
                    Reading.ignored("no text"),
                    Reading.post(TestPosts.post("2", "Лужа")));
            case "broken page" ->
                List.of(
                    Reading.post(TestPosts.post("1", "Яма")),
                    Reading.deadLetter("text: missing"),
                    Reading.deadLetter("date: missing"));
            case "service" -> List.of(Reading.ignored("service message"));
            default -> List.of(Reading.deadLetter("not JSON"));
          };

  private OneInputStreamOperatorTestHarness<RawRecord, ReceivedPost> harness;

  @BeforeEach
  void open() throws Exception {
    harness = ProcessFunctionTestHarnesses.forProcessFunction(new ReadPosts(Map.of("vk", READER)));
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void passesOnAPostWithWhereItCameFrom() throws Exception {
    receive("vk", "post");

    assertThat(harness.extractOutputValues())
        .singleElement()
        .satisfies(
            received -> {
              assertThat(received.post().text()).isEqualTo("Яма");
              assertThat(received.origin())
                  .isEqualTo(new Origin("vk", TestPosts.NOON, "posts.raw", 3, 42));
              assertThat(received.replacesOlder()).isFalse();
            });
    assertThat(fates()).isEmpty();
  }

  @Test
  void readsEveryPostOfAPage() throws Exception {
    receive("vk", "page");

    assertThat(harness.extractOutputValues())
        .extracting(received -> received.post().nativeId())
        .containsExactly("1", "2");
    assertThat(fates()).extracting(Fate::outcome).containsExactly(Fate.IGNORED);
  }

  @Test
  void countsAnIgnoredRecordWithItsReason() throws Exception {
    receive("vk", "service");

    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(fates())
        .containsExactly(new Fate("vk", Fate.IGNORED, "service message", TestPosts.NOON));
  }

  @Test
  void putsAnUnreadableRecordAsideWhole() throws Exception {
    receive("vk", "{broken");

    assertThat(letters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.value()).isEqualTo("{broken".getBytes(StandardCharsets.UTF_8));
              assertThat(letter.topic()).isEqualTo("posts.raw");
              assertThat(letter.partition()).isEqualTo(3);
              assertThat(letter.offset()).isEqualTo(42);
              assertThat(letter.stage()).isEqualTo("read");
              assertThat(letter.reason()).isEqualTo("not JSON");
            });
    assertThat(fates()).extracting(Fate::outcome).containsExactly(Fate.DEAD_LETTERED);
  }

  @Test
  void putsAPageWithSeveralBrokenItemsAsideOnce() throws Exception {
    receive("vk", "broken page");

    assertThat(letters())
        .extracting(DeadLetter::reason)
        .containsExactly("text: missing; and 1 more");
    assertThat(fates()).hasSize(2);
  }

  @Test
  void putsARecordOfAnUnknownChannelAside() throws Exception {
    receive("fax", "post");
    receive(null, "post");

    assertThat(letters())
        .extracting(DeadLetter::reason)
        .containsExactly(
            "there is no channel «fax»; known are [vk]", "the record has no header «channel»");
    assertThat(fates())
        .extracting(Fate::channel)
        .containsExactly(ReadPosts.UNKNOWN_CHANNEL, ReadPosts.UNKNOWN_CHANNEL);
  }

  private void receive(@Nullable String channel, String record) throws Exception {
    harness.processElement(
        new RawRecord(
            channel, TestPosts.NOON, record.getBytes(StandardCharsets.UTF_8), "posts.raw", 3, 42),
        0);
  }

  private List<Fate> fates() {
    return side(harness.getSideOutput(ReadPosts.FATES));
  }

  private List<DeadLetter> letters() {
    return side(harness.getSideOutput(ReadPosts.DEAD_LETTERS));
  }

  static <T> List<T> side(@Nullable Iterable<StreamRecord<T>> records) {
    if (records == null) {
      return List.of();
    }
    return java.util.stream.StreamSupport.stream(records.spliterator(), false)
        .map(StreamRecord::getValue)
        .toList();
  }
}
