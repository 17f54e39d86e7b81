package org.otklik.jobs.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Json;
import org.otklik.jobs.Period;

/**
 * The folder in which exports are published.
 *
 * <pre>
 * sakhalin_2026-03-01_2026-03-14/     an export; it appears whole, by one rename, and never changes
 * sakhalin_2026-03-01_2026-03-14_2/   the same days exported again
 * latest-sakhalin.json                names the newest one
 * .staging-…/                         an export in the making; what a killed one left, the next one removes
 * .lock                               held by the export that is being made
 * </pre>
 *
 * It must be a file system that renames in one step (local disk, NFS; no object store), and on a
 * cluster the same folder for the job's client and all task managers.
 *
 * @param path the folder
 */
public record ExportFolder(Path path) {
  private static final String STAGING = ".staging-";
  private static final Pattern NAME =
      Pattern.compile(".+_\\d{4}-\\d\\d-\\d\\d_\\d{4}-\\d\\d-\\d\\d(_\\d+)?");

  /** Keeps the folder for one export at a time; the system lets go of it when the process ends. */
  public static final class Hold implements Closeable {
    private final FileChannel channel;

    private Hold(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /**
   * Makes the folder if need be, keeps it for this process and removes what killed exports left.
   *
   * @throws IOException if another export is being made there, or the folder can't be written
   */
  public Hold hold() throws IOException {
    Files.createDirectories(path);
    FileChannel channel =
        FileChannel.open(
            path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (tryLock(channel) == null) {
        throw new IOException("another export into " + path + " is under way: wait for its end");
      }
      try (Stream<Path> entries = Files.list(path)) {
        for (Path left :
            entries.filter(entry -> entry.getFileName().toString().startsWith(STAGING)).toList()) {
          delete(left);
        }
      }
      return new Hold(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  /** Where an export is made. */
  Path staging(String id) {
    return path.resolve(STAGING + id);
  }

  /** The name of the next export of a region and period: one that no folder has yet. */
  String freeName(String region, Period period) {
    String name = "%s_%s_%s".formatted(region, period.from(), period.to());
    String free = name;
    for (int number = 2; Files.exists(path.resolve(free)); number++) {
      free = name + "_" + number;
    }
    return free;
  }

  /**
   * Publishes what was made, by a rename, and points to it. To do so again changes nothing.
   *
   * @return the export's folder
   */
  Path publish(ExportDescription export) throws IOException {
    Path target = path.resolve(export.name());
    if (Files.exists(target)) {
      if (!isOf(target, export.id())) {
        throw new IOException(target + " exists already");
      }
    } else {
      try {
        Files.move(staging(export.id()), target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        throw new IOException(
            path + " lies on a file system that can't rename a folder in one step: use another", e);
      }
    }
    pointTo(export, target);
    return target;
  }

  private static boolean isOf(Path export, String id) throws IOException {
    return Json.mapper()
        .readTree(export.resolve(Manifest.FILE).toFile())
        .path("id")
        .asText()
        .equals(id);
  }

  private void pointTo(ExportDescription export, Path target) throws IOException {
    Path pointer = pointer(export.region());
    Path aside = path.resolve(STAGING + export.id() + ".json");
    Files.writeString(
        aside,
        Json.mapper()
            .createObjectNode()
            .put("export", export.name())
            .put("from", export.from())
            .put("to", export.to())
            .put("createdAt", export.createdAt())
            .put("manifestSha256", Sha256.of(target.resolve(Manifest.FILE)))
            .toPrettyString());
    Files.move(aside, pointer, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path pointer(String region) {
    return path.resolve("latest-" + region + ".json");
  }

  /** Removes what was made and is not to be published. */
  void discard(String id) throws IOException {
    delete(staging(id));
  }

  /** The published exports, or the folder itself if it is one. */
  public List<Path> exports() throws IOException {
    if (Files.exists(path.resolve(Manifest.FILE))) {
      return List.of(path);
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .filter(entry -> NAME.matcher(entry.getFileName().toString()).matches())
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    }
  }

  /**
   * The last day that the published exports of a region hold whole: those that were made while
   * their last day was not over do not count. Empty when there are none.
   */
  public Optional<LocalDate> lastWholeDay(String region) throws IOException {
    if (!Files.isDirectory(path)) {
      return Optional.empty();
    }
    LocalDate last = null;
    for (Path export : exports()) {
      JsonNode manifest = Json.mapper().readTree(export.resolve(Manifest.FILE).toFile());
      if (manifest.at("/region/id").asText().equals(region)
          && manifest.at("/period/over").asBoolean()) {
        LocalDate day = LocalDate.parse(manifest.at("/period/to").asText());
        last = last == null || day.isAfter(last) ? day : last;
      }
    }
    return Optional.ofNullable(last);
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
