package org.otklik.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the configuration files of a single-node server that nobody outside this machine can
 * reach.
 */
final class ElasticsearchConfiguration {
  private static final int INITIAL_HEAP_MB = 512;

  private final Path home;
  private final ElasticsearchFolders folders;
  private final int httpPort;
  private final int heapMegabytes;

  /**
   * @param home the unpacked distribution, asked which settings it knows
   * @param httpPort 0 for any free port, which the server then writes into {@code http.ports} in
   *     its folder of logs
   * @param heapMegabytes the greatest size of its heap
   */
  ElasticsearchConfiguration(
      Path home, ElasticsearchFolders folders, int httpPort, int heapMegabytes) {
    this.home = home;
    this.folders = folders;
    this.httpPort = httpPort;
    this.heapMegabytes = heapMegabytes;
  }

  void write() throws IOException {
    Files.writeString(
        folders.config().resolve("elasticsearch.yml"),
        settings().entrySet().stream()
            .map(setting -> setting.getKey() + ": " + setting.getValue() + "\n")
            .collect(Collectors.joining()));
    Files.writeString(
        folders.config().resolve("jvm.options"),
        """
        -Xms%dm
        -Xmx%dm
        -XX:+UseG1GC
        -Djava.io.tmpdir=${ES_TMPDIR}
        20-:--add-modules=jdk.incubator.vector
        -Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1
        -XX:+ExitOnOutOfMemoryError
        -XX:ErrorFile=hs_err_pid%%p.log
        """
            .formatted(Math.min(INITIAL_HEAP_MB, heapMegabytes), heapMegabytes));
    try (InputStream logging = getClass().getResourceAsStream("elasticsearch-log4j2.properties")) {
      if (logging == null) {
        throw new IllegalStateException("elasticsearch-log4j2.properties is missing from the jar");
      }
      Files.copy(logging, folders.config().resolve("log4j2.properties"));
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("cluster.name", "otklik");
    settings.put("node.name", "otklik-local");
    settings.put("path.data", quoted(folders.data()));
    settings.put("path.logs", quoted(folders.logs()));
    settings.put("discovery.type", "single-node");
    settings.put("network.host", LoopbackPort.ADDRESS);
    settings.put("http.port", Integer.toString(httpPort));
    settings.put("transport.port", "0");
    // On a laptop's full disk the server would otherwise stop allocating shards and make indices
    // read-only.
    settings.put("cluster.routing.allocation.disk.threshold_enabled", "false");
    // A setting that the server does not know keeps it from starting, and this distribution leaves
    // most modules out.
    if (knows("x-pack-security")) {
      settings.put("xpack.security.enabled", "false");
    }
    if (knows("x-pack-core")) {
      settings.put("xpack.ml.enabled", "false");
    }
    if (knows("ingest-geoip")) {
      settings.put("ingest.geoip.downloader.enabled", "false");
    }
    return settings;
  }

  private boolean knows(String module) {
    return Files.isDirectory(home.resolve("modules").resolve(module));
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }
}
