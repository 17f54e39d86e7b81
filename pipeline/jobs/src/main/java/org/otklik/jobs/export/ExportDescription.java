package org.otklik.jobs.export;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an export is of and how it is made: all that its manifest tells besides what was read and
 * written.
 *
 * @param name the name of its folder
 * @param id tells this run from any other
 * @param region the region's id
 * @param regionName the region's name
 * @param zone the region's zone
 * @param from the first day
 * @param to the last day, itself included
 * @param createdAt when it was begun, ISO 8601
 * @param k the smallest count that is shown in tables of counts
 * @param formats the formats of its files
 * @param separator between the columns of CSV
 * @param taxonomy number of the taxonomy
 * @param models SHA-256 of each model of this program, by its name
 */
public record ExportDescription(
    String name,
    String id,
    String region,
    String regionName,
    String zone,
    String from,
    String to,
    String createdAt,
    int k,
    Set<Format> formats,
    char separator,
    int taxonomy,
    Map<String, String> models)
    implements Serializable {
  /** Copies. */
  public ExportDescription {
    formats = Set.copyOf(formats);
    models = new TreeMap<>(models);
  }

  /** Whether the last day was over when the export was begun; if not, more may come. */
  boolean isOver() {
    Instant end = LocalDate.parse(to).plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant();
    return !Instant.parse(createdAt).isBefore(end);
  }
}
