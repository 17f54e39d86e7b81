package org.otklik.jobs.alerts;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.util.TimeUtils;
import org.otklik.jobs.settings.SettingsFile;
import org.otklik.jobs.webhook.Endpoint;
import org.otklik.models.region.Region;
import org.otklik.models.region.RegionFiles;

/**
 * Reads and checks {@code config/alerts.yaml}; every complaint names the file and the key, and says
 * what to do.
 */
public final class AlertsFile {
  /** The longest delay between two attempts. */
  static final Duration LONGEST = Duration.ofDays(30);

  private static final String NAME = "alerts";

  private final Path configuration;
  private final Path file;

  /**
   * @param configuration the folder {@code config}
   */
  public AlertsFile(Path configuration) {
    this.configuration = configuration;
    this.file = configuration.resolve(NAME + ".yaml");
  }

  /**
   * What stands in the file.
   *
   * @param delivery how alerts are sent
   * @param recipients who can be told
   * @param rules which events go to whom
   */
  public record Content(Sending delivery, List<Recipient> recipients, List<AlertRule> rules) {}

  /**
   * How alerts are sent; durations as they are written, a number and a unit.
   *
   * @param schedule the delay before each attempt
   * @param jitter see {@link RetrySchedule}
   * @param longestRetryAfter see {@link RetrySchedule}
   * @param connectTimeout see {@link Endpoint}
   * @param requestTimeout see {@link Endpoint}
   */
  public record Sending(
      List<String> schedule,
      double jitter,
      String longestRetryAfter,
      String connectTimeout,
      String requestTimeout) {}

  /**
   * Reads the file.
   *
   * @throws IOException when it can't be read
   * @throws IllegalArgumentException when there is none, or it is wrong: one line per fault, each
   *     with file and key
   */
  public Content load() throws IOException {
    Content content = SettingsFile.read(configuration, NAME, Content.class);
    List<String> faults = new ArrayList<>(deliveryFaults(content.delivery()));
    faults.addAll(recipientFaults(content.recipients()));
    faults.addAll(ruleFaults(content));
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
    }
    return content;
  }

  /** What is known of a delivery is kept for longer than any of these times. */
  private List<String> deliveryFaults(Sending delivery) {
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < delivery.schedule().size(); i++) {
      checkLongest("schedule[" + i + "]", delivery.schedule().get(i), faults);
    }
    checkLongest("longest-retry-after", delivery.longestRetryAfter(), faults);
    checkLimit("connect-timeout", delivery.connectTimeout(), faults);
    checkLimit("request-timeout", delivery.requestTimeout(), faults);
    return faults;
  }

  private void checkLongest(String key, String time, List<String> faults) {
    if (TimeUtils.parseDuration(time).compareTo(LONGEST) > 0) {
      faults.add(
          file
              + ": delivery."
              + key
              + ": «"
              + time
              + "» is too long: "
              + LONGEST.toDays()
              + " days at most");
    }
  }

  private void checkLimit(String key, String time, List<String> faults) {
    if (TimeUtils.parseDuration(time).isZero()) {
      faults.add(file + ": delivery." + key + ": «" + time + "» is no time: write at least 1ms");
    }
    checkLongest(key, time, faults);
  }

  private List<String> recipientFaults(List<Recipient> recipients) throws IOException {
    List<String> faults = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < recipients.size(); i++) {
      Recipient recipient = recipients.get(i);
      String key = file + ": recipients[" + i + "]";
      if (recipient.id().equals(AlertRule.BLOCK_LEAD)) {
        faults.add(key + ".id: «block-lead» has a meaning of its own in rules: choose another");
      }
      if (!ids.add(recipient.id())) {
        faults.add(key + ".id: «" + recipient.id() + "» stands twice: choose another");
      }
      if ((recipient.url() == null) == (recipient.urlFrom() == null)) {
        faults.add(key + ": give either url or url-from");
      }
      if (recipient.url() != null) {
        try {
          Endpoint.requireAddress(URI.create(recipient.url()));
        } catch (IllegalArgumentException e) {
          faults.add(key + ".url: " + e.getMessage());
        }
      }
    }
    if (recipients.stream().anyMatch(recipient -> !recipient.blocks().isEmpty())) {
      Set<String> titles =
          regions().stream()
              .flatMap(region -> region.blocks().stream())
              .map(Region.Block::title)
              .collect(Collectors.toSet());
      for (int i = 0; i < recipients.size(); i++) {
        for (String block : recipients.get(i).blocks()) {
          if (!titles.contains(block)) {
            faults.add(
                file
                    + ": recipients["
                    + i
                    + "].blocks: no region has a block «"
                    + block
                    + "»: write its title as in config/regions");
          }
        }
      }
    }
    return faults;
  }

  private List<String> ruleFaults(Content content) throws IOException {
    List<String> faults = new ArrayList<>();
    Set<String> recipients =
        content.recipients().stream().map(Recipient::id).collect(Collectors.toSet());
    boolean named = content.rules().stream().anyMatch(rule -> !rule.municipalities().isEmpty());
    Set<String> municipalities =
        named
            ? regions().stream()
                .flatMap(region -> region.municipalities().stream())
                .map(Region.Municipality::name)
                .collect(Collectors.toSet())
            : Set.of();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < content.rules().size(); i++) {
      AlertRule rule = content.rules().get(i);
      String key = file + ": rules[" + i + "]";
      if (!ids.add(rule.id())) {
        faults.add(key + ".id: «" + rule.id() + "» stands twice: choose another");
      }
      for (String recipient : rule.to()) {
        if (!recipient.equals(AlertRule.BLOCK_LEAD) && !recipients.contains(recipient)) {
          faults.add(
              key
                  + ".to: there is no recipient «"
                  + recipient
                  + "»: choose one of "
                  + recipients.stream().sorted().toList()
                  + " or block-lead, or add it to recipients");
        }
      }
      for (String municipality : rule.municipalities()) {
        if (!municipalities.contains(municipality)) {
          faults.add(
              key
                  + ".municipalities: no region has «"
                  + municipality
                  + "»: write its short name as in config/regions");
        }
      }
    }
    return faults;
  }

  private List<Region> regions() throws IOException {
    RegionFiles files = new RegionFiles(configuration);
    List<Region> regions = new ArrayList<>();
    for (String id : files.ids()) {
      regions.add(files.load(id));
    }
    return regions;
  }
}
