package org.otklik.jobs.posts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.otklik.jobs.channel.Channel;
import org.otklik.models.post.Post;

/**
 * Lets each version of a post through once, keyed by the post's id. A post that comes again
 * unchanged, or in an older version, is a duplicate; a newer version, or a changed text under the
 * same version (VK's edited comments carry no date of the edit), replaces what was known and gets a
 * higher version.
 */
public final class DropDuplicates extends KeyedProcessFunction<String, ReceivedPost, ReceivedPost> {
  private static final long serialVersionUID = 1L;

  /** What became of the duplicates. */
  public static final OutputTag<Fate> FATES =
      new OutputTag<>("fates-of-duplicates", TypeInformation.of(Fate.class));

  /** Silent edits that are told apart; beyond it the oldest text would count as new again. */
  private static final int CONTENTS_REMEMBERED = 32;

  private final Duration memory;
  private transient ValueState<SeenVersions> seen;

  /**
   * @param memory how long a post is remembered after its newest version; a copy that comes later
   *     is written again under the same id
   */
  public DropDuplicates(Duration memory) {
    this.memory = memory;
  }

  @Override
  public void open(OpenContext context) {
    ValueStateDescriptor<SeenVersions> descriptor =
        new ValueStateDescriptor<>("seen-versions", TypeInformation.of(SeenVersions.class));
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(memory).build());
    seen = getRuntimeContext().getState(descriptor);
  }

  @Override
  public void processElement(ReceivedPost received, Context context, Collector<ReceivedPost> out)
      throws Exception {
    Post post = received.post();
    long content = fingerprint(post);
    SeenVersions known = seen.value();
    if (known == null) {
      seen.update(new SeenVersions(post.version(), post.version(), List.of(content)));
      out.collect(received);
    } else if (post.version() > known.nativeVersion() && !isSameWithoutDate(post, content, known)) {
      long version = Math.max(post.version(), known.version() + 1);
      seen.update(new SeenVersions(post.version(), version, List.of(content)));
      out.collect(new ReceivedPost(post.withVersion(version), received.origin(), true));
    } else if (post.version() == known.nativeVersion() && !known.contents().contains(content)) {
      long version = known.version() + 1;
      List<Long> contents = new ArrayList<>(known.contents());
      if (contents.size() == CONTENTS_REMEMBERED) {
        contents.remove(0);
      }
      contents.add(content);
      seen.update(new SeenVersions(post.version(), version, contents));
      out.collect(new ReceivedPost(post.withVersion(version), received.origin(), true));
    } else {
      context.output(
          FATES,
          new Fate(
              received.origin().channel(), Fate.DUPLICATE, null, received.origin().receivedAt()));
    }
  }

  /**
   * A record without a date of its own is as new as its receipt: sent again unchanged, it is still
   * the same.
   */
  private static boolean isSameWithoutDate(Post post, long content, SeenVersions known) {
    return post.editedAt() == null && known.contents().contains(content);
  }

  /** The first 64 bits of SHA-256 over everything that people could have changed. */
  private static long fingerprint(Post post) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      update(digest, post.kind().code());
      update(digest, post.text());
      update(digest, String.valueOf(post.latitude()));
      update(digest, String.valueOf(post.longitude()));
      // Where a person keeps the record, its columns are the message's state; elsewhere they are
      // counters of views and such.
      if (post.channel().equals(Channel.POS.code()) || post.channel().equals(Channel.IM.code())) {
        for (Map.Entry<String, String> field : new TreeMap<>(post.sourceFields()).entrySet()) {
          update(digest, field.getKey());
          update(digest, field.getValue());
        }
      }
      return ByteBuffer.wrap(digest.digest()).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void update(MessageDigest digest, String part) {
    digest.update(part.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
