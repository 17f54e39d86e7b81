package org.otklik.jobs.sources;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.otklik.models.region.Region;

/**
 * What is watched: a channel, or a community in it.
 *
 * @param channel the channel's name
 * @param community the community; null for the channel itself
 * @param expected true when something must come from it, so that it is watched before the first
 *     post
 */
record Source(String channel, Region.@Nullable Community community, boolean expected)
    implements Serializable {

  /** Its key: the channel's name, or channel and id of the community. */
  String id() {
    return community == null ? channel : id(channel, community.id());
  }

  static String id(String channel, String community) {
    return channel + "|" + community;
  }
}
