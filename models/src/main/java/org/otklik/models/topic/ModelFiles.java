package org.otklik.models.topic;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Where trained models lie: among the resources of this jar, or in a directory. */
public final class ModelFiles {
  private static final String RESOURCES = "/org/otklik/models/topic/";
  private static final int BUFFER = 1 << 16;

  private ModelFiles() {}

  /** The name of the file that holds a model. */
  public static String fileName(String model) {
    return model + ".model.gz";
  }

  /** A model that ships with this jar. */
  static LinearModel load(String model) {
    String resource = RESOURCES + fileName(model);
    try (InputStream in = ModelFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the model " + resource + " is not on the class path");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the model " + resource + " can't be read", e);
    }
  }

  /** A model of a directory. */
  public static LinearModel read(Path directory, String model) throws IOException {
    try (InputStream in = Files.newInputStream(directory.resolve(fileName(model)))) {
      return read(in);
    }
  }

  private static LinearModel read(InputStream in) throws IOException {
    try (DataInputStream data =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER))) {
      return LinearModel.read(data);
    }
  }

  /** Writes a model into a directory; the same model gives the same bytes. */
  public static void write(LinearModel linear, Path directory, String model) throws IOException {
    try (OutputStream out = Files.newOutputStream(directory.resolve(fileName(model)));
        DataOutputStream data =
            new DataOutputStream(
                new BufferedOutputStream(new GZIPOutputStream(out, BUFFER), BUFFER))) {
      linear.write(data);
    }
  }
}
