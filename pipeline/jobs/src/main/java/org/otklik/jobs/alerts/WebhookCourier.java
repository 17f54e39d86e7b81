package org.otklik.jobs.alerts;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.otklik.jobs.webhook.Answer;
import org.otklik.jobs.webhook.Endpoint;
import org.otklik.jobs.webhook.WebhookClient;

/** Carries notices by HTTP, each recipient's in threads of its own. */
final class WebhookCourier implements Courier {
  private final Map<String, Endpoint> endpoints;
  private final Map<String, WebhookClient> clients = new HashMap<>();

  /**
   * @param endpoints the recipients' endpoints, by their ids
   */
  WebhookCourier(Map<String, Endpoint> endpoints) {
    this.endpoints = endpoints;
  }

  @Override
  public void send(
      String recipient, String webhookId, byte[] cloudEvent, Consumer<Answer> whenDone) {
    clients
        .computeIfAbsent(recipient, id -> new WebhookClient(endpoints.get(id), id))
        .post(webhookId, cloudEvent, whenDone);
  }

  @Override
  public void close() {
    clients.values().forEach(WebhookClient::close);
  }
}
