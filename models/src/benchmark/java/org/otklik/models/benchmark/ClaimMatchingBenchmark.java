package org.otklik.models.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.otklik.models.misinformation.Claim;
import org.otklik.models.misinformation.ClaimMatch;
import org.otklik.models.misinformation.ClaimMatcher;
import org.otklik.models.misinformation.Misinformation;
import org.otklik.models.misinformation.MisinformationAnalyzer;
import org.otklik.models.text.Lemmatizer;
import org.otklik.models.text.Token;

/**
 * Posts per second on one core against a register of 10,000 claims. A claim is made of two
 * stretches of four to six words from the messages named by the system property {@code messages},
 * so that its words are as common as people's words are; the posts are those messages, already
 * split into words, as the job has them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class ClaimMatchingBenchmark {
  private static final int CLAIMS = 10_000;

  private record Post(String text, List<Token> tokens) {}

  private final List<Post> posts = new ArrayList<>();
  private ClaimMatcher matcher = ClaimMatcher.of(List.of());
  private MisinformationAnalyzer analyzer = new MisinformationAnalyzer(matcher);
  private int next;

  /** Reads the messages and makes the claims. */
  @Setup
  public void prepare() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of(System.getProperty("messages")), StandardCharsets.UTF_8);
    int text = List.of(lines.get(0).split("\t")).indexOf("text");
    List<String> messages = lines.stream().skip(1).map(line -> line.split("\t", -1)[text]).toList();
    Lemmatizer lemmatizer = new Lemmatizer();
    messages.forEach(message -> posts.add(new Post(message, lemmatizer.tokens(message))));
    Random random = new Random(5);
    List<Claim> claims = new ArrayList<>(CLAIMS);
    for (int i = 0; i < CLAIMS; i++) {
      String claim = stretch(messages, random) + " " + stretch(messages, random);
      claims.add(
          new Claim(
              "c" + i, claim, List.of(), "", "", "", null, null, null, null, List.of(), null));
    }
    matcher = ClaimMatcher.of(claims);
    analyzer = new MisinformationAnalyzer(matcher);
  }

  private static String stretch(List<String> messages, Random random) {
    while (true) {
      String[] words = messages.get(random.nextInt(messages.size())).split("\\s+");
      int length = 4 + random.nextInt(3);
      if (words.length >= length) {
        int from = random.nextInt(words.length - length + 1);
        return String.join(" ", List.of(words).subList(from, from + length));
      }
    }
  }

  private Post post() {
    next = (next + 1) % posts.size();
    return posts.get(next);
  }

  /** The claim that one post repeats. */
  @Benchmark
  public Optional<ClaimMatch> match() {
    Post post = post();
    return matcher.match(post.text, post.tokens);
  }

  /** The same, and all signals. */
  @Benchmark
  public Misinformation analyze() {
    Post post = post();
    return analyzer.analyze(post.text, post.tokens, false);
  }
}
