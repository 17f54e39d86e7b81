package org.otklik.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackTest {
  @TempDir(factory = OpenTempFolder.class)
  Path folder;

  @Test
  void startsStopsAndKeepsItsFolderForItself() {
    List<String> closed = new ArrayList<>();
    List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
    LocalStack stack = LocalStack.start(StackSettings.onFreePorts(folder), Progress.silent());
    try (stack) {
      assertThat(listens(stack.elasticsearch().url())).isTrue();
      assertThat(listens(stack.flink().webUrl())).isTrue();
      stack.kafka().createTopics(List.of(new Topic("posts", 1, Map.of())));
      stack.closeFirst(
          () -> closed.add("job while Elasticsearch lives: " + stack.elasticsearch().isAlive()));
      stack.closeFirst(() -> closed.add("console"));

      assertThatThrownBy(
              () -> LocalStack.start(StackSettings.onFreePorts(folder), Progress.silent()))
          .isInstanceOf(StackException.class)
          .hasMessage(
              "the folder %s is in use by another stack (process %d): stop it, or choose another folder with --folder",
              folder, ProcessHandle.current().pid());
    }
    stack.close();

    assertThat(closed).containsExactly("console", "job while Elasticsearch lives: true");
    assertThat(listens(stack.elasticsearch().url())).isFalse();
    assertThat(listens(stack.flink().webUrl())).isFalse();
    assertThat(listens(URI.create("kafka://" + stack.kafka().bootstrapServers()))).isFalse();
    Eventually.is(
        "no child process is left",
        () -> ProcessHandle.current().descendants().allMatch(before::contains));
  }

  @Test
  void saysWhichSettingToChangeWhenAPortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(
              () ->
                  LocalStack.start(
                      new StackSettings(folder, 0, port, 0, 512, 1), Progress.silent()))
          .isInstanceOf(StackException.class)
          .hasMessage(
              "port %d for Elasticsearch is taken: stop the program that listens there, or choose another with"
                  + " --elasticsearch-port (0 = any free port)",
              port);
    }
  }

  @Test
  void refusesOnePortForTwoParts() {
    assertThatThrownBy(() -> new StackSettings(folder, 9092, 9200, 9200, 512, 1))
        .isInstanceOf(StackException.class)
        .hasMessage("--elasticsearch-port and --flink-port are both 9200: give each its own");
  }

  @Test
  void stopsAllWhenTheProcessIsAskedToEnd() throws Exception {
    try (ChildJvm owner = ChildJvm.run(List.of(), Owner.class, folder.toString())) {
      owner.awaitLine("started");
      List<ProcessHandle> family = owner.descendants();
      assertThat(family).isNotEmpty();

      owner.process().destroy();

      assertThat(owner.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
      Eventually.is(
          "Elasticsearch is gone", () -> family.stream().noneMatch(ProcessHandle::isAlive));
    }
  }

  /** Owns a stack until it is ended. */
  static final class Owner {
    public static void main(String[] arguments) throws InterruptedException {
      LocalStack.start(StackSettings.onFreePorts(Path.of(arguments[0])), Progress.silent());
      System.out.println("started");
      Thread.currentThread().join();
    }
  }

  private static boolean listens(URI address) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 1000);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
