package org.otklik.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the checkout lies that this command was started from. */
public final class Home {
  /** System property with the folder; the launcher {@code pipeline/bin/otklik} sets it. */
  public static final String PROPERTY = "otklik.home";

  private Home() {}

  /**
   * The folder with {@code config}; the current folder or one above it when the launcher did not
   * say.
   */
  public static Path folder() {
    String stated = System.getProperty(PROPERTY);
    if (stated != null) {
      return Path.of(stated);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("config/regions"))) {
      folder = folder.getParent();
    }
    return folder == null ? Path.of("").toAbsolutePath() : folder;
  }
}
