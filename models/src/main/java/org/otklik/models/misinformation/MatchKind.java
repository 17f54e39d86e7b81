package org.otklik.models.misinformation;

import java.util.Locale;

/** How a post repeats a claim. */
public enum MatchKind {
  /** Word for word, perhaps with something before or after. */
  COPY("дословная копия"),
  /** With a few words changed, left out or moved. */
  LIGHT_EDIT("лёгкая правка"),
  /** The same in other words. */
  PARAPHRASE("пересказ"),
  /** A part of the claim, mentioned beside something else. */
  PARTIAL("упоминание части"),
  /** The post asks whether the claim is true. */
  QUESTION("вопрос об утверждении");

  private final String name;

  MatchKind(String name) {
    this.name = name;
  }

  /**
   * The code in records and indices: {@code copy}, {@code light-edit}, {@code paraphrase}, {@code
   * partial}, {@code question}.
   */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name that staff see. */
  public String russianName() {
    return name;
  }
}
