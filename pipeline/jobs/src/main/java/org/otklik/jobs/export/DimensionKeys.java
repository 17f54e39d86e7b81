package org.otklik.jobs.export;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.otklik.models.region.Region;

/**
 * The keys that the dimensions have: what a row refers to is one of them, so every join finds its
 * partner.
 */
final class DimensionKeys implements Serializable {
  private static final long serialVersionUID = 1L;

  /** For what is not known. */
  static final String UNKNOWN = "не определено";

  /** For what the configuration does not have, or no longer. */
  static final String UNLISTED = "нет в справочнике";

  private final Set<String> municipalities;
  private final Set<String> themes;
  private final Set<String> categories;

  DimensionKeys(Region region, Taxonomy taxonomy) {
    municipalities =
        region.municipalities().stream()
            .map(Region.Municipality::name)
            .collect(Collectors.toCollection(HashSet::new));
    themes =
        taxonomy.themes().stream()
            .map(Taxonomy.Theme::id)
            .collect(Collectors.toCollection(HashSet::new));
    categories =
        taxonomy.themes().stream()
            .flatMap(theme -> theme.categories().stream())
            .map(Taxonomy.Category::id)
            .collect(Collectors.toCollection(HashSet::new));
  }

  String municipality(@Nullable String name) {
    return key(municipalities, name);
  }

  String theme(@Nullable String id) {
    return key(themes, id);
  }

  String category(@Nullable String id) {
    return key(categories, id);
  }

  private static String key(Set<String> known, @Nullable String wanted) {
    if (wanted == null) {
      return UNKNOWN;
    }
    return known.contains(wanted) ? wanted : UNLISTED;
  }
}
