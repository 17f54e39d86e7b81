package org.otklik.jobs.heat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.PostMove;
import org.otklik.jobs.Standing;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.misinformation.Misinformation;
import org.otklik.models.place.HexCells;
import org.otklik.models.place.Place;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostKind;

/**
 * Counts each post once, keyed by the post's id. A newer version moves it: where it counted before
 * loses it, where it belongs now gains it; theme, place, type, urgency and flag all count. Copies
 * and older versions change nothing, so the topic may be read again.
 */
public final class MoveBetweenCells extends KeyedProcessFunction<String, AnalyzedPost, PostMove> {
  private static final long serialVersionUID = 1L;
  private static final String PROBLEM = "problem";

  private final Duration memory;
  private transient HexCells hexagons;
  private transient ValueState<Contribution> contribution;

  /**
   * @param memory how long it is remembered where a post counts; must be longer than posts are
   *     remembered by {@code drop-duplicates}, or else a late copy would count twice
   */
  public MoveBetweenCells(Duration memory) {
    this.memory = memory;
  }

  @Override
  public void open(OpenContext context) {
    hexagons = new HexCells();
    ValueStateDescriptor<Contribution> descriptor =
        new ValueStateDescriptor<>("contribution", TypeInformation.of(Contribution.class));
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(memory).build());
    contribution = getRuntimeContext().getState(descriptor);
  }

  @Override
  public void processElement(AnalyzedPost analyzed, Context context, Collector<PostMove> out)
      throws Exception {
    Contribution before = contribution.value();
    if (before != null && analyzed.post().version() <= before.version()) {
      contribution.update(before); // renews its time to live
      return;
    }
    Standing earlier = before == null ? null : before.standing();
    Standing now = standing(analyzed, earlier, context.timerService().currentWatermark());
    if (!Objects.equals(now, earlier)) {
      out.collect(new PostMove(analyzed.post().id(), earlier, now));
    }
    contribution.update(new Contribution(now, analyzed.post().version()));
  }

  private @Nullable Standing standing(
      AnalyzedPost analyzed, @Nullable Standing earlier, long watermark) {
    Post post = analyzed.post();
    if (post.kind() == PostKind.RESPONSE) {
      return null;
    }
    Place place = analyzed.analysis().place();
    Misinformation found = analyzed.analysis().misinformation();
    boolean stays =
        earlier != null
            && Objects.equals(earlier.municipality(), place.municipality())
            && earlier.theme().equals(analyzed.theme())
            && hour(earlier.publishedAt()).equals(hour(post.publishedAt()));
    return new Standing(
        place.municipality(),
        analyzed.theme(),
        post.publishedAt(),
        PROBLEM.equals(analyzed.analysis().type()),
        analyzed.analysis().urgency(),
        found != null && found.review(),
        community(post),
        hexagon(place, HexCells.COARSE),
        hexagon(place, HexCells.FINE),
        stays ? earlier.late() : isOver(hour(post.publishedAt()), watermark));
  }

  /** Communities are told apart by id, and by name where a channel gives no id. */
  private static @Nullable String community(Post post) {
    String id = post.communityId() == null ? post.communityName() : post.communityId();
    return id == null ? null : post.channel() + "|" + id;
  }

  private @Nullable String hexagon(Place place, int resolution) {
    return HexCells.fits(place)
        ? hexagons.at(
            Objects.requireNonNull(place.latitude()),
            Objects.requireNonNull(place.longitude()),
            resolution)
        : null;
  }

  /**
   * All zones of Russia differ from UTC by whole hours, so an hour begins at the same instant in
   * each.
   */
  static Instant hour(Instant time) {
    return time.truncatedTo(ChronoUnit.HOURS);
  }

  private static boolean isOver(Instant hour, long watermark) {
    return hour.plus(1, ChronoUnit.HOURS).toEpochMilli() <= watermark;
  }
}
