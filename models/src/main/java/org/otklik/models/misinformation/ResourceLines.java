package org.otklik.models.misinformation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The lines of a resource of this package that hold something: without comments (from # on) and
 * blank lines.
 */
final class ResourceLines {
  private ResourceLines() {}

  /**
   * @param name file name beside this class
   * @throws IllegalStateException when it is not on the class path
   */
  static List<String> of(String name) {
    try (InputStream resource = ResourceLines.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException(
            "the resource " + name + " of " + ResourceLines.class.getPackageName() + " is missing");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
      return reader
          .lines()
          .map(line -> line.indexOf('#') < 0 ? line : line.substring(0, line.indexOf('#')))
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the resource " + name + " can't be read", e);
    }
  }
}
