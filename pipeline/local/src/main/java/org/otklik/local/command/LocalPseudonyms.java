package org.otklik.local.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.otklik.jobs.settings.JobArguments;
import org.otklik.jobs.settings.Secret;
import org.otklik.models.post.Pseudonyms;

/**
 * The key of authors' pseudonyms on one machine: the environment's, else one made and kept for this
 * installation.
 */
final class LocalPseudonyms {
  private static final int KEY_BYTES = 32;

  private LocalPseudonyms() {}

  /** Pseudonyms that hold for this run only, unless the environment has a key. */
  static Pseudonyms ofThisRun() {
    return of(fromEnvironment().orElseGet(LocalPseudonyms::randomKey));
  }

  /**
   * Pseudonyms that stay the same as long as the data folder exists: the key is made once and kept
   * there, readable by its owner only.
   */
  static Pseudonyms keptIn(Path dataFolder) throws IOException {
    Optional<String> stated = fromEnvironment();
    if (stated.isPresent()) {
      return of(stated.get());
    }
    Path file = dataFolder.resolve("pseudonym.key");
    if (!Files.exists(file)) {
      Files.createDirectories(dataFolder);
      FileAttribute<?>[] ownerOnly =
          file.getFileSystem().supportedFileAttributeViews().contains("posix")
              ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
              }
              : new FileAttribute<?>[0];
      try {
        Files.createFile(file, ownerOnly);
        Files.writeString(file, randomKey(), StandardOpenOption.WRITE);
      } catch (FileAlreadyExistsException e) {
        return of(Files.readString(file).strip()); // another process was faster
      }
    }
    return of(Files.readString(file).strip());
  }

  private static Optional<String> fromEnvironment() {
    return Secret.find(JobArguments.PSEUDONYM_KEY, System.getenv());
  }

  private static Pseudonyms of(String key) {
    return new Pseudonyms(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String randomKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return HexFormat.of().formatHex(key);
  }
}
