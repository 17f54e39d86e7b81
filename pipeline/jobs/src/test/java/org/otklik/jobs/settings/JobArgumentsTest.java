package org.otklik.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobArgumentsTest {
  private static final String[] ARGUMENTS = {
    "--config",
    "config",
    "--region",
    "sakhalin",
    "--kafka",
    "a:9092",
    "--elasticsearch",
    "http://b:9200"
  };
  private static final String KEY = "0123456789abcdef";

  @Test
  void readsArgumentsAndTheKeyOfTheEnvironment() {
    JobArguments arguments =
        JobArguments.parse("job", Map.of("OTKLIK_PSEUDONYM_KEY", KEY), ARGUMENTS);

    assertThat(arguments.regionId()).isEqualTo("sakhalin");
    assertThat(arguments.kafka().bootstrapServers()).isEqualTo("a:9092");
    assertThat(arguments.elasticsearch().indexName("posts")).isEqualTo("posts");
    assertThat(arguments.pseudonyms().of("vk", "1")).hasSize(24);
  }

  @Test
  void readsASecretFromTheFileThatTheEnvironmentNames(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("key"), KEY + "\n");

    assertThat(Secret.require("KEY", Map.of("KEY_FILE", file.toString()))).isEqualTo(KEY);
  }

  @Test
  void saysHowToGiveAMissingSecret() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JobArguments.parse("job", Map.of(), ARGUMENTS))
        .withMessageContaining("OTKLIK_PSEUDONYM_KEY_FILE");
  }

  @Test
  void refusesASecretThatIsGivenTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Secret.find("KEY", Map.of("KEY", "a", "KEY_FILE", "b")))
        .withMessageContaining("unset one of them");
  }

  @Test
  void namesAMissingArgument() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                JobArguments.parse(
                    "job", Map.of("OTKLIK_PSEUDONYM_KEY", KEY), "--region", "sakhalin"))
        .withMessageContaining("--config");
  }
}
