package org.otklik.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.ClaimChange;
import org.otklik.jobs.DeadLetter;
import org.otklik.jobs.RawRecord;
import org.otklik.jobs.TestPosts;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.misinformation.Claim;

class TopicFormsTest {
  private static final byte[] VALUE = "{}".getBytes(StandardCharsets.UTF_8);

  @Test
  void readsARawRecordWithItsHeadersAndPosition() {
    ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("posts.raw", 2, 7, null, VALUE);
    record.headers().add("channel", "vk".getBytes(StandardCharsets.UTF_8));
    record.headers().add("received-at", "2026-03-15T12:00:00Z".getBytes(StandardCharsets.UTF_8));

    assertThat(read(record))
        .usingRecursiveComparison()
        .isEqualTo(new RawRecord("vk", TestPosts.NOON, VALUE, "posts.raw", 2, 7));
  }

  @Test
  void readsARawRecordWithoutHeadersAndValueToo() {
    RawRecord raw = read(new ConsumerRecord<>("posts.raw", 2, 7, null, null));

    assertThat(raw.channel()).isNull();
    assertThat(raw.value()).isEmpty();
  }

  @Test
  void takesKafkasTimeWhenTheTimeOfReceiptIsNotReadable() {
    ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("posts.raw", 2, 7, null, VALUE);
    record.headers().add("received-at", "yesterday".getBytes(StandardCharsets.UTF_8));

    assertThat(read(record).receivedAt()).isEqualTo(Instant.ofEpochMilli(record.timestamp()));
  }

  @Test
  void writesAndReadsAnAnalysedPostUnderItsId() throws Exception {
    AnalyzedPost analyzed = TestPosts.analyzed(TestPosts.post("1", "Яма"), "roads", "Холмский");

    ProducerRecord<byte[], byte[]> record =
        new AnalyzedPostTopic.ToRecord().serialize(analyzed, null, 0L);

    assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(analyzed.post().id());
    assertThat(new AnalyzedPostTopic.FromJson().deserialize(record.value())).isEqualTo(analyzed);
  }

  @Test
  void writesADeadLetterWholeWithWhereAndWhy() {
    ProducerRecord<byte[], byte[]> record =
        DeadLetterTopic.toRecord(
            new DeadLetter("posts.raw", 1, 9, "read", "not JSON", null, VALUE));

    assertThat(record.value()).isEqualTo(VALUE);
    assertThat(record.headers())
        .extracting(Header::key, header -> new String(header.value(), StandardCharsets.UTF_8))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("topic", "posts.raw"),
            org.assertj.core.groups.Tuple.tuple("partition", "1"),
            org.assertj.core.groups.Tuple.tuple("offset", "9"),
            org.assertj.core.groups.Tuple.tuple("stage", "read"),
            org.assertj.core.groups.Tuple.tuple("reason", "not JSON"));
  }

  @Test
  void writesAndReadsAClaimUnderItsIdAndItsWithdrawalWithoutValue() {
    Claim claim = TestPosts.claim("water", "Воду отключат на две недели");
    ProducerRecord<byte[], byte[]> added = ClaimTopic.toRecord("water", claim);
    ProducerRecord<byte[], byte[]> withdrawn = ClaimTopic.toRecord("water", null);

    assertThat(claimChange(added.key(), added.value()).claim()).isEqualTo(claim);
    assertThat(claimChange(withdrawn.key(), withdrawn.value()))
        .satisfies(
            change -> {
              assertThat(change.id()).isEqualTo("water");
              assertThat(change.claim()).isNull();
            });
  }

  @Test
  void leavesAClaimOutThatCannotBeRead() {
    byte[] key = "water".getBytes(StandardCharsets.UTF_8);

    assertThat(claimChange(null, VALUE)).isNull();
    assertThat(claimChange(key, VALUE)).isNull();
    assertThat(claimChange(key, "null".getBytes(StandardCharsets.UTF_8))).isNull();
    assertThat(claimChange(key, ClaimTopic.toRecord("x", TestPosts.claim("x", "Иное")).value()))
        .isNull();
  }

  private static ClaimChange claimChange(byte[] key, byte[] value) {
    return ClaimTopic.change(new ConsumerRecord<>("claims", 0, 1, key, value));
  }

  private static RawRecord read(ConsumerRecord<byte[], byte[]> record) {
    List<RawRecord> out = new ArrayList<>();
    new RawRecordTopic.FromRecord().deserialize(record, new ListCollector<>(out));
    return out.get(0);
  }
}
