package org.otklik.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.jobs.channel.Channel;
import org.otklik.jobs.incidents.EventRules;
import org.otklik.jobs.sources.SourceRules;
import org.otklik.jobs.spread.SpreadAfterRefutation;
import org.otklik.jobs.spread.SpreadRules;
import org.otklik.jobs.spread.SuddenSpread;
import org.otklik.models.region.RegionFiles;

/** The small settings files as they ship, and what is said of one that is wrong. */
class SettingsFilesTest {
  private static final Path CONFIGURATION = Path.of("../../config");
  private static final List<String> NAMES = List.of("spread", "events", "sources");

  @TempDir private Path folder;

  @BeforeEach
  void copyTheFiles() throws IOException {
    for (String name : NAMES) {
      copy(name + ".yaml");
      copy(name + ".schema.json");
    }
    Files.createDirectories(folder.resolve("regions"));
    copy("regions/nenets.yaml");
    copy("regions/region.schema.json");
  }

  @Test
  void readsTheFilesThatShip() throws Exception {
    assertThat(SpreadRules.read(CONFIGURATION))
        .isEqualTo(new SpreadRules(new SuddenSpread(6, 4, 6), new SpreadAfterRefutation(4, 3)));
    assertThat(EventRules.read(CONFIGURATION)).isEqualTo(new EventRules(3, 3));
    assertThat(SourceRules.read(CONFIGURATION, Channel.names()))
        .isEqualTo(
            new SourceRules(
                6,
                3,
                4,
                48,
                new SourceRules.Night("23:00", "07:00"),
                List.of("telegram-export", "pos", "im", "json")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"spread", "events", "sources"})
  void explainsEveryKeyInAComment(String name) throws Exception {
    String comments;
    List<String> keys;
    try (Stream<String> lines = Files.lines(CONFIGURATION.resolve(name + ".yaml"))) {
      List<String> all = lines.toList();
      comments = String.join("\n", all.stream().filter(line -> line.startsWith("#")).toList());
      keys =
          all.stream()
              .filter(line -> !line.startsWith("#") && line.contains(":"))
              .map(line -> line.substring(0, line.indexOf(':')).strip())
              .toList();
    }

    assertThat(keys).isNotEmpty().allSatisfy(key -> assertThat(comments).contains(key + ":"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spread|posts: 6|posts: 1|$.sudden.posts|whole number from 2 to 1000",
        "spread|posts: 6|posts: many|$.sudden.posts|whole number from 2 to 1000",
        "spread|  hours: 6||hours|whole number from 1 to 168",
        "spread|hours: 6|days: 1|days|posts, communities and hours",
        "spread|posts: 4|posts: 0|$.after-refutation.posts|whole number from 1 to 1000",
        "events|urgency-level: 3|urgency-level: 4|$.urgency-level|1, 2 or 3",
        "events|oldest-days: 3|oldest-days: 0|$.oldest-days|days from 1 to 60",
        "sources|factor: 3|factor: 0.5|$.factor|number from 1 to 20",
        "sources|\"23:00\"|\"25:00\"|$.night.from|time such as \"23:00\"",
        "sources|\"23:00\"|23|$.night.from|with quotes",
        "sources|\"23:00\"|\"07:00\"|night|null when every hour counts",
        "sources|[telegram-export,|[fax,|leave-out[0]|choose one of [vk,",
        "sources|weeks: 4|weeks: [|not valid YAML|line"
      })
  void namesFileAndKeyAndSaysWhatToDo(
      String name, String right, String wrong, String key, String hint) throws Exception {
    Path file = folder.resolve(name + ".yaml");
    String content = Files.readString(file);
    assertThat(content).contains(right);
    Files.writeString(file, content.replace(right, wrong == null ? "" : wrong));

    assertThatIllegalArgumentException()
        .isThrownBy(reading(name))
        .withMessageContaining(file.toString())
        .withMessageContaining(key)
        .withMessageContaining(hint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"spread", "events", "sources"})
  void saysWhenAFileIsMissing(String name) throws Exception {
    Files.delete(folder.resolve(name + ".yaml"));

    assertThatIllegalArgumentException()
        .isThrownBy(reading(name))
        .withMessageContaining(name + ".yaml is missing");
  }

  @Test
  void leavesOutACommunityByItsId() throws Exception {
    Path file = folder.resolve("sources.yaml");
    String community = new RegionFiles(folder).load("nenets").communities().get(0).id();
    Files.writeString(
        file, Files.readString(file).replace("[telegram-export,", "[\"" + community + "\","));

    assertThat(SourceRules.read(folder, Channel.names()).leaveOut()).contains(community);
  }

  private ThrowingCallable reading(String name) {
    return () -> {
      switch (name) {
        case "spread" -> SpreadRules.read(folder);
        case "events" -> EventRules.read(folder);
        default -> SourceRules.read(folder, Channel.names());
      }
    };
  }

  private void copy(String name) throws IOException {
    Files.copy(CONFIGURATION.resolve(name), folder.resolve(name));
  }
}
