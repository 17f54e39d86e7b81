package org.otklik.local.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The Elasticsearch server as Maven brings it, a zip, unpacked once and shared by all stacks of
 * this machine's user.
 *
 * <p>Unpacking is safe when several processes do it at once, and a run that was interrupted leaves
 * nothing that a later one would take for whole.
 */
public final class ElasticsearchDistribution {
  /** The system property that holds the path of the zip; the launcher and the build set it. */
  public static final String ZIP_PROPERTY = "otklik.elasticsearch.zip";

  private static final String ROOT_PREFIX = "elasticsearch-";

  private final Path zip;
  private final Path cache;

  /**
   * @param zip the distribution: one folder {@code elasticsearch-<version>} with all else below it
   * @param cache the folder to unpack into, created when missing
   */
  public ElasticsearchDistribution(Path zip, Path cache) {
    this.zip = zip;
    this.cache = cache;
  }

  /**
   * The zip that the system property {@value #ZIP_PROPERTY} names.
   *
   * @throws StackException if it names none, or no file
   */
  public static Path zip() {
    String path = System.getProperty(ZIP_PROPERTY, "");
    if (path.isBlank()) {
      throw new StackException(
          "the system property %s is not set: start Otklik with bin/otklik, or set it to the path of Elasticsearch's zip"
              .formatted(ZIP_PROPERTY));
    }
    Path zip = Path.of(path);
    if (!Files.isRegularFile(zip)) {
      throw new StackException(
          "Elasticsearch's zip %s does not exist: build Otklik again to fetch it".formatted(zip));
    }
    return zip;
  }

  /**
   * Unpacks the zip unless that was done before.
   *
   * @return the server's home, readable by every user
   * @throws StackException if the zip is damaged or is not a distribution of Elasticsearch
   */
  public Path unpack(Progress progress) throws IOException {
    Files.createDirectories(cache);
    try (FileSystem archive = open()) {
      Path root = rootOf(archive);
      Path home = cache.resolve(root.getFileName().toString());
      if (Files.isDirectory(home)) {
        return home;
      }
      // Within a process a second lock on the file would be an error rather than a wait.
      synchronized (ElasticsearchDistribution.class) {
        try (FileChannel channel =
                FileChannel.open(
                    home.resolveSibling(home.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = channel.lock()) {
          if (lock.isValid() && !Files.isDirectory(home)) {
            progress.doing("unpacking Elasticsearch into " + home + " (once)");
            unpack(root, home);
          }
        }
      }
      return home;
    }
  }

  private FileSystem open() throws IOException {
    try {
      return FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true));
    } catch (ZipException e) {
      throw damaged(e.getMessage(), e);
    }
  }

  private Path rootOf(FileSystem archive) throws IOException {
    try (Stream<Path> entries = Files.list(archive.getPath("/"))) {
      List<Path> roots = entries.toList();
      if (roots.size() != 1 || !roots.get(0).getFileName().toString().startsWith(ROOT_PREFIX)) {
        throw damaged("it should hold one folder " + ROOT_PREFIX + "<version>", null);
      }
      return roots.get(0);
    }
  }

  private void unpack(Path root, Path home) throws IOException {
    Path unfinished = home.resolveSibling(home.getFileName() + ".unpacking");
    FolderTree.delete(unfinished);
    try {
      Files.walkFileTree(root, new Copy(root, unfinished));
    } catch (ZipException e) {
      throw damaged(e.getMessage(), e);
    }
    Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
  }

  private StackException damaged(String why, @Nullable Throwable cause) {
    String message =
        "%s is damaged or is not a distribution of Elasticsearch (%s): delete it and build Otklik again"
            .formatted(zip, why);
    return cause == null ? new StackException(message) : new StackException(message, cause);
  }

  /** Copies out of the archive; every user may read the result, whatever this process's umask. */
  private static final class Copy extends SimpleFileVisitor<Path> {
    private static final Set<PosixFilePermission> FOLDER =
        PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> FILE =
        PosixFilePermissions.fromString("rw-r--r--");

    private final Path from;
    private final Path to;

    Copy(Path from, Path to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      Path target = target(folder);
      Files.createDirectory(target);
      Files.setPosixFilePermissions(target, FOLDER);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Path target = target(file);
      Files.copy(file, target);
      Set<PosixFilePermission> rights = EnumSet.copyOf(FILE);
      if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE)) {
        rights.addAll(FOLDER);
      }
      Files.setPosixFilePermissions(target, rights);
      return FileVisitResult.CONTINUE;
    }

    private Path target(Path entry) throws IOException {
      Path target = to.resolve(from.relativize(entry).toString()).normalize();
      if (!target.startsWith(to)) {
        throw new ZipException("the entry " + entry + " points out of the archive");
      }
      return target;
    }
  }
}
