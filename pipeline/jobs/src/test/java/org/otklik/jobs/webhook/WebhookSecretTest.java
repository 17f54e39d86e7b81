package org.otklik.jobs.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {
  private static final WebhookSecret SECRET = WebhookSecret.random();

  @Test
  void refusesAReplayedRequest() {
    long tenMinutesAgo = Instant.now().getEpochSecond() - 600;

    assertThatThrownBy(
            () ->
                SECRET.verify(
                    "{}", headers(tenMinutesAgo, SECRET.sign("msg_1", tenMinutesAgo, "{}"))))
        .isInstanceOf(UnverifiedWebhook.class);
  }

  @Test
  void refusesAChangedBody() {
    long now = Instant.now().getEpochSecond();

    assertThatThrownBy(() -> SECRET.verify("{ }", headers(now, SECRET.sign("msg_1", now, "{}"))))
        .isInstanceOf(UnverifiedWebhook.class);
  }

  @Test
  void refusesAnotherSecret() {
    long now = Instant.now().getEpochSecond();

    assertThatThrownBy(
            () ->
                WebhookSecret.random().verify("{}", headers(now, SECRET.sign("msg_1", now, "{}"))))
        .isInstanceOf(UnverifiedWebhook.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret", "whsec_", "whsec_???", "whsec_c2hvcnQ="})
  void refusesWhatIsNoSecret(String text) {
    assertThatThrownBy(() -> WebhookSecret.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void doesNotTellItself() {
    assertThat(SECRET.toString()).isEqualTo("whsec_…");
  }

  private static Map<String, List<String>> headers(long timestamp, String signature) {
    return Map.of(
        "webhook-id",
        List.of("msg_1"),
        "webhook-timestamp",
        List.of(Long.toString(timestamp)),
        "webhook-signature",
        List.of(signature));
  }
}
