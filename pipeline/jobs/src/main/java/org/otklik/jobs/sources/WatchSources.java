package org.otklik.jobs.sources;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.AlertEvent;
import org.otklik.models.region.Region;

/**
 * Tells once of each source that has been silent for far longer than usual, keyed by the channel.
 *
 * <p>Silence is counted by the clock's ticks, which come as data for each channel, and not by
 * timers: a timer waits for the watermark of both inputs, and the posts' one stands still when
 * nothing comes, or runs with an archive that is read. Each tick adds the waking time since the one
 * before. A gap between ticks adds nothing, for nobody was listening: after a restart what came
 * meanwhile is still waiting to be read.
 *
 * <p>A source is silent when that time reaches {@link SourceRules#limit}: {@code max(minimum,
 * factor × usual break)}, the usual break being the 95 % quantile of its breaks in the past weeks
 * ({@link Breaks#usualMillis}). Breaks are measured between times of receipt, without the nights,
 * and at most one an hour, so that an archive that is read in at once teaches nothing wrong. One
 * event per silence: its id is made of the source and the time of the last receipt.
 *
 * <p>Communities of a channel that is itself told to be silent are not told of one by one: when it
 * speaks again, their time begins anew.
 */
public final class WatchSources
    extends KeyedCoProcessFunction<String, Receipt, ChannelTick, AlertEvent> {
  private static final long serialVersionUID = 1L;

  /** The clock strikes each minute; where it missed so many, the job stood still. */
  static final Duration LONGEST_STEP = Duration.ofMinutes(10);

  private final Sources sources;
  private final SourceRules rules;
  private final WakingTime waking;
  private final SilenceEvent event;
  private final Duration memory;
  private transient MapState<String, Silence> silences;
  private transient MapState<String, Breaks> breaks;

  /**
   * @param region the region
   * @param sources which sources are watched
   * @param rules when one counts as silent
   * @param memory how long a source is remembered that is no longer watched
   */
  public WatchSources(Region region, Sources sources, SourceRules rules, Duration memory) {
    this.sources = sources;
    this.rules = rules;
    this.waking = new WakingTime(region.timeZone(), rules.night());
    this.event = new SilenceEvent(region);
    this.memory = memory;
  }

  @Override
  public void open(OpenContext context) {
    silences = remembered("silences", Silence.class);
    breaks = remembered("breaks", Breaks.class);
  }

  private <V> MapState<String, V> remembered(String name, Class<V> type) {
    MapStateDescriptor<String, V> descriptor =
        new MapStateDescriptor<>(name, Types.STRING, TypeInformation.of(type));
    descriptor.enableTimeToLive(
        StateTtlConfig.newBuilder(memory)
            .setUpdateType(StateTtlConfig.UpdateType.OnReadAndWrite)
            .build());
    return getRuntimeContext().getMapState(descriptor);
  }

  @Override
  public void processElement1(Receipt receipt, Context context, Collector<AlertEvent> out)
      throws Exception {
    String source = receipt.source();
    Instant now = receipt.receivedAt();
    Silence silence = silence(source);
    Instant before = silence.heardAt();
    if (before != null && !now.isAfter(before) && !isAheadOfTheClock(silence)) {
      return; // from another partition, or read again
    }
    silences.put(source, silence.heard(now));
    if (before != null && hour(now).isAfter(hour(before))) {
      Break ended = new Break(now.toEpochMilli(), waking.millisBetween(before, now));
      breaks.put(source, breaks(source).plus(ended, Duration.ofDays(7L * rules.weeks())));
    }
  }

  /** The time of receipt is the collector's: when its clock was wrong, what follows is believed. */
  private static boolean isAheadOfTheClock(Silence silence) {
    Instant heard = silence.heardAt();
    Instant ticked = silence.tickedAt();
    return heard != null && ticked != null && heard.isAfter(ticked.plus(LONGEST_STEP));
  }

  @Override
  public void processElement2(ChannelTick tick, Context context, Collector<AlertEvent> out)
      throws Exception {
    boolean channelIsSilent = false;
    for (Source source : sources.of(tick.channel())) { // the channel comes first
      Silence silence = silence(source.id());
      Instant before = silence.tickedAt();
      if (before != null && !tick.time().isAfter(before)) {
        continue; // told again after a restart
      }
      Silence now = silence.ticked(tick.time(), watched(before, tick.time()));
      if (source.community() != null && channelIsSilent) {
        now = now.anew();
      } else if (now.wakingMillis() > silence.wakingMillis()) { // at night nothing is told
        now = told(source, now, out);
      }
      channelIsSilent |= source.community() == null && now.told();
      silences.put(source.id(), now);
    }
  }

  private long watched(@Nullable Instant before, Instant tick) {
    return before == null || tick.isAfter(before.plus(LONGEST_STEP))
        ? 0
        : waking.millisBetween(before, tick);
  }

  private Silence told(Source source, Silence silence, Collector<AlertEvent> out) throws Exception {
    Instant begin = silence.heardAt() == null ? silence.watchedSince() : silence.heardAt();
    boolean watched = silence.heardAt() != null || source.expected();
    if (silence.told() || !watched || begin == null) {
      return silence;
    }
    Long usual = breaks(source.id()).usualMillis();
    if (silence.wakingMillis() < rules.limit(usual).toMillis()) {
      return silence;
    }
    out.collect(event.of(source, silence, begin, usual));
    return silence.asTold();
  }

  private Silence silence(String source) throws Exception {
    Silence known = silences.get(source);
    return known == null ? Silence.NONE : known;
  }

  private Breaks breaks(String source) throws Exception {
    Breaks known = breaks.get(source);
    return known == null ? Breaks.NONE : known;
  }

  private static Instant hour(Instant instant) {
    return instant.truncatedTo(ChronoUnit.HOURS);
  }
}
