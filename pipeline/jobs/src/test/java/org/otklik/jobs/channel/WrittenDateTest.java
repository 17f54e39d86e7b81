package org.otklik.jobs.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  @ParameterizedTest
  @CsvSource({
    "2026-03-15T12:00:00+11:00, 2026-03-15T01:00:00Z",
    "2026-03-15T12:00:00+1100, 2026-03-15T01:00:00Z",
    "2026-03-15T12:00+11, 2026-03-15T01:00:00Z",
    "2026-03-15T12:00:00Z, 2026-03-15T12:00:00Z",
    "2026-03-15 12:00:00.5, 2026-03-15T09:00:00.500Z",
    "1.3.2026, 2026-02-28T21:00:00Z",
    "01.03.2026  12:00, 2026-03-01T09:00:00Z",
    "1773507600, 2026-03-14T17:00:00Z",
    "1773507600000, 2026-03-14T17:00:00Z"
  })
  void readsForm(String written, String instant) {
    assertThat(WrittenDate.parse(written, MOSCOW)).hasToString(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "вчера",
        "29.02.2026",
        "15.03.26",
        "2026-13-01",
        "2026-03-15T25:00:00",
        "20260315",
        "99999999999999999999999"
      })
  void refusesOtherForms(String written) {
    assertThat(WrittenDate.parse(written, MOSCOW)).isNull();
  }
}
