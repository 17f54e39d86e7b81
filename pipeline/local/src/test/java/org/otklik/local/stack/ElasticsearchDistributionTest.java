package org.otklik.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElasticsearchDistributionTest {
  @TempDir Path folder;
  private Path zip;
  private Path cache;

  @BeforeEach
  void name() {
    zip = folder.resolve("distribution.zip");
    cache = folder.resolve("cache");
  }

  @Test
  void unpacksOnce() throws IOException {
    writeDistribution();
    List<String> steps = new CopyOnWriteArrayList<>();

    Path home = new ElasticsearchDistribution(zip, cache).unpack(steps::add);
    Path again = new ElasticsearchDistribution(zip, cache).unpack(steps::add);

    assertThat(home).isEqualTo(cache.resolve("elasticsearch-1.2.3")).isEqualTo(again);
    assertThat(home.resolve("config/roles.yml")).hasContent("roles");
    assertThat(steps).singleElement().asString().startsWith("unpacking Elasticsearch into");
  }

  @Test
  void letsEveryUserReadAndRestoresWhatCanBeRun() throws IOException {
    writeDistribution();

    Path home = new ElasticsearchDistribution(zip, cache).unpack(Progress.silent());

    assertThat(rights(home)).isEqualTo("rwxr-xr-x");
    assertThat(rights(home.resolve("bin/elasticsearch"))).isEqualTo("rwxr-xr-x");
    assertThat(rights(home.resolve("config/roles.yml"))).isEqualTo("rw-r--r--");
  }

  @Test
  void beginsAnewWhereAnEarlierRunWasInterrupted() throws IOException {
    writeDistribution();
    Path left = Files.createDirectories(cache.resolve("elasticsearch-1.2.3.unpacking"));
    Files.writeString(left.resolve("half"), "half");

    Path home = new ElasticsearchDistribution(zip, cache).unpack(Progress.silent());

    assertThat(home.resolve("half")).doesNotExist();
    assertThat(left).doesNotExist();
  }

  @Test
  void unpacksOnceWhenSeveralWantItAtOnce() throws Exception {
    writeDistribution();
    List<String> steps = new CopyOnWriteArrayList<>();
    Callable<Path> unpack = () -> new ElasticsearchDistribution(zip, cache).unpack(steps::add);
    ExecutorService several = Executors.newFixedThreadPool(4);
    try {
      for (Future<Path> home : several.invokeAll(Stream.generate(() -> unpack).limit(8).toList())) {
        assertThat(home.get().resolve("bin/elasticsearch")).exists();
      }
    } finally {
      several.shutdownNow();
    }
    assertThat(steps).hasSize(1);
  }

  @Test
  void writesNothingOutsideItsFolder() throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      entry(out, "elasticsearch-1.2.3/bin/elasticsearch");
      entry(out, "elasticsearch-1.2.3/../../../outside");
    }

    assertThatThrownBy(() -> new ElasticsearchDistribution(zip, cache).unpack(Progress.silent()))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("is damaged or is not a distribution of Elasticsearch");

    assertThat(folder).isDirectoryRecursivelyContaining("glob:**/distribution.zip");
    assertThat(folder).isDirectoryNotContaining("glob:**outside");
    assertThat(folder.resolveSibling("outside")).doesNotExist();
  }

  @Test
  void refusesAFileThatIsNoDistribution() throws IOException {
    Files.writeString(zip, "<html>404</html>");

    assertThatThrownBy(() -> new ElasticsearchDistribution(zip, cache).unpack(Progress.silent()))
        .isInstanceOf(StackException.class)
        .hasMessageContaining(zip + " is damaged")
        .hasMessageContaining("delete it and build Otklik again");
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void entry(ZipOutputStream out, String name) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(name.getBytes(StandardCharsets.UTF_8));
    out.closeEntry();
  }

  private void writeDistribution() throws IOException {
    Map<String, ?> options = Map.of("create", "true", "enablePosixFileAttributes", true);
    try (FileSystem archive = FileSystems.newFileSystem(zip, options)) {
      Path root = archive.getPath("/elasticsearch-1.2.3");
      Path program = root.resolve("bin/elasticsearch");
      Files.createDirectories(program.getParent());
      Files.writeString(program, "#!/bin/bash");
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
      Path roles = root.resolve("config/roles.yml");
      Files.createDirectories(roles.getParent());
      Files.writeString(roles, "roles");
      Files.setPosixFilePermissions(roles, PosixFilePermissions.fromString("rw-rw----"));
    }
  }
}
