package org.otklik.local.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.otklik.jobs.channel.Channel;
import org.otklik.jobs.channel.ChannelReader;
import org.otklik.jobs.channel.DateShift;
import org.otklik.jobs.channel.RecordFile;
import org.otklik.models.post.Pseudonyms;

/**
 * The hand-written sample of a region: native records of all channels over a fortnight, in the
 * order in which they were published, with their dates moved so that the fortnight ends now.
 */
public final class Sample {
  /** When the sample's fortnight ends as it is written. */
  static final Instant WRITTEN_END = Instant.parse("2026-03-15T01:00:00Z");

  /** Regions that have a sample, and the folder it lies in; a city's centre sees its region's. */
  private static final Map<String, String> FOLDERS =
      Map.of("sakhalin", "sakhalin", "yuzhno-sakhalinsk", "sakhalin");

  /**
   * One record.
   *
   * @param channel its channel
   * @param key id of its post, or null when it holds none
   * @param bytes the record in its channel's native form
   */
  public record SampleRecord(
      String channel, @org.jspecify.annotations.Nullable String key, byte[] bytes) {}

  private record Dated(SampleRecord record, Instant publishedAt) {}

  private Sample() {}

  /** Ids of the regions that have a sample. */
  public static List<String> regions() {
    return FOLDERS.keySet().stream().sorted().toList();
  }

  /**
   * The records of a region's sample.
   *
   * @param region id of a region in {@link #regions()}
   * @param zone the region's time zone
   * @param now when the sample ends
   */
  public static List<SampleRecord> load(
      String region, ZoneId zone, Pseudonyms pseudonyms, Instant now) throws IOException {
    String folder = "/sample/" + FOLDERS.get(region) + "/";
    Duration shift = Duration.between(WRITTEN_END, now);
    List<Dated> dated = new ArrayList<>();
    for (String line : lines(folder + "files.tsv")) {
      String[] fields = line.split("\t");
      dated.addAll(
          records(Channel.forName(fields[1]), folder + fields[0], zone, pseudonyms, shift, now));
    }
    dated.sort(
        Comparator.comparing(
            Dated::publishedAt)); // stable: edits and copies stay behind their originals
    return dated.stream().map(Dated::record).toList();
  }

  private static List<Dated> records(
      Channel channel,
      String resource,
      ZoneId zone,
      Pseudonyms pseudonyms,
      Duration shift,
      Instant now)
      throws IOException {
    ChannelReader reader = channel.reader(pseudonyms, zone);
    DateShift dates = new DateShift(channel, shift, WRITTEN_END, zone);
    List<Dated> dated = new ArrayList<>();
    Instant previous = now.minus(Duration.ofDays(14));
    try (InputStream in = open(resource);
        RecordFile file = RecordFile.open(channel, in)) {
      while (file.hasNext()) {
        byte[] record = dates.shift(file.next());
        var post =
            reader.read(record, now.toEpochMilli()).stream()
                .map(org.otklik.jobs.channel.Reading::post)
                .filter(java.util.Objects::nonNull)
                .findFirst();
        // What can't be read came when its neighbour did; a copy or an edit never before what it
        // copies.
        if (post.isPresent()) {
          Instant changed = Instant.ofEpochMilli(post.get().version());
          previous = changed.isAfter(now) ? now : changed;
        }
        dated.add(
            new Dated(
                new SampleRecord(
                    channel.code(), post.map(org.otklik.models.post.Post::id).orElse(null), record),
                previous));
      }
    }
    return dated;
  }

  private static List<String> lines(String resource) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(open(resource), StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }

  private static InputStream open(String resource) {
    InputStream in = Sample.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException(
          "the sample's file " + resource + " is missing from the class path");
    }
    return in;
  }
}
