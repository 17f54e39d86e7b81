package org.otklik.jobs.posts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.otklik.jobs.DeadLetter;
import org.otklik.jobs.RawRecord;
import org.otklik.jobs.channel.ChannelReader;
import org.otklik.jobs.channel.Reading;

/**
 * Reads raw records by their channel's reader; what can't be read goes aside as a dead letter,
 * whole.
 */
public final class ReadPosts extends ProcessFunction<RawRecord, ReceivedPost> {
  private static final long serialVersionUID = 1L;

  /** Records that no reader could read. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("unreadable", TypeInformation.of(DeadLetter.class));

  /** What became of the records that end here. */
  public static final OutputTag<Fate> FATES =
      new OutputTag<>("fates-of-reading", TypeInformation.of(Fate.class));

  static final String UNKNOWN_CHANNEL = "unknown";

  private final HashMap<String, ChannelReader> readers;

  /**
   * @param readers the reader of each channel, by the channel's name
   */
  public ReadPosts(Map<String, ChannelReader> readers) {
    this.readers = new HashMap<>(readers);
  }

  @Override
  public void processElement(RawRecord raw, Context context, Collector<ReceivedPost> out) {
    ChannelReader reader = readers.get(raw.channel());
    if (reader == null) {
      String reason =
          raw.channel() == null
              ? "the record has no header «channel»"
              : "there is no channel «"
                  + raw.channel()
                  + "»; known are "
                  + readers.keySet().stream().sorted().toList();
      context.output(
          FATES,
          new Fate(UNKNOWN_CHANNEL, Fate.DEAD_LETTERED, "unknown channel", raw.receivedAt()));
      putAside(raw, List.of(reason), context);
      return;
    }
    List<Reading> readings = reader.read(raw.value(), raw.receivedAt().toEpochMilli());
    List<String> reasons = new ArrayList<>();
    for (Reading reading : readings) {
      switch (reading.outcome()) {
        case POST ->
            out.collect(
                new ReceivedPost(
                    reading.post(),
                    new Origin(
                        raw.channel(),
                        raw.receivedAt(),
                        raw.topic(),
                        raw.partition(),
                        raw.offset()),
                    false));
        case IGNORED ->
            context.output(
                FATES, new Fate(raw.channel(), Fate.IGNORED, reading.reason(), raw.receivedAt()));
        case DEAD_LETTER -> {
          context.output(
              FATES,
              new Fate(raw.channel(), Fate.DEAD_LETTERED, reading.reason(), raw.receivedAt()));
          reasons.add(reading.reason());
        }
      }
    }
    if (!reasons.isEmpty()) {
      putAside(raw, reasons, context);
    }
  }

  /**
   * The record goes aside once, whole, also when it is a page with several items that can't be
   * read.
   */
  private static void putAside(RawRecord raw, List<String> reasons, Context context) {
    String reason =
        reasons.get(0) + (reasons.size() == 1 ? "" : "; and " + (reasons.size() - 1) + " more");
    context.output(
        DEAD_LETTERS,
        new DeadLetter(
            raw.topic(),
            raw.partition(),
            raw.offset(),
            "read",
            reason,
            raw.channel(),
            raw.value()));
  }
}
