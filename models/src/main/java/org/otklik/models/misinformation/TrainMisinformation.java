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
 *      → telling-weights.tsv, match-trees.txt, signal-weights.txt
 * </pre>
 *
 * <p>Of posts that name a split only those of {@code dev} are learned from.
 */
public final class TrainMisinformation {
  private static final double PRECISION = 0.95;
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
    List<Claim> shipped = ClaimRegister.load(claims).claims();
    List<Claim> all = new ArrayList<>(shipped);
    List<LabelledPost> posts = new ArrayList<>();
    MatchTraining matching = new MatchTraining();
    for (Path table : tables(tables, "posts")) {
      List<Claim> register = new ArrayList<>(shipped);
      register.addAll(ClaimRegister.load(claimsBeside(table)).claims());
      all.addAll(register.subList(shipped.size(), register.size()));
      List<LabelledPost> learned =
          LabelledPost.read(table).stream()
              .filter(post -> !post.split().equals(NOT_LEARNED_FROM))
              .toList();
      matching.add(register, learned);
      posts.addAll(learned);
    }
    List<String> everyday = new ArrayList<>();
    for (String name : EVERYDAY) {
      new TabSeparated(texts.resolve(name), List.of("text"))
          .rows()
          .forEach(row -> everyday.add(row.required("text")));
    }
    matching.addEveryday(all, everyday);
    Files.createDirectories(out);
    write(out.resolve(TellingModel.WEIGHTS), matching.tellingWeights());
    write(out.resolve(MatchModel.RESOURCE), matching.matchTrees(PRECISION));
    write(
        out.resolve(MisinformationSignals.WEIGHTS),
        new MisinformationTraining().signalWeights(posts, everyday, FLAGGED));
  }

  /** «posts-3.tsv» speak of the claims of «claims-3.tsv», and of those that ship. */
  private static Path claimsBeside(Path posts) {
    return posts.resolveSibling(posts.getFileName().toString().replace("posts", "claims"));
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
