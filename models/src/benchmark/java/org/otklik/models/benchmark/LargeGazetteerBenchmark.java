package org.otklik.models.benchmark;

import java.util.ArrayList;
import java.util.List;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.otklik.models.place.GazetteerRows;
import org.otklik.models.place.PlaceResolver;

/**
 * Seconds to make a resolver of 150,000 generated names; the heap that it keeps is printed at the
 * end.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class LargeGazetteerBenchmark {
  private static final int NAMES = 150_000;
  private static final String[] SYLLABLES = {
    "ка", "мо", "ре", "ста", "ли", "но", "ду", "ви", "бел", "гор", "зар", "луг", "пол", "тих"
  };
  private static final String[] ENDINGS = {"ово", "ино", "ка", "ск", "ое", "ая", "ный", "ец", "ье"};

  private GazetteerRows rows = new GazetteerRows("x", List.of(), List.of(), List.of(), List.of());
  private long before;
  private PlaceResolver resolver;

  /** Makes the rows. */
  @Setup
  public void generate() {
    List<String> municipalities = new ArrayList<>();
    municipalities.add("region\tmunicipality\tofficial_name\tseat\tlat\tlon");
    for (int i = 0; i < 50; i++) {
      municipalities.add("x\tОкруг" + i + "\t\t\t50\t" + (40 + i / 10.0));
    }
    List<String> settlements = new ArrayList<>(NAMES + 1);
    settlements.add("region\tmunicipality\tname\ttype\tpopulation\tlat\tlon\tprecision");
    Random random = new Random(7);
    for (int i = 0; i < NAMES; i++) {
      StringBuilder name = new StringBuilder();
      for (int j = 0; j < 4 + random.nextInt(2); j++) {
        name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
      name.append(ENDINGS[random.nextInt(ENDINGS.length)]);
      name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
      settlements.add(
          "x\tОкруг"
              + i % 50
              + "\t"
              + name
              + "\tсело\t\t50\t"
              + (40 + i % 500 / 100.0)
              + "\tpoint");
    }
    rows =
        new GazetteerRows(
            "x",
            settlements,
            municipalities,
            List.of("region\tmunicipality\tsettlement\talias\tkind\tneeds_context"),
            List.of("name\tregion\tpopulation\tlat\tlon"));
    before = used();
  }

  /** The whole way from lines to a resolver. */
  @Benchmark
  public PlaceResolver load() {
    resolver = new PlaceResolver(rows.gazetteer(), "x");
    return resolver;
  }

  /** Prints the heap that the last resolver keeps. */
  @TearDown
  public void tell() {
    System.out.printf("heap kept by one resolver: %d MB%n", (used() - before) >> 20);
    if (resolver == null) {
      throw new IllegalStateException("nothing was loaded");
    }
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
