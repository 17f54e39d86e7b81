package org.otklik.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportArgumentsTest {
  private static final String[] COMPLETE = {
    "--config",
    "config",
    "--region",
    "sakhalin",
    "--from",
    "2026-03-01",
    "--to",
    "2026-03-14",
    "--out",
    "exports",
    "--elasticsearch",
    "http://localhost:9200"
  };

  @Test
  void writesBothFormatsWithSemicolonsAndWithholdsCountsUnderFive() {
    ExportArguments arguments = parse();

    assertThat(arguments.formats()).containsExactlyInAnyOrder(Format.values());
    assertThat(arguments.separator()).isEqualTo(';');
    assertThat(arguments.k()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "--to,2026-02-01,--to 2026-02-01 lies before --from 2026-03-01",
    "--format,xlsx,--format «xlsx» is not known",
    "--separator,x,--separator «x» can't be used",
    "--separator,||,--separator «||» should be one character",
    "--k,0,--k is 0"
  })
  void saysWhichOptionIsWrong(String option, String value, String message) {
    assertThatThrownBy(() -> parse(option, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void takesATabByItsName() {
    assertThat(parse("--separator", "tab").separator()).isEqualTo('\t');
  }

  private static ExportArguments parse(String... changed) {
    String[] args = COMPLETE.clone();
    if (changed.length > 0) {
      for (int i = 0; i < args.length; i += 2) {
        if (args[i].equals(changed[0])) {
          args[i + 1] = changed[1];
          return ExportArguments.parse(Map.of(), args);
        }
      }
      args = Stream.of(args, changed).flatMap(Arrays::stream).toArray(String[]::new);
    }
    return ExportArguments.parse(Map.of(), args);
  }
}
