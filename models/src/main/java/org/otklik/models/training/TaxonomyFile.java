package org.otklik.models.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What training takes from {@code config/taxonomy.yaml}: themes, categories, synonyms. */
final class TaxonomyFile {
  private final Map<String, String> themeOfCategory = new LinkedHashMap<>();
  private final List<LabelledText> synonyms = new ArrayList<>();

  private TaxonomyFile() {}

  static TaxonomyFile read(Path file) throws IOException {
    TaxonomyFile taxonomy = new TaxonomyFile();
    for (JsonNode theme : new YAMLMapper().readTree(file.toFile()).path("themes")) {
      String themeId = theme.path("id").asText();
      for (JsonNode category : theme.path("categories")) {
        String id = category.path("id").asText();
        taxonomy.themeOfCategory.put(id, themeId);
        for (JsonNode synonym : category.path("synonyms")) {
          taxonomy.synonyms.add(new LabelledText(null, synonym.asText(), themeId, null, id, null));
        }
      }
    }
    return taxonomy;
  }

  /** The theme a category belongs to. */
  String theme(String category) {
    String theme = themeOfCategory.get(category);
    if (theme == null) {
      throw new IllegalArgumentException("the taxonomy has no category " + category);
    }
    return theme;
  }

  /** Each synonym as a text of its category. */
  List<LabelledText> synonyms() {
    return List.copyOf(synonyms);
  }
}
