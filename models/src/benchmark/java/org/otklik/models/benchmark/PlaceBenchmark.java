package org.otklik.models.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import org.otklik.models.place.Gazetteer;
import org.otklik.models.place.Place;
import org.otklik.models.place.PlaceQuery;
import org.otklik.models.place.PlaceResolver;

/**
 * Places per second on one core, with the delivered gazetteer of Sakhalin. The messages are the
 * column {@code text} of the file named by the system property {@code messages}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class PlaceBenchmark {
  private final PlaceResolver resolver =
      new PlaceResolver(
          Gazetteer.load(Path.of("..", "config", "gazetteer"), "sakhalin"), "sakhalin");

  private List<PlaceQuery> messages = List.of();
  private int next;

  /** Reads the messages. */
  @Setup
  public void read() throws IOException {
    List<String> lines = Files.readAllLines(Path.of(System.getProperty("messages")));
    int text = List.of(lines.get(0).split("\t")).indexOf("text");
    messages =
        lines.stream()
            .skip(1)
            .map(line -> PlaceQuery.of(line.split("\t", -1)[text], null))
            .toList();
  }

  /** One message. */
  @Benchmark
  public Place resolve() {
    next = (next + 1) % messages.size();
    return resolver.resolve(messages.get(next));
  }
}
