package org.otklik.jobs.bursts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.Beginning;
import org.otklik.jobs.Standing;
import org.otklik.models.bursts.BurstSettings;
import org.otklik.models.bursts.Expectation;
import org.otklik.models.bursts.HourlyCounts;
import org.otklik.models.bursts.ThemeHistory;
import org.otklik.models.region.Region;

/**
 * Tells of a burst when the last hours of a theme in a municipality hold far more messages than
 * expected. Keyed by the theme, so that one key holds all its municipalities, and a municipality
 * with little history can be judged by what the region's others tell; only the day since which
 * messages are counted concerns all themes, and is broadcast.
 *
 * <p>Each new message is a reason to look, at the window that ends with it: a burst is found at the
 * message that makes it one. A message is looked at as soon as event time has come within {@link
 * #AHEAD} of it, which on a live stream is at once; while old messages are read, and partitions run
 * ahead of one another, it waits, since what is usual is not yet known. A message behind event time
 * is counted but no reason to look, and so is a newer version: what comes late or is corrected
 * raises no events about hours that are past. The next message's windows include them.
 *
 * <p>A burst lasts until nothing has been unusual for the quiet hours; it is told of once, under an
 * id of municipality, theme and the hour in which it began. What leaves the window later does not
 * take it back.
 */
public final class DetectBursts
    extends KeyedBroadcastProcessFunction<String, ThemeChange, Beginning, AlertEvent> {
  private static final long serialVersionUID = 1L;

  /** Where it is kept since when messages are counted. */
  public static final MapStateDescriptor<String, Instant> BEGINNINGS =
      new MapStateDescriptor<>("beginnings", Types.STRING, Types.INSTANT);

  /**
   * On a live stream event time stays an hour behind the newest message, for those out of order,
   * and a little more where partitions differ.
   */
  static final Duration AHEAD = Duration.ofHours(2);

  /** Up to so many times the most of the same hours of past weeks are a habit, and no burst. */
  private static final double HABIT = 1.2;

  private static final String BEGINNING = "beginning";
  private static final String UNKNOWN_PLACE = "";
  private static final Duration MEMORY =
      Duration.ofHours((ThemeHistory.WEEKS + 1L) * ThemeHistory.HOURS_OF_WEEK);

  private final Region region;
  private final BurstSettings settings;
  private final BurstEvent event;
  private transient MapState<String, PlaceHistory> places;
  private transient MapState<Instant, List<String>> waiting;

  /**
   * @param region the region
   * @param themeNames names of the themes by id, for staff
   * @param settings what counts as a burst
   */
  public DetectBursts(Region region, Map<String, String> themeNames, BurstSettings settings) {
    this.region = region;
    this.settings = settings;
    this.event = new BurstEvent(region, Map.copyOf(themeNames), settings);
  }

  @Override
  public void open(OpenContext context) {
    places = remembered("place-histories", Types.STRING, TypeInformation.of(PlaceHistory.class));
    waiting = remembered("waiting-for-event-time", Types.INSTANT, Types.LIST(Types.STRING));
  }

  private <K, V> MapState<K, V> remembered(
      String name, TypeInformation<K> key, TypeInformation<V> value) {
    MapStateDescriptor<K, V> descriptor = new MapStateDescriptor<>(name, key, value);
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(MEMORY).build());
    return getRuntimeContext().getMapState(descriptor);
  }

  @Override
  public void processBroadcastElement(Beginning found, Context context, Collector<AlertEvent> out)
      throws Exception {
    Instant before = context.getBroadcastState(BEGINNINGS).get(BEGINNING);
    if (before == null || found.day().isBefore(before)) {
      context.getBroadcastState(BEGINNINGS).put(BEGINNING, found.day());
    }
  }

  @Override
  public void processElement(ThemeChange change, ReadOnlyContext context, Collector<AlertEvent> out)
      throws Exception {
    long watermark = context.currentWatermark();
    if (change.leaves() != null) {
      String place = place(change.leaves());
      store(place, history(place).without(change.postId(), change.leaves()), watermark);
    }
    Standing post = change.comes();
    if (post == null) {
      return;
    }
    String place = place(post);
    store(place, history(place).with(change.postId(), post), watermark);
    if (!change.isNew() || post.publishedAt().toEpochMilli() < watermark) {
      return;
    }
    Instant ready = ready(watermark);
    if (post.publishedAt().isAfter(ready)) {
      wait(post.publishedAt(), place, context);
      return;
    }
    // Messages that came before it may end a window that holds it.
    for (RecentPost later : history(place).recent()) {
      if (!later.publishedAt().isBefore(post.publishedAt())
          && !later.publishedAt().isAfter(ready)) {
        look(context.getCurrentKey(), place, later.publishedAt(), beginning(context), out);
      }
    }
  }

  /** Messages until then are looked at. */
  private static Instant ready(long watermark) {
    return watermark == Long.MIN_VALUE ? Instant.MIN : Instant.ofEpochMilli(watermark).plus(AHEAD);
  }

  private void wait(Instant time, String place, ReadOnlyContext context) throws Exception {
    List<String> others = waiting.get(time);
    if (others == null || !others.contains(place)) {
      List<String> all = new ArrayList<>(others == null ? List.of() : others);
      all.add(place);
      waiting.put(time, all);
      context.timerService().registerEventTimeTimer(time.minus(AHEAD).toEpochMilli());
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<AlertEvent> out)
      throws Exception {
    List<Instant> due = new ArrayList<>();
    for (Instant time : waiting.keys()) {
      if (time.minus(AHEAD).toEpochMilli() <= timestamp) {
        due.add(time);
      }
    }
    due.sort(null);
    for (Instant time : due) {
      for (String place : waiting.get(time)) {
        look(context.getCurrentKey(), place, time, beginning(context), out);
      }
      waiting.remove(time);
    }
  }

  private static @Nullable Instant beginning(ReadOnlyContext context) throws Exception {
    ReadOnlyBroadcastState<String, Instant> beginnings = context.getBroadcastState(BEGINNINGS);
    return beginnings.get(BEGINNING);
  }

  /** Looks at the windows that end with a message. */
  private void look(
      String theme,
      String place,
      Instant time,
      @Nullable Instant beginning,
      Collector<AlertEvent> out)
      throws Exception {
    PlaceHistory own = history(place);
    Duration longest = Duration.ofHours(settings.longestWindow());
    if (beginning == null
        || time.isBefore(beginning.plus(Duration.ofDays(settings.learningDays())))
        || own.between(time.minus(longest), time).size() < settings.minimumCount()) {
      return;
    }
    BurstWindow window = mostUnusual(place, own, time, past(beginning, time.minus(longest)));
    if (window == null || window.tail() >= settings.threshold()) {
      return;
    }
    Duration quiet = Duration.ofHours(settings.quietHours());
    if (own.burst() != null && own.burst().holds(time, quiet)) {
      places.put(place, own.withBurst(own.burst().lasting(time)));
      return;
    }
    Instant start =
        Instant.ofEpochMilli(
            HourlyCounts.hour(window.posts().get(0).publishedAt().toEpochMilli())
                * Duration.ofHours(1).toMillis());
    places.put(place, own.withBurst(new Burst(start, time)));
    out.collect(event.of(theme, place, start, window));
  }

  private ThemeHistory past(Instant beginning, Instant end) throws Exception {
    Map<String, HourlyCounts> counts = new HashMap<>();
    for (Map.Entry<String, PlaceHistory> entry : places.entries()) {
      counts.put(entry.getKey(), entry.getValue().counts());
    }
    int possible = region.municipalities().size() + 1; // and the unknown place
    return new ThemeHistory(counts, possible, beginning, end, region.timeZone(), settings.prior());
  }

  private @Nullable BurstWindow mostUnusual(
      String place, PlaceHistory own, Instant time, ThemeHistory past) {
    BurstWindow found = null;
    for (int hours : settings.windowHours()) {
      Instant from = time.minus(Duration.ofHours(hours));
      List<RecentPost> posts = own.between(from, time);
      if (posts.size() >= settings.minimumCount()
          && posts.size()
              > HABIT * past.mostInSameHours(place, from.toEpochMilli(), time.toEpochMilli())) {
        Expectation expected = past.expected(place, from.toEpochMilli(), time.toEpochMilli());
        double tail = expected.tail(posts.size());
        if (found == null || tail < found.tail()) {
          found = new BurstWindow(hours, posts, expected.mean(), tail);
        }
      }
    }
    return found;
  }

  private PlaceHistory history(String place) throws Exception {
    PlaceHistory known = places.get(place);
    return known == null ? PlaceHistory.EMPTY : known;
  }

  private void store(String place, PlaceHistory history, long watermark) throws Exception {
    if (watermark == Long.MIN_VALUE) {
      places.put(place, history);
      return;
    }
    long hour = HourlyCounts.hour(watermark);
    places.put(
        place,
        history.since(
            hour
                - (long) ThemeHistory.WEEKS * ThemeHistory.HOURS_OF_WEEK
                - 2L * settings.longestWindow(),
            Instant.ofEpochMilli(watermark).minus(Duration.ofHours(settings.longestWindow()))));
  }

  private static String place(Standing post) {
    return post.municipality() == null ? UNKNOWN_PLACE : post.municipality();
  }
}
