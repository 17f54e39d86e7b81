package org.otklik.models.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The labelled texts that the shipped models are made of.
 *
 * <p>The project keeps examples, ids and labels ({@code models/src/training}); the texts of the two
 * regions lie in a directory of their own, {@code kursk_train.tsv} and {@code perm_unlabelled.tsv},
 * and are not part of the project.
 *
 * @param kursk messages of the Kursk region with the labels they came with
 * @param kurskCorrected the same messages, wrong labels put right by reading
 * @param perm messages of the Perm region, labelled by reading
 * @param examples written by hand
 */
public record TrainingTexts(
    List<LabelledText> kursk,
    List<LabelledText> kurskCorrected,
    List<LabelledText> perm,
    List<LabelledText> examples) {

  /**
   * Reads all of them.
   *
   * @param labels the directory {@code models/src/training}
   * @param texts the directory with the texts of the regions
   * @throws IOException when a file can't be read
   */
  public static TrainingTexts read(Path labels, Path texts) throws IOException {
    Map<String, String> corrections =
        LabelTable.read(labels.resolve("kursk-corrections.tsv"), "id", "theme")
            .column("id", "theme");
    List<LabelledText> kursk = LabelledText.read(texts.resolve("kursk_train.tsv"));
    List<LabelledText> corrected = new ArrayList<>();
    for (LabelledText text : kursk) {
      String theme = text.id() == null ? null : corrections.get(text.id());
      corrected.add(theme == null ? text : text.withTheme(theme));
    }
    return new TrainingTexts(
        kursk,
        corrected,
        perm(labels.resolve("perm-labels.tsv"), texts.resolve("perm_unlabelled.tsv")),
        LabelledText.read(labels.resolve("examples.tsv")));
  }

  private static List<LabelledText> perm(Path labels, Path texts) throws IOException {
    if (!Files.exists(labels)) {
      return List.of();
    }
    Map<String, String> byId = LabelTable.read(texts, "id", "text").column("id", "text");
    List<LabelledText> perm = new ArrayList<>();
    for (LabelTable.Row row : LabelTable.read(labels, "id", "theme", "type").rows()) {
      String text = byId.get(row.required("id"));
      if (text != null) {
        perm.add(
            new LabelledText(
                row.required("id"),
                text,
                row.required("theme"),
                row.optional("theme2"),
                null,
                row.optional("type")));
      }
    }
    return perm;
  }

  /** Everything a shipped model learns from. */
  public List<LabelledText> all() {
    List<LabelledText> all = new ArrayList<>(kurskCorrected);
    all.addAll(perm);
    all.addAll(examples);
    return all;
  }
}
