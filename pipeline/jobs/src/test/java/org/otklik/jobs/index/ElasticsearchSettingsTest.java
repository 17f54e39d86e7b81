package org.otklik.jobs.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElasticsearchSettingsTest {
  private static final ElasticsearchSettings DEFAULTS =
      ElasticsearchSettings.at("http://localhost:9200");

  @Test
  void hasTheDocumentedDefaults() {
    assertThat(DEFAULTS)
        .isEqualTo(
            new ElasticsearchSettings(
                List.of(URI.create("http://localhost:9200")),
                "",
                null,
                null,
                500,
                5 * 1024 * 1024,
                2,
                5000,
                Duration.ofMillis(500),
                Duration.ofSeconds(90)));
  }

  @Test
  void takesSeveralAddresses() {
    assertThat(ElasticsearchSettings.at("http://a:9200, https://b:9201,").addresses())
        .containsExactly(URI.create("http://a:9200"), URI.create("https://b:9201"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost:9200",
        "ftp://a:9200",
        "http://",
        "http://a:9200,http://b:9200/es",
        "http:///x"
      })
  void refusesWhatIsNoAddress(String addresses) {
    assertThatThrownBy(() -> ElasticsearchSettings.at(addresses))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void doesNotQuoteAPasswordFromTheAddress() {
    assertThatThrownBy(() -> ElasticsearchSettings.at("http://otklik:secret@search:9200"))
        .hasMessageContaining("search")
        .hasMessageNotContaining("secret");
  }

  @Test
  void doesNotShowThePassword() {
    assertThat(DEFAULTS.withCredentials("otklik", "secret").toString())
        .contains("otklik")
        .doesNotContain("secret");
  }

  @Test
  void asksForBothNameAndPassword() {
    assertThatThrownBy(() -> DEFAULTS.withCredentials("otklik", null))
        .hasMessageContaining("both or neither");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-otklik", "Otklik-", "от-", "a/b"})
  void refusesAPrefixThatElasticsearchWouldNotTake(String prefix) {
    assertThatThrownBy(() -> DEFAULTS.withIndexPrefix(prefix))
        .hasMessageContaining("«" + prefix + "»");
  }

  @Test
  void refusesABufferThatHoldsNoBatch() {
    assertThatThrownBy(() -> DEFAULTS.withLimits(500, 1000, 1, 499))
        .hasMessageContaining("499")
        .hasMessageContaining("500");
  }
}
