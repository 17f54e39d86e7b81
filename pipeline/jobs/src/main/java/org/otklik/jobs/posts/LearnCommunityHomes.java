package org.otklik.jobs.posts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.place.CommunityHome;
import org.otklik.models.place.LearnedHome;
import org.otklik.models.place.Place;
import org.otklik.models.post.Post;
import org.otklik.models.region.Region;

/**
 * Learns where a community is at home from its placed posts, keyed by the community, and places
 * those of its posts that say nothing of a place: in the middle of that municipality, with a score
 * that admits it. A post that names another region or the whole region stays where it is.
 */
public final class LearnCommunityHomes
    extends KeyedProcessFunction<String, AnalyzedPost, AnalyzedPost> {
  private static final long serialVersionUID = 1L;

  /** What a learned home is worth beside words in the text. */
  static final double SCORE = 0.6;

  private static final Set<String> TOLD = Set.of("text", "record", "point");

  private final Map<String, Region.Point> municipalities;
  private final Duration memory;
  private transient ValueState<CommunityHome> home;

  /**
   * @param municipalities a point inside each municipality, by its name
   * @param memory how long a community is remembered after its last placed post
   */
  public LearnCommunityHomes(Map<String, Region.Point> municipalities, Duration memory) {
    this.municipalities = Map.copyOf(municipalities);
    this.memory = memory;
  }

  /** Key of a post's community; a post without one is alone. */
  static String community(AnalyzedPost analyzed) {
    Post post = analyzed.post();
    String community = post.communityId() == null ? post.communityName() : post.communityId();
    return community == null
        ? "post " + post.id()
        : "community " + post.channel() + " " + community;
  }

  @Override
  public void open(OpenContext context) {
    ValueStateDescriptor<CommunityHome> descriptor =
        new ValueStateDescriptor<>("community-home", TypeInformation.of(CommunityHome.class));
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(memory).build());
    home = getRuntimeContext().getState(descriptor);
  }

  @Override
  public void processElement(AnalyzedPost analyzed, Context context, Collector<AnalyzedPost> out)
      throws Exception {
    if (context.getCurrentKey().startsWith("post ")) {
      out.collect(analyzed);
      return;
    }
    CommunityHome known = home.value();
    if (known == null) {
      known = CommunityHome.UNKNOWN;
    }
    Place place = analyzed.analysis().place();
    String municipality = place.municipality();
    if (municipality != null && TOLD.contains(place.source())) {
      known = known.plus(municipality, analyzed.post().publishedAt().toEpochMilli());
      home.update(known);
    }
    Optional<LearnedHome> learned = known.learned();
    out.collect(
        learned.isEmpty()
            ? analyzed
            : analyzed.withHome(learned.get(), placed(place, learned.get())));
  }

  private Place placed(Place place, LearnedHome learned) {
    Region.Point point = municipalities.get(learned.municipality());
    if (place.municipality() != null || !place.precision().equals("none") || point == null) {
      return place;
    }
    return new Place(
        learned.municipality(),
        null,
        place.street(),
        place.house(),
        "municipality",
        point.lat(),
        point.lon(),
        Place.MUNICIPALITY_POINT,
        "community",
        List.copyOf(place.evidence()),
        SCORE * learned.confidence(),
        place.alternatives());
  }
}
