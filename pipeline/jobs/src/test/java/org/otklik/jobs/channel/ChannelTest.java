package org.otklik.jobs.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.otklik.jobs.channel.NativeRecords.PSEUDONYMS;
import static org.otklik.jobs.channel.NativeRecords.SAKHALIN;

import org.junit.jupiter.api.Test;

class ChannelTest {

  @Test
  void hasReaderForEveryName() {
    assertThat(Channel.names())
        .containsExactly("vk", "telegram", "telegram-export", "pos", "im", "json")
        .extracting(Channel::forName)
        .containsExactly(Channel.values())
        .allSatisfy(channel -> assertThat(channel.reader(PSEUDONYMS, SAKHALIN)).isNotNull());
  }

  @Test
  void listsNamesWhereOneIsUnknown() {
    assertThatThrownBy(() -> Channel.forName("fax"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "unknown channel 'fax', known are vk, telegram, telegram-export, pos, im, json");
  }
}
