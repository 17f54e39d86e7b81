package org.otklik.models.place;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place's name in a text with what stands around it.
 *
 * @param first its first word
 * @param last its last word
 * @param readings what it may mean
 * @param letter how it begins
 * @param typeWord the sort of place that a word before it tells, or null
 * @param preposition the preposition before it, or empty
 * @param role what the place is to the text's problem
 * @param cues further signs around it
 */
record Mention(
    int first,
    int last,
    List<Reading> readings,
    Letter letter,
    PlaceWords.@Nullable Sort typeWord,
    String preposition,
    Role role,
    Cues cues) {

  /** The same mention in another role. */
  Mention withRole(Role other) {
    return new Mention(first, last, readings, letter, typeWord, preposition, other, cues);
  }

  /** One of the meanings, with the cases in which the name stands for it. */
  record Reading(NamePattern pattern, Meaning meaning, int cases) {}

  /** How a mention begins. */
  enum Letter {
    CAPITAL,
    SENTENCE_START,
    LOWER
  }

  /** How well a name is spelt. */
  enum Spelling {
    EXACT,
    SOUNDS_ALIKE,
    ONE_LETTER
  }

  /** What a place is to a problem: where it is, where people come from or go to. */
  enum Role {
    LOCATION(1.0),
    NAMED(0.9),
    ORIGIN(0.65),
    DESTINATION(0.5),
    ROUTE(0.5),
    COMPARISON(0.3);

    private final double share;

    Role(double share) {
      this.share = share;
    }

    /** How much of a mention's strength counts when places compete. */
    double share() {
      return share;
    }
  }

  /**
   * Signs around a mention.
   *
   * @param municipality a word such as «район» or «округ» stands beside it
   * @param person it looks like somebody's name
   * @param quoted it is the name of something in quotation marks
   * @param modifier an adjective with its noun after it: «солнечный день»
   * @param nounAfter a lower-case noun follows that agrees with it: «корсаковская больница»
   * @param institution that noun is something that towns and districts have: hospital, school, road
   * @param ofRegion «область» or «край» follows: it is not the city
   * @param heading it stands at the start, before a comma, colon or dash
   * @param street a street follows
   * @param spelling how well it is spelt
   * @param afterNoun a noun stands before it that it may belong to: «жители Холмска»
   * @param everyday the dictionary knows the word as one of everyday language
   * @param surname the word may be a surname
   */
  record Cues(
      boolean municipality,
      boolean person,
      boolean quoted,
      boolean modifier,
      boolean nounAfter,
      boolean institution,
      boolean ofRegion,
      boolean heading,
      boolean street,
      Spelling spelling,
      boolean afterNoun,
      boolean everyday,
      boolean surname) {}
}
