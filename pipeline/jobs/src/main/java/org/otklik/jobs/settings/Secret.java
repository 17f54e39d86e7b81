package org.otklik.jobs.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Reads secrets from the environment or from a file that the environment names, never from
 * arguments or YAML.
 */
public final class Secret {
  private static final String FILE_SUFFIX = "_FILE";

  private Secret() {}

  /**
   * The value of the variable, or the content of the file that {@code <variable>_FILE} names,
   * without trailing line breaks.
   *
   * @throws IllegalArgumentException when the file can't be read, or both are set
   */
  public static Optional<String> find(String variable, Map<String, String> environment) {
    String value = environment.get(variable);
    String file = environment.get(variable + FILE_SUFFIX);
    if (value != null && file != null) {
      throw new IllegalArgumentException(
          "both " + variable + " and " + variable + FILE_SUFFIX + " are set: unset one of them");
    }
    if (file == null) {
      return Optional.ofNullable(value).filter(secret -> !secret.isBlank());
    }
    try {
      return Optional.of(Files.readString(Path.of(file), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          variable + FILE_SUFFIX + " names " + file + ", which can't be read", e);
    }
  }

  /**
   * Like {@link #find}, but the secret must be there.
   *
   * @throws IllegalArgumentException when it is not; the message says how to give it
   */
  public static String require(String variable, Map<String, String> environment) {
    return find(variable, environment)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the secret "
                        + variable
                        + " is missing: set it in the environment, or name a file that holds it in "
                        + variable
                        + FILE_SUFFIX));
  }
}
