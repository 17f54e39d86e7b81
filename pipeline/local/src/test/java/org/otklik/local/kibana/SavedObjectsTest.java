package org.otklik.local.kibana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedObjectsTest {
  private static final String OBJECT =
      "{\"type\":\"lens\",\"id\":\"a\",\"attributes\":{\"title\":\"Я\"}}\n";

  @TempDir private Path folder;

  @Test
  void writesWhatItRead() throws Exception {
    Files.writeString(folder.resolve("b.ndjson"), OBJECT.replace("\"a\"", "\"b\""));
    Files.writeString(folder.resolve("a.ndjson"), OBJECT + "\n");
    Files.writeString(folder.resolve("README.md"), "not an object");

    assertThat(SavedObjects.load(folder).ndjson())
        .isEqualTo(OBJECT + OBJECT.replace("\"a\"", "\"b\""));
  }

  @Test
  void renamesTheIndicesOfDataViewsAndNothingElse() throws Exception {
    Files.writeString(
        folder.resolve("a.ndjson"),
        OBJECT
            + "{\"type\":\"index-pattern\",\"id\":\"b\",\"attributes\":{\"title\":\"posts\",\"name\":\"Сообщения\"}}\n");
    SavedObjects objects = SavedObjects.load(folder);

    SavedObjects renamed = objects.withIndexNames(name -> "kursk-" + name);

    assertThat(renamed.ndjson())
        .isEqualTo(objects.ndjson().replace("\"posts\"", "\"kursk-posts\""));
    assertThat(renamed.all()).extracting(SavedObject::title).containsExactly("Я", "Сообщения");
    assertThat(objects.ndjson()).doesNotContain("kursk-");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"lens"                              | no JSON
          []                                          | no JSON object
          {"exportedCount":42,"missingRefCount":0}    | leave the summary out
          {"type":"lens","attributes":{}}             | key id
          {"type":"lens","id":"b"}                    | key attributes
          {"type":"lens","id":"a","attributes":{}}    | another lens with the id a
          """)
  void namesFileAndLineOfAFault(String line, String fault) throws Exception {
    Files.writeString(folder.resolve("a.ndjson"), OBJECT + line + "\n");

    assertThatThrownBy(() -> SavedObjects.load(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.ndjson, line 2: ")
        .hasMessageContaining(fault);
  }

  @Test
  void saysThatThereIsNothing() {
    assertThatThrownBy(() -> SavedObjects.load(folder)).hasMessageContaining("*.ndjson");
    assertThatThrownBy(() -> SavedObjects.load(folder.resolve("nowhere")))
        .hasMessageContaining("there is no folder");
  }
}
