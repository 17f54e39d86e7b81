package org.otklik.models.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which models ship with this jar: they have no number, so their bytes tell them apart. */
public final class ModelVersions {
  private static final List<String> MODELS =
      List.of(
          "topic/themes.model.gz",
          "topic/categories.model.gz",
          "topic/types.model.gz",
          "topic/urgency.tsv",
          "misinformation/concepts.txt",
          "misinformation/cues.txt",
          "misinformation/telling-weights.tsv",
          "misinformation/match-trees.txt",
          "misinformation/signal-weights.txt");

  private ModelVersions() {}

  /** SHA-256 of each model, hexadecimal, by its file's name. */
  public static Map<String, String> shipped() {
    Map<String, String> versions = new TreeMap<>();
    MODELS.forEach(model -> versions.put(model, sha256("/org/otklik/models/" + model)));
    return versions;
  }

  private static String sha256(String resource) {
    try (InputStream model = ModelVersions.class.getResourceAsStream(resource)) {
      if (model == null) {
        throw new IllegalStateException("the model " + resource + " is not on the class path");
      }
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(model, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("the model " + resource + " can't be read", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
