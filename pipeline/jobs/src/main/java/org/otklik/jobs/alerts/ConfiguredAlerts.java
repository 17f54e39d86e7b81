package org.otklik.jobs.alerts;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.util.TimeUtils;
import org.otklik.jobs.settings.Secret;
import org.otklik.jobs.webhook.Endpoint;
import org.otklik.jobs.webhook.WebhookSecret;
import org.otklik.models.post.PostId;
import org.otklik.models.region.Region;

/** The settings of {@code deliver-alerts} from {@code config/alerts.yaml} and the environment. */
public final class ConfiguredAlerts {
  private final AlertsFile.Content content;
  private final Map<String, String> environment;

  private ConfiguredAlerts(AlertsFile.Content content, Map<String, String> environment) {
    this.content = content;
    this.environment = environment;
  }

  /**
   * Reads the file.
   *
   * @param configuration the folder {@code config}
   * @param environment holds addresses and secrets
   * @throws IllegalArgumentException when something is wrong; the message says what and how to mend
   *     it
   */
  public static ConfiguredAlerts load(Path configuration, Map<String, String> environment)
      throws IOException {
    return new ConfiguredAlerts(new AlertsFile(configuration).load(), environment);
  }

  /** Who can be told. */
  public List<Recipient> recipients() {
    return content.recipients();
  }

  /**
   * The recipient's endpoint; empty while it has no address.
   *
   * @throws IllegalArgumentException when the address is wrong, or the secret is missing or wrong
   */
  public Optional<Endpoint> endpoint(Recipient recipient) {
    Optional<String> address =
        recipient.url() == null
            ? Secret.find(String.valueOf(recipient.urlFrom()), environment)
            : Optional.of(recipient.url());
    return address.map(text -> endpoint(recipient, text));
  }

  private Endpoint endpoint(Recipient recipient, String address) {
    WebhookSecret secret = secret(recipient.secretFrom(), environment);
    try {
      return new Endpoint(
          URI.create(address),
          secret,
          recipient.allowPrivate(),
          recipient.parallel(),
          duration(content.delivery().connectTimeout()),
          duration(content.delivery().requestTimeout()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "recipient «"
              + recipient.id()
              + "»: the address in "
              + (recipient.urlFrom() == null ? "url" : recipient.urlFrom())
              + " can't be used: "
              + (e.getCause() == null ? e.getMessage() : "it is no address"));
    }
  }

  /**
   * The secret in a variable or in the file that it names.
   *
   * @throws IllegalArgumentException when it is missing or wrong; the message does not tell it
   */
  public static WebhookSecret secret(String variable, Map<String, String> environment) {
    String text = Secret.require(variable, environment);
    try {
      return WebhookSecret.of(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          variable
              + ": "
              + e.getMessage()
              + "; make one with: echo \"whsec_$(openssl rand -base64 32)\"",
          e);
    }
  }

  /** The endpoint at an address that is not in the file; its timeouts are those of the file. */
  public Endpoint endpoint(URI address, WebhookSecret secret, boolean allowPrivate) {
    return new Endpoint(
        address,
        secret,
        allowPrivate,
        1,
        duration(content.delivery().connectTimeout()),
        duration(content.delivery().requestTimeout()));
  }

  /**
   * Whom rules name and nothing reaches, one line for each, with what to do. What is for them stays
   * in the index: it is not told later.
   */
  public List<String> unreachable() {
    List<String> complaints = new ArrayList<>();
    for (Recipient recipient : content.recipients()) {
      if (isNamed(recipient) && endpoint(recipient).isEmpty()) {
        complaints.add(
            "recipient «"
                + recipient.id()
                + "» has no address, its alerts are only kept as «unrouted»: set "
                + recipient.urlFrom()
                + " in the environment and start again");
      }
    }
    return complaints;
  }

  private boolean isNamed(Recipient recipient) {
    return content.rules().stream()
        .flatMap(rule -> rule.to().stream())
        .anyMatch(
            to ->
                to.equals(AlertRule.BLOCK_LEAD)
                    ? !recipient.blocks().isEmpty()
                    : to.equals(recipient.id()));
  }

  /** What the job needs to know. */
  public DeliverAlertsJob.Settings settings(Region region) {
    Map<String, Endpoint> endpoints = new HashMap<>();
    Map<String, String> addresses = new TreeMap<>();
    for (Recipient recipient : content.recipients()) {
      endpoint(recipient)
          .ifPresent(
              endpoint -> {
                endpoints.put(recipient.id(), endpoint);
                addresses.put(
                    recipient.id(),
                    PostId.of("endpoint/" + recipient.revision(), endpoint.address().toString()));
              });
    }
    return new DeliverAlertsJob.Settings(
        content.rules(), leads(region), addresses, schedule(), courier(endpoints), region);
  }

  private static Courier.Factory courier(Map<String, Endpoint> endpoints) {
    return () -> new WebhookCourier(endpoints);
  }

  /** Of several blocks with a theme the first one leads. */
  private Map<String, List<String>> leads(Region region) {
    Map<String, List<String>> leads = new HashMap<>();
    for (Region.Block block : region.blocks()) {
      List<String> recipients =
          content.recipients().stream()
              .filter(recipient -> recipient.blocks().contains(block.title()))
              .map(Recipient::id)
              .toList();
      block.themes().forEach(theme -> leads.putIfAbsent(theme, new ArrayList<>(recipients)));
    }
    return leads;
  }

  private RetrySchedule schedule() {
    AlertsFile.Sending delivery = content.delivery();
    return new RetrySchedule(
        delivery.schedule().stream().map(ConfiguredAlerts::duration).toList(),
        delivery.jitter(),
        duration(delivery.longestRetryAfter()));
  }

  private static Duration duration(String text) {
    return TimeUtils.parseDuration(text);
  }
}
