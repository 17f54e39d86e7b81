package org.otklik.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.otklik.local.stack.FolderTree;

/** A folder for a stack that leaves nothing behind. */
public final class TemporaryFolder implements AutoCloseable {
  private final Path path;

  private TemporaryFolder(Path path) {
    this.path = path;
  }

  /**
   * A new folder among the system's temporary ones. Others can't list it but can enter it:
   * Elasticsearch may have to run as another user, and keeps its data in a folder of its own below.
   */
  public static TemporaryFolder create(String prefix) throws IOException {
    Path folder = Files.createTempDirectory(prefix);
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }
    return new TemporaryFolder(folder);
  }

  public Path path() {
    return path;
  }

  /** Deletes it with all that it holds; a second call does nothing. */
  @Override
  public void close() throws IOException {
    FolderTree.delete(path);
  }
}
