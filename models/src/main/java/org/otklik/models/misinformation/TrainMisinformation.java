package org.otklik.models.misinformation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the weights of matcher and signals that ship with this jar.
 *
 * <pre>
 * config/claims + models/src/training/claims (claims*.tsv, posts*.tsv) + everyday messages (a directory of their own)
 *      → match-weights.txt, signal-weights.txt
 * </pre>
 *
 * <p>Of posts that name a split only those of {@code dev} are learned from.
 */
public final class TrainMisinformation {
  private static final double PRECISION = 0.88;
  private static final double FLAGGED = 0.008;
  private static final List<String> EVERYDAY = List.of("kursk_train.tsv", "perm_unlabelled.tsv");
  private static final String NOT_LEARNED_FROM = "test";

  private TrainMisinformation() {}

  /**
   * Trains and writes.
   *
   * @param claims the folder {@code config/claims}
   * @param tables the folder with tables of further claims and of labelled posts
   * @param texts the folder with everyday messages, column {@code text}
   * @param out where the weights go
   * @throws IOException when a file can't be read or written
   */
  public static void train(Path claims, Path tables, Path texts, Path out) throws IOException {
    List<Claim> register = new ArrayList<>(ClaimRegister.load(claims).claims());
    for (Path table : tables(tables, "claims")) {
      register.addAll(ClaimRegister.load(table).claims());
    }
    List<LabelledPost> posts = new ArrayList<>();
    for (Path table : tables(tables, "posts")) {
      LabelledPost.read(table).stream()
          .filter(post -> !post.split().equals(NOT_LEARNED_FROM))
          .forEach(posts::add);
    }
    List<String> everyday = new ArrayList<>();
    for (String name : EVERYDAY) {
      new TabSeparated(texts.resolve(name), List.of("text"))
          .rows()
          .forEach(row -> everyday.add(row.required("text")));
    }
    MisinformationTraining training = new MisinformationTraining();
    Files.createDirectories(out);
    write(
        out.resolve("match-weights.txt"),
        training.matchWeights(register, posts, everyday, PRECISION));
    write(out.resolve("signal-weights.txt"), training.signalWeights(posts, everyday, FLAGGED));
  }

  private static List<Path> tables(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(name + ".*\\.tsv"))
          .sorted()
          .toList();
    }
  }

  private static void write(Path file, String content) throws IOException {
    Files.writeString(file, content, StandardCharsets.UTF_8);
  }

  /**
   * Arguments: folder of claims, folder of tables, folder of everyday messages, folder for the
   * weights.
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 4) {
      throw new IllegalArgumentException("arguments: CLAIMS_DIR TABLES_DIR TEXTS_DIR OUT_DIR");
    }
    train(
        Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
  }
}
