package org.otklik.models.topic;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
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

  /** Reads a model. */
  public interface Reader<T> {
    /** The model. */
    T read(DataInputStream in) throws IOException;
  }

  /** Writes a model. */
  public interface Writer {
    /** Writes it. */
    void write(DataOutputStream out) throws IOException;
  }

  private static String fileName(String model) {
    return model + ".model.gz";
  }

  /** A model that ships with this jar. */
  static <T> T load(String model, Reader<T> reader) {
    String resource = RESOURCES + fileName(model);
    try (InputStream in = ModelFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the model " + resource + " is not on the class path");
      }
      return read(in, reader);
    } catch (IOException e) {
      throw new UncheckedIOException("the model " + resource + " can't be read", e);
    }
  }

  /** A model of a directory. */
  public static <T> T read(Path directory, String model, Reader<T> reader) throws IOException {
    try (InputStream in = Files.newInputStream(directory.resolve(fileName(model)))) {
      return read(in, reader);
    }
  }

  private static <T> T read(InputStream in, Reader<T> reader) throws IOException {
    try (DataInputStream data =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER))) {
      return reader.read(data);
    }
  }

  /** Writes a model into a directory; the same model gives the same bytes. */
  public static void write(Path directory, String model, Writer writer) throws IOException {
    try (DataOutputStream data =
        new DataOutputStream(
            new BufferedOutputStream(
                new GZIPOutputStream(
                    Files.newOutputStream(directory.resolve(fileName(model))), BUFFER),
                BUFFER))) {
      writer.write(data);
    }
  }
}
