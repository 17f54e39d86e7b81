package org.otklik.jobs.sources;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.otklik.models.post.Post;
import org.otklik.models.region.Region;

/**
 * Which sources are watched: the channels, and the communities that the region's file lists,
 * without those that the settings leave out.
 */
public final class Sources implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Region region;
  private final LinkedHashMap<String, Source> watched = new LinkedHashMap<>();

  /**
   * @param region the region whose communities are watched
   * @param channels names of all channels
   * @param leaveOut channels, and ids of communities, that are not watched
   */
  public Sources(Region region, List<String> channels, List<String> leaveOut) {
    this.region = region;
    for (String channel : channels) {
      boolean listed =
          region.communities().stream().anyMatch(community -> community.channel().equals(channel));
      watch(new Source(channel, null, listed), channel, leaveOut);
    }
    for (Region.Community community : region.communities()) {
      watch(new Source(community.channel(), community, true), community.id(), leaveOut);
    }
  }

  private void watch(Source source, String name, List<String> leaveOut) {
    if (!leaveOut.contains(name)) {
      watched.put(source.id(), source);
    }
  }

  /**
   * From which watched sources a post shows that something comes.
   *
   * @param channel the channel that its record came by, which need not be the post's own
   * @param receivedAt when it was received
   */
  public List<Receipt> heard(String channel, Post post, Instant receivedAt) {
    List<Receipt> receipts = new ArrayList<>();
    if (watched.containsKey(channel)) {
      receipts.add(new Receipt(channel, channel, receivedAt));
    }
    region
        .community(post.channel(), post.communityId(), post.communityName())
        .map(community -> watched.get(Source.id(community.channel(), community.id())))
        .ifPresent(source -> receipts.add(new Receipt(source.channel(), source.id(), receivedAt)));
    return receipts;
  }

  /** The channels that the clock must strike for. */
  public List<String> channels() {
    return watched.values().stream().map(Source::channel).distinct().toList();
  }

  /** The watched sources of a channel, itself first. */
  List<Source> of(String channel) {
    return watched.values().stream().filter(source -> source.channel().equals(channel)).toList();
  }
}
