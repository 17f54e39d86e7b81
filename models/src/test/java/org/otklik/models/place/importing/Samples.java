package org.otklik.models.place.importing;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The small sample of every kind of source. */
final class Samples {
  private Samples() {}

  static Path file(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(Samples.class.getResource("/place/importing/" + name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static ImportRequest tables() {
    return new ImportRequest(
        "kursk",
        List.of(file("municipalities.tsv")),
        List.of(file("settlements.tsv")),
        List.of(),
        "",
        List.of(),
        List.of(),
        null,
        null,
        null);
  }

  /** ОКТМО and points of a map, with or without boundaries. */
  static ImportRequest maps(@Nullable Path boundaries) {
    return new ImportRequest(
        "kursk",
        boundaries == null ? List.of(file("municipalities.tsv")) : List.of(),
        List.of(),
        List.of(file("oktmo.csv")),
        "38",
        List.of(file("places.geojson")),
        List.of(file("RU-sample.txt")),
        "41",
        boundaries == null ? new BoundingBox(50.9, 35, 51.3, 36) : null,
        boundaries);
  }
}
