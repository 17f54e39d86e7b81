package org.otklik.jobs.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.channel.Reading.Outcome;
import org.otklik.models.post.PostKind;

/** Reads real records of scrapers, where they lie beside the repository. */
class TelegramNewsSampleTest {
  private static final Path SAMPLE =
      Path.of("shared", "data", "samples", "telegram_news_sample.jsonl");

  @Test
  void readsRealRecords() throws IOException {
    Path file = find();
    assumeTrue(file != null, "the shared sample is not here");
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

    try (RecordFile records = RecordFile.open(Channel.TELEGRAM, file)) {
      while (records.hasNext()) {
        for (Reading reading : NativeRecords.read(Channel.TELEGRAM, records.next())) {
          outcomes.merge(reading.outcome(), 1, Integer::sum);
          if (reading.post() != null) {
            assertThat(reading.post().nativeId()).matches("-\\d+/\\d+");
            assertThat(reading.post().kind()).isEqualTo(PostKind.POST);
            assertThat(reading.post().communityName()).isNotBlank();
          }
        }
      }
    }

    assertThat(outcomes).containsEntry(Outcome.DEAD_LETTER, 1).containsEntry(Outcome.POST, 2499);
  }

  private static @Nullable Path find() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(SAMPLE))) {
        return folder.resolve(SAMPLE);
      }
    }
    return null;
  }
}
