package org.otklik.jobs.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.junit.jupiter.api.Test;

class DocumentWriteSerializerTest {
  /** What the fixture holds. */
  private static final List<DocumentWrite> WRITES =
      List.of(
          new DocumentWrite(
              "posts",
              "0f8fad5bd9cb469fa16570867728950e",
              1_700_000_000_000L,
              "{\"text\":\"нет отопления\"}".getBytes(UTF_8)),
          new DocumentWrite("heat", "анива", 0, new byte[0]));

  private final DocumentWriteSerializer serializer = new DocumentWriteSerializer();

  @Test
  void readsTheStateThatVersion1Wrote() throws Exception {
    assertThat(entries(serializer.deserialize(1, fixture()))).isEqualTo(WRITES);
  }

  @Test
  void writesTheStateAsVersion1Does() throws Exception {
    assertThat(serializer.getVersion()).isEqualTo(1);
    assertThat(serializer.serialize(state(WRITES))).isEqualTo(fixture());
  }

  @Test
  void keepsAnIdAndABodyOfAnyLength() throws Exception {
    List<DocumentWrite> writes =
        List.of(new DocumentWrite("posts", "я".repeat(100_000), 1, new byte[200_000]));

    assertThat(entries(serializer.deserialize(1, serializer.serialize(state(writes)))))
        .isEqualTo(writes);
  }

  @Test
  void refusesAVersionThatItDoesNotKnow() {
    assertThatThrownBy(() -> serializer.deserialize(2, fixture()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 2")
        .hasMessageContaining("version 1");
  }

  private static BufferedRequestState<DocumentWrite> state(List<DocumentWrite> writes) {
    return new BufferedRequestState<>(
        writes.stream()
            .map(write -> new RequestEntryWrapper<>(write, write.sizeInBytes()))
            .toList());
  }

  private static List<DocumentWrite> entries(BufferedRequestState<DocumentWrite> state) {
    return state.getBufferedRequestEntries().stream()
        .map(RequestEntryWrapper::getRequestEntry)
        .toList();
  }

  private static byte[] fixture() throws IOException {
    try (InputStream in =
        DocumentWriteSerializerTest.class.getResourceAsStream("waiting-documents-v1.bin")) {
      return in.readAllBytes();
    }
  }
}
