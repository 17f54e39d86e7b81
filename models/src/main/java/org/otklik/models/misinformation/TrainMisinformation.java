package org.otklik.models.misinformation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes the weights of matcher and signals that ship with this jar.
 *
 * <pre>
 * config/claims + models/src/training/claims (claims*.tsv, posts*.tsv) + everyday messages (a directory of their own)
 *      → telling-weights.tsv, match-trees.txt, signal-weights.txt
 * </pre>
 *
 * <p>Of posts that name a split only those of {@code dev} are learned from.
 */
public final class TrainMisinformation {
  private static final double PRECISION = 0.935;
  private static final double FLAGGED = 0.002;
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
   * @param progress hears what is done next, in English
   * @throws IOException when a file can't be read or written
   */
  public static void train(
      Path claims, Path tables, Path texts, Path out, Consumer<String> progress)
      throws IOException {
    List<Claim> shipped = ClaimRegister.load(claims).claims();
    List<Claim> all = new ArrayList<>(shipped);
    for (Path table : tables(tables, "claims")) {
      all.addAll(ClaimRegister.load(table).claims());
    }
    TrainingPosts posts = new TrainingPosts();
    for (Path table : tables(tables, "posts")) {
      List<LabelledPost> learned =
          LabelledPost.read(table).stream()
              .filter(post -> !post.split().equals(NOT_LEARNED_FROM))
              .toList();
      posts.add(register(shipped, all, table), learned);
      progress.accept("read %s: %d posts".formatted(table.getFileName(), learned.size()));
    }
    List<String> everyday = new ArrayList<>();
    for (String name : EVERYDAY) {
      new TabSeparated(texts.resolve(name), List.of("text"))
          .rows()
          .forEach(row -> everyday.add(row.required("text")));
    }
    posts.addEveryday(all, everyday);
    progress.accept("read %d everyday messages".formatted(everyday.size()));
    progress.accept("learning how texts are told, six times");
    Files.createDirectories(out);
    write(out.resolve(TellingModel.WEIGHTS), posts.tellingWeights());
    List<TrainingPosts.Item> told = posts.told();
    progress.accept("growing trees, six times: about a minute");
    write(out.resolve(MatchModel.RESOURCE), new MatchTraining(told).trees(PRECISION));
    progress.accept("weighing signals");
    write(out.resolve(MisinformationSignals.WEIGHTS), new SignalTraining(told).weights(FLAGGED));
    progress.accept("written to " + out);
  }

  /**
   * «posts-3.tsv» are compared with the claims of «claims-3.tsv» and those that ship; posts without
   * a table of claims beside them with all claims.
   */
  private static List<Claim> register(List<Claim> shipped, List<Claim> all, Path posts)
      throws IOException {
    Path own = posts.resolveSibling(posts.getFileName().toString().replace("posts", "claims"));
    if (!Files.exists(own)) {
      return all;
    }
    List<Claim> register = new ArrayList<>(shipped);
    register.addAll(ClaimRegister.load(own).claims());
    return register;
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
        Path.of(arguments[0]),
        Path.of(arguments[1]),
        Path.of(arguments[2]),
        Path.of(arguments[3]),
        System.err::println);
  }
}
