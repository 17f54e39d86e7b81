package org.otklik.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
  @TempDir Path folder;

  @Test
  void quotesTheLastLinesWithoutFrames() throws IOException {
    Path log = folder.resolve("log");
    Files.writeString(
        log,
        """
        first
        fatal exception
        \tat org.example.Server.bind(Server.java:1)
        Caused by: java.net.BindException: Address already in use
        \tat org.example.Socket.bind(Socket.java:1)
        \t... 3 more

        stopped
        """);

    assertThat(LogTail.of(log, 3))
        .isEqualTo(
            "  fatal exception\n  Caused by: java.net.BindException: Address already in use\n  stopped\n");
  }

  @Test
  void readsNoMoreOfALongLogThanItsEnd() throws IOException {
    Path log = folder.resolve("log");
    Files.writeString(log, "x".repeat(1_000_000) + "\nlast\n");

    assertThat(LogTail.of(log, 1)).isEqualTo("  last\n");
  }

  @Test
  void quotesNothingWhenThereIsNoLog() {
    assertThat(LogTail.of(folder.resolve("none"), 3)).isEmpty();
  }
}
