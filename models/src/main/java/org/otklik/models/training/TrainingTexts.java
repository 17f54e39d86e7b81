package org.otklik.models.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The labelled texts that the shipped models are made of.
 *
 * <p>The project keeps examples, ids and labels ({@code models/src/training}); the texts of the two
 * regions lie in a directory of their own, {@code kursk_train.tsv} and {@code perm_unlabelled.tsv},
 * and are not part of the project.
 *
 * @param kursk messages of the Kursk region with the labels they came with
 * @param kurskCorrected the same messages in the same order, wrong labels put right by reading,
 *     with categories; without types
 * @param perm messages of the Perm region, labelled by reading
 * @param written examples and short phrases written by hand
 * @param synonyms synonyms of the taxonomy; without types
 * @param kurskTypes some of the Kursk messages with types stated by reading: for judging only
 */
public record TrainingTexts(
    List<LabelledText> kursk,
    List<LabelledText> kurskCorrected,
    List<LabelledText> perm,
    List<LabelledText> written,
    List<LabelledText> synonyms,
    List<LabelledText> kurskTypes) {

  /**
   * Reads all of them.
   *
   * @param labels the directory {@code models/src/training}
   * @param texts the directory with the texts of the regions
   * @param taxonomyFile the file {@code config/taxonomy.yaml}
   * @throws IOException when a file can't be read
   */
  public static TrainingTexts read(Path labels, Path texts, Path taxonomyFile) throws IOException {
    TaxonomyFile taxonomy = TaxonomyFile.read(taxonomyFile);
    Map<String, String> corrections =
        LabelTable.read(labels.resolve("kursk-corrections.tsv"), "id", "theme")
            .column("id", "theme");
    Map<String, String> categories =
        LabelTable.read(labels.resolve("kursk-topic-to-category.tsv"), "topic", "category")
            .column("topic", "category");
    Map<String, String> types =
        LabelTable.read(labels.resolve("kursk-types.tsv"), "id", "type").column("id", "type");
    List<LabelledText> kursk = new ArrayList<>();
    List<LabelledText> corrected = new ArrayList<>();
    List<LabelledText> typed = new ArrayList<>();
    LabelTable table =
        LabelTable.read(texts.resolve("kursk_train.tsv"), "id", "text", "topic", "theme");
    for (LabelTable.Row row : table.rows()) {
      String id = row.required("id");
      String theme = row.required("theme");
      String category = categories.get(row.required("topic"));
      LabelledText text =
          new LabelledText(
              id,
              row.required("text"),
              theme,
              null,
              category != null && taxonomy.theme(category).equals(theme) ? category : null,
              null);
      kursk.add(text);
      corrected.add(text.withTheme(corrections.getOrDefault(id, theme)));
      String type = types.get(id);
      if (type != null) {
        typed.add(text.withType(type));
      }
    }
    List<LabelledText> written = new ArrayList<>(LabelledText.read(labels.resolve("examples.tsv")));
    written.addAll(phrases(labels.resolve("phrases.tsv"), taxonomy));
    return new TrainingTexts(
        List.copyOf(kursk),
        List.copyOf(corrected),
        perm(labels.resolve("perm-labels.tsv"), texts.resolve("perm_unlabelled.tsv")),
        List.copyOf(written),
        taxonomy.synonyms(),
        List.copyOf(typed));
  }

  private static List<LabelledText> phrases(Path file, TaxonomyFile taxonomy) throws IOException {
    List<LabelledText> phrases = new ArrayList<>();
    for (LabelTable.Row row : LabelTable.read(file, "text", "category", "type").rows()) {
      String category = row.required("category");
      phrases.add(
          new LabelledText(
              null,
              row.required("text"),
              taxonomy.theme(category),
              null,
              category,
              row.required("type")));
    }
    return phrases;
  }

  private static List<LabelledText> perm(Path labels, Path texts) throws IOException {
    Map<String, String> byId = LabelTable.read(texts, "id", "text").column("id", "text");
    List<LabelledText> perm = new ArrayList<>();
    for (LabelTable.Row row : LabelTable.read(labels, "id", "theme", "type").rows()) {
      @Nullable String text = byId.get(row.required("id"));
      if (text != null) {
        perm.add(
            new LabelledText(
                row.required("id"),
                text,
                row.required("theme"),
                row.optional("theme2"),
                null,
                row.required("type")));
      }
    }
    return List.copyOf(perm);
  }

  /** Everything that is not from a region: always trained on. */
  public List<LabelledText> always() {
    List<LabelledText> always = new ArrayList<>(written);
    always.addAll(synonyms);
    return always;
  }

  /** Everything a shipped model learns from. */
  public List<LabelledText> all() {
    List<LabelledText> all = new ArrayList<>(kurskCorrected);
    all.addAll(perm);
    all.addAll(always());
    return all;
  }
}
