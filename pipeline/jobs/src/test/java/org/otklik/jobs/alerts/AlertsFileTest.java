package org.otklik.jobs.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.jobs.webhook.Endpoint;
import org.otklik.jobs.webhook.WebhookSecret;

/** The file that comes with Otklik, and what is said of faults in it. */
class AlertsFileTest {
  private static final WebhookSecret SECRET = WebhookSecret.random();
  private static final Map<String, String> REACHABLE =
      Map.of(
          "OTKLIK_ALERT_URL_DUTY",
          "https://duty.example/alerts",
          "OTKLIK_ALERT_SECRET_DUTY",
          SECRET.text());

  @TempDir private Path folder;

  @BeforeEach
  void copy() throws Exception {
    Files.createDirectories(folder.resolve("regions"));
    for (String file :
        List.of(
            "alerts.yaml",
            "alerts.schema.json",
            "regions/region.schema.json",
            "regions/sakhalin.yaml")) {
      Files.copy(TestAlerts.CONFIGURATION.resolve(file), folder.resolve(file));
    }
  }

  @Test
  void followsTheScheduleOfStandardWebhooks() throws Exception {
    RetrySchedule schedule =
        ConfiguredAlerts.load(folder, Map.of()).settings(TestAlerts.region()).schedule();

    assertThat(schedule.delays().stream().map(Duration::toSeconds))
        .containsExactly(0L, 5L, 300L, 1_800L, 7_200L, 18_000L, 36_000L, 50_400L, 72_000L, 86_400L);
  }

  @Test
  void reachesNobodyWithoutAnAddress() throws Exception {
    assertThat(ConfiguredAlerts.load(folder, Map.of()).settings(TestAlerts.region()).addresses())
        .isEmpty();
  }

  @Test
  void saysHowToReachWhomARuleNamesAndNothingReaches() throws Exception {
    assertThat(ConfiguredAlerts.load(folder, Map.of()).unreachable())
        .singleElement()
        .asString()
        .contains("«duty»")
        .contains("OTKLIK_ALERT_URL_DUTY")
        .contains("unrouted");
    assertThat(ConfiguredAlerts.load(folder, REACHABLE).unreachable()).isEmpty();
  }

  @Test
  void takesAddressAndSecretFromTheEnvironment() throws Exception {
    ConfiguredAlerts alerts = ConfiguredAlerts.load(folder, REACHABLE);
    Endpoint endpoint = alerts.endpoint(alerts.recipients().get(0)).orElseThrow();

    assertThat(endpoint.address()).hasToString("https://duty.example/alerts");
    assertThat(endpoint.secret().text()).isEqualTo(SECRET.text());
    assertThat(alerts.settings(TestAlerts.region()).addresses()).containsOnlyKeys("duty");
  }

  @Test
  void saysWhichSecretIsMissing() throws Exception {
    ConfiguredAlerts alerts =
        ConfiguredAlerts.load(
            folder, Map.of("OTKLIK_ALERT_URL_DUTY", "https://duty.example/alerts"));

    assertThatThrownBy(() -> alerts.settings(TestAlerts.region()))
        .hasMessageContaining("OTKLIK_ALERT_SECRET_DUTY");
  }

  @Test
  void tellsNoSecretInAComplaint() throws Exception {
    ConfiguredAlerts alerts =
        ConfiguredAlerts.load(
            folder,
            Map.of(
                "OTKLIK_ALERT_URL_DUTY",
                "https://duty.example/alerts",
                "OTKLIK_ALERT_SECRET_DUTY",
                "whsec_c2hvcnQ="));

    assertThatThrownBy(() -> alerts.settings(TestAlerts.region()))
        .hasMessageContaining("OTKLIK_ALERT_SECRET_DUTY")
        .hasMessageContaining("openssl rand")
        .hasMessageNotContaining("c2hvcnQ");
  }

  @Test
  void refusesAnAddressWithAPassword() throws Exception {
    ConfiguredAlerts alerts =
        ConfiguredAlerts.load(
            folder,
            Map.of(
                "OTKLIK_ALERT_URL_DUTY",
                "https://duty:hidden@duty.example/alerts",
                "OTKLIK_ALERT_SECRET_DUTY",
                SECRET.text()));

    assertThatThrownBy(() -> alerts.settings(TestAlerts.region()))
        .hasMessageContaining("OTKLIK_ALERT_URL_DUTY")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void findsTheLeadOfAThemesBlock() throws Exception {
    edit(
        "rules:\n",
        """
          - id: energy-lead
            title: Руководитель блока энергетики
            blocks: [энергетика]
            url: https://energy.example/
            secret-from: OTKLIK_ALERT_SECRET_DUTY
            parallel: 4

        rules:
        """);

    DeliverAlertsJob.Settings settings =
        ConfiguredAlerts.load(folder, REACHABLE).settings(TestAlerts.region());

    assertThat(settings.leads().get("energy")).containsExactly("energy-lead");
    assertThat(settings.leads().get("roads")).isEmpty();
  }

  @Test
  void namesFileAndKeyOfAnUnknownRecipient() throws Exception {
    edit("to: [duty]", "to: [night-shift]");

    assertThatThrownBy(() -> ConfiguredAlerts.load(folder, Map.of()))
        .hasMessageContaining("alerts.yaml: rules[2].to")
        .hasMessageContaining("night-shift")
        .hasMessageContaining("[duty]");
  }

  @Test
  void namesFileAndKeyOfAnUnknownMunicipality() throws Exception {
    edit("kinds: [burst]", "kinds: [burst]\n    municipalities: [Атлантида]");

    assertThatThrownBy(() -> ConfiguredAlerts.load(folder, Map.of()))
        .hasMessageContaining("alerts.yaml: rules[0].municipalities")
        .hasMessageContaining("Атлантида");
  }

  @Test
  void namesFileAndKeyOfAnUnknownBlock() throws Exception {
    edit("    allow-private: true", "    allow-private: true\n    blocks: [подводное хозяйство]");

    assertThatThrownBy(() -> ConfiguredAlerts.load(folder, Map.of()))
        .hasMessageContaining("alerts.yaml: recipients[0].blocks")
        .hasMessageContaining("подводное хозяйство");
  }

  @Test
  void namesFileAndKeyOfAWrongValue() throws Exception {
    edit("request-timeout: 20s", "request-timeout: soon");

    assertThatThrownBy(() -> ConfiguredAlerts.load(folder, Map.of()))
        .hasMessageContaining("alerts.yaml")
        .hasMessageContaining("request-timeout");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5h, 10h             | 5h, 90d                       | delivery.schedule[6]: «90d» is too long: 30 days at most
          retry-after: 24h    | retry-after: 31d              | delivery.longest-retry-after: «31d» is too long: 30 days at most
          connect-timeout: 5s | connect-timeout: 0s           | delivery.connect-timeout: «0s» is no time: write at least 1ms
          request-timeout: 20s | request-timeout: 0min        | delivery.request-timeout: «0min» is no time: write at least 1ms
          """)
  void refusesTimesThatCannotBeKept(String from, String to, String complaint) throws Exception {
    edit(from, to);

    assertThatThrownBy(() -> ConfiguredAlerts.load(folder, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("alerts.yaml: " + complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hours: 24         | hours: often      | rules[3].throttle.hours | Hours of event time: write a number from 0 to 720
          request-timeout: 20s | request-timeout: soon | request-timeout  | such as 20s
          5h, 10h           | 5h, 99999999999999999999d | schedule[6]       | 30d at most
          jitter: 0.1       | jitter: 7         | jitter                  | write a number from 0 to 1
          kinds: [source-silent] | kinds: [silence] | rules[3].kinds     | source-silent
          """)
  void saysWhatToWriteInsteadOfAWrongValue(String from, String to, String key, String advice)
      throws Exception {
    edit(from, to);

    assertThatThrownBy(() -> ConfiguredAlerts.load(folder, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(advice);
  }

  @Test
  void saysThatTheFileIsEmpty() throws Exception {
    Files.writeString(folder.resolve("alerts.yaml"), "");

    assertThatThrownBy(() -> ConfiguredAlerts.load(folder, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("alerts.yaml");
  }

  @Test
  void saysThatTheFileIsMissing() throws Exception {
    Files.delete(folder.resolve("alerts.yaml"));

    assertThatThrownBy(() -> ConfiguredAlerts.load(folder, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("alerts.yaml");
  }

  @Test
  void namesAnUnknownKey() throws Exception {
    edit("    allow-private: true", "    alow-private: true");

    assertThatThrownBy(() -> ConfiguredAlerts.load(folder, Map.of()))
        .hasMessageContaining("alerts.yaml")
        .hasMessageContaining("alow-private");
  }

  private void edit(String from, String to) throws Exception {
    Path file = folder.resolve("alerts.yaml");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }
}
