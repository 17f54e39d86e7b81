package org.otklik.models.bursts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BurstSettingsTest {
  private static final Path CONFIGURATION = Path.of("../config");

  @TempDir private Path folder;

  @Test
  void areThoseOfTheFileThatShips() throws Exception {
    assertThat(BurstSettings.load(CONFIGURATION))
        .isEqualTo(
            new BurstSettings(
                1e-5,
                List.of(1, 2, 3, 6),
                5,
                6,
                3,
                20,
                0.3,
                new BurstPrior(1, 5, 1, 2, 0.4, 0.03)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "threshold: 1.0e-5 | threshold: often | threshold: write a number from",
        "threshold: 1.0e-5 | threshold: 0.5 | threshold: write a number from",
        "threshold: 1.0e-5 | # | threshold: write a number from 1.0E-15 to 0.01; it is missing",
        "minimum-count: 5 | minimum-count: 1 | minimum-count: write a whole number from 2",
        "window-hours: [1, 2, 3, 6] | window-hours: 3 | window-hours: write a list of hours",
        "window-hours: [1, 2, 3, 6] | window-hours: [1, 48] | window-hours[1]: write a whole number from 1 to 24",
        "quiet-hours: 6 | quite-hours: 6 | quite-hours: there is no such key; there are [",
        "liveliness: 0.4 | liveliness: -1 | prior.liveliness: write a number from 0.0",
        "learning-days: 3 | learning-days: [ | is not valid YAML"
      })
  void sayWhatIsWrongInWhichFileAndKey(String right, String wrong, String complaint)
      throws Exception {
    Path file = folder.resolve(BurstSettings.FILE);
    String shipped = Files.readString(CONFIGURATION.resolve(BurstSettings.FILE));
    assertThat(shipped).contains(right);
    Files.writeString(file, shipped.replace(right, wrong));

    assertThatThrownBy(() -> BurstSettings.load(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(complaint);
  }

  @Test
  void sayThatTheFileIsMissing() {
    assertThatThrownBy(() -> BurstSettings.load(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bursts.yaml is missing");
  }
}
