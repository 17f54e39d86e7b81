package org.otklik.jobs.alerts;

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
  /** The webhook's id: the same whenever this event is sent to this recipient. */
  public String webhookId() {
    return webhookId(event, recipient);
  }

  static String webhookId(AlertEvent event, String recipient) {
    return "msg_" + PostId.of("alert/" + recipient, event.id());
  }

  /**
   * Notices with the same key silence one another. The claim, channel or community tells events
   * apart that have neither municipality nor theme.
   */
  public String throttleKey() {
    return String.join(
        "|",
        recipient,
        event.kind(),
        String.valueOf(event.municipality()),
        String.valueOf(event.theme()),
        event.facts().getOrDefault("claimId", ""),
        event.facts().getOrDefault("channel", ""),
        event.facts().getOrDefault("community", ""));
  }
}
