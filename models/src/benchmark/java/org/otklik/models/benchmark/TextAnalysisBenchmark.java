package org.otklik.models.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.otklik.models.text.PersonalDataMasker;
import org.otklik.models.topic.MessageReader;
import org.otklik.models.topic.Understanding;

/**
 * Messages per second on one core: masking, words, dictionary forms, theme, category, type,
 * urgency, deciding words. The messages are the column {@code text} of the file named by the system
 * property {@code messages}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class TextAnalysisBenchmark {
  private List<String> messages = List.of();
  private final MessageReader reader = MessageReader.load();
  private int next;

  /** Reads the messages. */
  @Setup
  public void read() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of(System.getProperty("messages")), StandardCharsets.UTF_8);
    int text = List.of(lines.get(0).split("\t")).indexOf("text");
    messages = lines.stream().skip(1).map(line -> line.split("\t", -1)[text]).toList();
  }

  /** One message. */
  @Benchmark
  public Understanding understand() {
    next = (next + 1) % messages.size();
    return reader.read(PersonalDataMasker.mask(messages.get(next)));
  }
}
