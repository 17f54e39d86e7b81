package org.otklik.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.otklik.local.Home;
import org.otklik.models.place.Boundaries;
import org.otklik.models.region.Region;
import org.otklik.models.region.RegionFiles;
import picocli.CommandLine.Option;

/** The option {@code --config}, and what is read from that folder. */
final class ConfigurationOption {
  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "The configuration folder. Default: config of the checkout.")
  private @Nullable Path stated;

  Path folder() {
    Path folder = stated == null ? Home.folder().resolve("config") : stated;
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          "there is no configuration folder " + folder + ": name one with --config");
    }
    return folder.toAbsolutePath().normalize();
  }

  Region region(String id) throws IOException {
    return new RegionFiles(folder()).load(id);
  }

  @Nullable Boundaries boundaries(Region region) {
    return new RegionFiles(folder()).boundaries(region);
  }
}
