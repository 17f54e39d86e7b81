package org.otklik.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedProcessTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  /** Starts a child of its own, as Elasticsearch does, and prints the ids of both. */
  private static final String SERVER = "sleep 600 & echo $$ $!; wait";

  private static final String STUBBORN_SERVER = "trap '' TERM; " + SERVER;

  @TempDir(factory = OpenTempFolder.class)
  Path folder;

  @Test
  void stopsTheServerAndAllThatItStarted() throws IOException {
    GuardedProcess process = start(SERVER, LONG);
    List<ProcessHandle> family = family();

    process.stop();

    assertThat(process.isAlive()).isFalse();
    assertGone(family);
  }

  @Test
  void killsAServerThatDoesNotStopInTime() throws IOException {
    GuardedProcess process = start(STUBBORN_SERVER, Duration.ofSeconds(1));
    List<ProcessHandle> family = family();

    process.stop();

    assertGone(family);
  }

  @Test
  void killsAtOnceWhenTold() throws IOException {
    GuardedProcess process = start(STUBBORN_SERVER, LONG);
    List<ProcessHandle> family = family();

    long begin = System.nanoTime();
    process.kill();

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONG);
    assertGone(family);
  }

  @Test
  void endsWhenTheServerEnds() throws IOException, InterruptedException {
    GuardedProcess process = start("echo done", LONG);

    assertThat(process.awaitExit(LONG)).isTrue();

    assertThat(output()).hasContent("done");
  }

  @Test
  void killsTheServerWhenItsGuardsAreKilled() throws IOException, InterruptedException {
    GuardedProcess process = start(SERVER, LONG);
    List<ProcessHandle> family = family();
    process.awaitExit(Duration.ofMillis(1));

    ProcessHandle.current()
        .children()
        .flatMap(child -> Stream.concat(Stream.of(child), child.descendants()))
        .filter(handle -> !family.contains(handle))
        .forEach(ProcessHandle::destroyForcibly);

    assertGone(family);
  }

  @Test
  void serverDoesNotOutliveTheProcessGroupOfItsOwner() throws IOException {
    // With "set -m" the shell gives its background job, the JVM, a process group of its own.
    List<String> inGroupOfItsOwn =
        List.of("bash", "-c", "set -m; \"$@\" & echo group $!; exec 2>/dev/null; wait", "bash");
    try (ChildJvm owner = ChildJvm.run(inGroupOfItsOwn, Owner.class, folder.toString())) {
      String group = owner.awaitLine("group ");
      owner.awaitLine("started");
      List<ProcessHandle> family = family();

      new ProcessBuilder("bash", "-c", "kill -KILL -- -" + group).inheritIO().start();

      assertGone(family);
    }
  }

  /** Owns a server until it is killed. */
  static final class Owner {
    public static void main(String[] arguments) throws IOException, InterruptedException {
      start(Path.of(arguments[0]), SERVER, LONG);
      System.out.println("started");
      Thread.currentThread().join();
    }
  }

  private GuardedProcess start(String script, Duration grace) throws IOException {
    return start(folder, script, grace);
  }

  private static GuardedProcess start(Path folder, String script, Duration grace)
      throws IOException {
    return GuardedProcess.start(
        List.of("bash", "-c", script),
        ServerUser.current(),
        folder,
        Map.of("PATH", System.getenv("PATH")),
        folder.resolve("output"),
        grace);
  }

  /** A process that has ended is seen until its parent, or init, has taken note. */
  private static void assertGone(List<ProcessHandle> family) {
    assertThat(family).hasSize(2);
    Eventually.is(
        "the server and its child are gone",
        () -> family.stream().noneMatch(ProcessHandle::isAlive));
  }

  private Path output() {
    return folder.resolve("output");
  }

  /** The server and its child, once both have said that they are there. */
  private List<ProcessHandle> family() throws IOException {
    Eventually.is(
        "the server has started", () -> Files.exists(output()) && output().toFile().length() > 0);
    return Stream.of(Files.readString(output()).strip().split(" "))
        .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
        .toList();
  }
}
