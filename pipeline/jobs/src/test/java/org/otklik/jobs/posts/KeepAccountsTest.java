package org.otklik.jobs.posts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.Document;
import org.otklik.jobs.Json;
import org.otklik.jobs.TestPosts;

class KeepAccountsTest {
  private KeyedOneInputStreamOperatorTestHarness<String, Fate, Document> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        ProcessFunctionTestHarnesses.forKeyedProcessFunction(
            new KeepAccounts(), Fate::channel, Types.STRING);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void publishesABalancedAccountOfAChannelOnceASecond() throws Exception {
    harness.setProcessingTime(0);
    for (String outcome :
        List.of(
            Fate.INDEXED,
            Fate.INDEXED,
            Fate.REPLACED,
            Fate.DUPLICATE,
            Fate.IGNORED,
            Fate.DEAD_LETTERED)) {
      happen("vk", outcome);
    }
    assertThat(harness.extractOutputValues()).isEmpty();

    harness.setProcessingTime(1_000);

    assertThat(harness.extractOutputValues())
        .singleElement()
        .satisfies(
            document -> {
              assertThat(document.index()).isEqualTo("channels");
              assertThat(document.id()).isEqualTo("vk");
              assertThat(document.version()).isEqualTo(6);
              JsonNode account = Json.mapper().readTree(document.body());
              assertThat(account.path("received").asLong()).isEqualTo(6);
              assertThat(account.path("indexed").asLong()).isEqualTo(2);
              assertThat(account.path("replaced").asLong()).isEqualTo(1);
              assertThat(account.path("duplicates").asLong()).isEqualTo(1);
              assertThat(account.path("ignored").asLong()).isEqualTo(1);
              assertThat(account.path("deadLettered").asLong()).isEqualTo(1);
            });
  }

  @Test
  void keepsChannelsApart() throws Exception {
    harness.setProcessingTime(0);
    happen("vk", Fate.INDEXED);
    happen("telegram", Fate.INDEXED);
    harness.setProcessingTime(1_000);

    assertThat(harness.extractOutputValues())
        .extracting(Document::id)
        .containsExactlyInAnyOrder("vk", "telegram");
  }

  @Test
  void publishesTheLastStateAtTheEndOfABoundedInput() throws Exception {
    happen("vk", Fate.INDEXED);
    harness.processWatermark(Watermark.MAX_WATERMARK);

    assertThat(harness.extractOutputValues()).hasSize(1);
  }

  @Test
  void countsReasonsBeyondTheLimitTogether() {
    ChannelAccount account = null;
    for (int i = 0; i < 150; i++) {
      account =
          KeepAccounts.plus(
              account, new Fate("vk", Fate.DEAD_LETTERED, "reason " + i, TestPosts.NOON));
    }
    assertThat(account.received()).isEqualTo(150);
    assertThat(account.reasons()).hasSize(101).containsEntry("other reasons", 50L);
  }

  private void happen(String channel, String outcome) throws Exception {
    harness.processElement(new Fate(channel, outcome, null, TestPosts.NOON), 0);
  }
}
