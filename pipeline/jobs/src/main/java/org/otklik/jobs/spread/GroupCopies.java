package org.otklik.jobs.spread;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.misinformation.Fingerprint;
import org.otklik.models.misinformation.Misinformation;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostKind;

/**
 * Finds for each post the narrative that it belongs to: the near-copies of the post that came
 * first. A newer version moves it; copies and older versions of itself change nothing, so the topic
 * may be read again. Official replies do not spread anything.
 *
 * <p>Keyed by one constant: all posts of a region meet in one subtask, which takes some ten
 * thousand posts per second. A post that is like the first of a narrative belongs to it; likeness
 * to a later member is not enough, so that narratives do not run into one another.
 */
public final class GroupCopies extends KeyedProcessFunction<String, AnalyzedPost, SpreadChange> {
  private static final long serialVersionUID = 1L;
  private static final long DAY_MILLIS = 86_400_000;

  private final Duration copyMemory;
  private final Duration postMemory;
  private transient MapState<Long, String> firstByBand;
  private transient MapState<String, Fingerprint> firstPosts;
  private transient MapState<String, Membership> memberships;

  /**
   * @param copyMemory how long a narrative waits for its next copy
   * @param postMemory how long it is remembered where a post counts
   */
  public GroupCopies(Duration copyMemory, Duration postMemory) {
    this.copyMemory = copyMemory;
    this.postMemory = postMemory;
  }

  @Override
  public void open(OpenContext context) {
    firstByBand = remembered("first-by-band", Types.LONG, Types.STRING, copyMemory);
    firstPosts =
        remembered("first-posts", Types.STRING, TypeInformation.of(Fingerprint.class), copyMemory);
    memberships =
        remembered("memberships", Types.STRING, TypeInformation.of(Membership.class), postMemory);
  }

  /**
   * Flink's own clean-up in the background would look through the whole map of a key at each
   * access: with one key for all posts it is done once a day instead.
   */
  private <K, V> MapState<K, V> remembered(
      String name, TypeInformation<K> key, TypeInformation<V> value, Duration memory) {
    MapStateDescriptor<K, V> descriptor = new MapStateDescriptor<>(name, key, value);
    descriptor.enableTimeToLive(
        StateTtlConfig.newBuilder(memory).disableCleanupInBackground().build());
    return getRuntimeContext().getMapState(descriptor);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<SpreadChange> out)
      throws Exception {
    forgetExpired(firstByBand);
    forgetExpired(firstPosts);
    forgetExpired(memberships);
  }

  /** Going through a map with a time to live removes what is older. */
  private static void forgetExpired(MapState<?, ?> remembered) throws Exception {
    var entries = remembered.entries().iterator();
    while (entries.hasNext()) {
      entries.next();
    }
  }

  @Override
  public void processElement(AnalyzedPost analyzed, Context context, Collector<SpreadChange> out)
      throws Exception {
    Post post = analyzed.post();
    if (post.kind() == PostKind.RESPONSE) {
      return;
    }
    long today = context.timerService().currentProcessingTime() / DAY_MILLIS;
    context.timerService().registerProcessingTimeTimer((today + 1) * DAY_MILLIS);
    Membership before = memberships.get(post.id());
    if (before != null && post.version() <= before.version()) {
      memberships.put(post.id(), before); // renews its time to live
      return;
    }
    Misinformation found = analyzed.analysis().misinformation();
    Membership now =
        new Membership(
            post.version(),
            narrative(post.id(), analyzed.analysis().lemmas()),
            found == null ? null : found.claimId(),
            community(post),
            analyzed.analysis().place().municipality(),
            post.publishedAt());
    memberships.put(post.id(), now);
    if (before != null && sameBut(before, now)) {
      return;
    }
    if (before != null) {
      tell(post, before, -1, out);
    }
    tell(post, now, 1, out);
  }

  /** Id of the first post that this one is a near-copy of, or its own when it is the first. */
  private @Nullable String narrative(String postId, String lemmas) throws Exception {
    Optional<Fingerprint> fingerprint = Fingerprint.of(lemmas);
    if (fingerprint.isEmpty()) {
      return null;
    }
    Fingerprint print = fingerprint.get();
    String best = null;
    double likeness = 0;
    Set<String> compared = new HashSet<>();
    for (Long band : print.bands()) {
      String first = firstByBand.get(band);
      Fingerprint other = first == null || !compared.add(first) ? null : firstPosts.get(first);
      if (other != null && print.likeness(other) > likeness) {
        best = first;
        likeness = print.likeness(other);
      }
    }
    if (best != null && likeness >= Fingerprint.NEAR_COPY) {
      remember(best, firstPosts.get(best)); // waits anew for its next copy
      return best;
    }
    remember(postId, print);
    return postId;
  }

  private void remember(String firstPost, Fingerprint print) throws Exception {
    firstPosts.put(firstPost, print);
    for (Long band : print.bands()) {
      firstByBand.put(band, firstPost);
    }
  }

  private static @Nullable String community(Post post) {
    String name = post.communityName() == null ? post.communityId() : post.communityName();
    if (name == null) {
      return null;
    }
    String id = post.communityId() == null ? "" : post.communityId();
    return post.channel() + "|" + id + "|" + name;
  }

  private static boolean sameBut(Membership before, Membership now) {
    return new Membership(
            now.version(),
            before.narrative(),
            before.claimId(),
            before.community(),
            before.municipality(),
            before.publishedAt())
        .equals(now);
  }

  private static void tell(
      Post post, Membership membership, int posts, Collector<SpreadChange> out) {
    if (membership.narrative() != null) {
      out.collect(change(SpreadSubject.narrative(membership.narrative()), post, membership, posts));
    }
    if (membership.claimId() != null) {
      out.collect(change(SpreadSubject.claim(membership.claimId()), post, membership, posts));
    }
  }

  private static SpreadChange change(
      SpreadSubject subject, Post post, Membership membership, int posts) {
    return new SpreadChange(
        subject,
        posts,
        membership.community(),
        membership.municipality(),
        membership.publishedAt(),
        post.id(),
        post.url(),
        post.text(),
        membership.claimId());
  }
}
