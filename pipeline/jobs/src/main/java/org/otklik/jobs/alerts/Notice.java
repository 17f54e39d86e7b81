package org.otklik.jobs.alerts;

import java.util.List;
import java.util.stream.Collectors;
import org.otklik.jobs.AlertEvent;
import org.otklik.models.post.PostId;

/**
 * One event for one recipient.
 *
 * @param event what happened
 * @param recipient id of the recipient
 * @param rule id of the rule that says so
 * @param silenceMillis how long an earlier notice of the same kind silences this one; 0 for never
 */
public record Notice(AlertEvent event, String recipient, String rule, long silenceMillis) {
  /** Facts that say what an event is about. */
  private static final List<String> SUBJECT =
      List.of("claimId", "narrative", "channel", "communityId");

  /** The webhook's id: the same whenever this event is sent to this recipient. */
  public String webhookId() {
    return webhookId(event, recipient);
  }

  static String webhookId(AlertEvent event, String recipient) {
    return "msg_" + PostId.of("alert/" + recipient, event.id());
  }

  /**
   * Notices with the same key silence one another: those about the same claim, near-copies, channel
   * or community, wherever that is by now; else those about the same municipality and theme.
   */
  public String throttleKey() {
    String subject =
        SUBJECT.stream()
            .filter(event.facts()::containsKey)
            .map(fact -> fact + "=" + event.facts().get(fact))
            .collect(Collectors.joining("|"));
    return String.join(
        "|",
        recipient,
        event.kind(),
        subject.isEmpty() ? event.municipality() + "|" + event.theme() : subject);
  }
}
