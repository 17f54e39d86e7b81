package org.otklik.local.command;

import java.util.ArrayList;
import org.otklik.jobs.channel.Channel;

/** Names of the channels, for help texts. */
final class ChannelNames extends ArrayList<String> {
  private static final long serialVersionUID = 1L;

  ChannelNames() {
    super(Channel.names());
  }
}
