package org.otklik.models.place;

import org.otklik.models.place.Meaning.Kind;
import org.otklik.models.place.Mention.Cues;
import org.otklik.models.place.Mention.Letter;
import org.otklik.models.place.Mention.Reading;
import org.otklik.models.place.Mention.Role;
import org.otklik.models.place.Mention.Spelling;

/**
 * How sure it is, between 0 and 1, that a mention names a place at all, whichever of its namesakes.
 * A clear name is believed as it stands; one that is also an everyday word, a surname or an
 * adjective needs cues: a word for the sort of place, a preposition with the case it governs, a
 * capital letter, the community's home.
 */
final class MentionStrength {
  private static final int LARGE_TOWN = 20_000;
  private static final int TOWN = 3_000;
  private static final int LARGE_VILLAGE = 1_000;

  private MentionStrength() {}

  /** The strength of one reading of a mention, not yet divided among namesakes. */
  static double of(Mention mention, Reading reading, boolean atHome) {
    Cues cues = mention.cues();
    Meaning meaning = reading.meaning();
    if (cues.quoted() || cues.person()) {
      return 0.05;
    }
    if (cues.ofRegion() && meaning.kind() != Kind.REGION && meaning.kind() != Kind.OUTSIDE) {
      return 0;
    }
    if (reading.pattern().adjective()) {
      return ofAdjective(mention, reading, atHome);
    }
    if (cues.municipality()
        && meaning.kind() == Kind.SETTLEMENT
        && reading.pattern().isAdjectival()) {
      return 0;
    }
    if (cues.modifier() && reading.pattern().isAdjectival() && mention.typeWord() == null) {
      return 0.03;
    }
    double strength = ofName(mention, reading, atHome);
    return strength * ofSpelling(mention, meaning, atHome);
  }

  private static double ofAdjective(Mention mention, Reading reading, boolean atHome) {
    Cues cues = mention.cues();
    Meaning meaning = reading.meaning();
    boolean municipality = meaning.kind() == Kind.MUNICIPALITY;
    if (cues.municipality()) {
      return municipality ? 0.95 : 0.6;
    }
    if (mention.typeWord() != null) {
      return 0;
    }
    double strength;
    Gazetteer.Settlement settlement = meaning.settlement();
    boolean village = settlement != null && settlement.population() < LARGE_VILLAGE && !atHome;
    if (cues.institution()) {
      strength = village ? 0.45 : 0.8;
    } else if (cues.nounAfter()) {
      strength = 0.42;
    } else if (mention.letter() == Letter.LOWER) {
      strength = 0.25;
    } else {
      strength = municipality ? 0.6 : 0.3;
    }
    if (meaning.needsContext()) {
      strength *= atHome ? 0.8 : 0.5;
    }
    return strength * ofSpelling(mention, meaning, atHome);
  }

  private static double ofName(Mention mention, Reading reading, boolean atHome) {
    Cues cues = mention.cues();
    Meaning meaning = reading.meaning();
    if (mention.typeWord() == PlaceWords.Sort.PART) {
      return atHome || meaning.needsContext() ? 0.9 : 0.65;
    }
    if (mention.typeWord() != null) {
      if (!cues.everyday() || mention.letter() != Letter.LOWER) {
        return 0.95;
      }
      return reading.pattern().isAdjectival() || mention.typeWord() == PlaceWords.Sort.ANY
          ? 0.4
          : 0.7;
    }
    boolean governed = (PlaceWords.governedBy(mention.preposition()) & reading.cases()) != 0;
    boolean inside = isInside(mention.preposition());
    boolean capital = mention.letter() == Letter.CAPITAL;
    boolean start = mention.letter() == Letter.SENTENCE_START;
    double home = atHome ? 0.2 : 0;
    boolean large = isAtLeast(meaning, LARGE_TOWN);
    boolean weakWord = cues.everyday() && !(large && !reading.pattern().isAdjectival());
    if (weakWord || meaning.needsContext()) {
      double town = isAtLeast(meaning, TOWN) ? 0.1 : 0;
      if (governed && capital) {
        boolean firm =
            inside || mention.role() == Role.ORIGIN || mention.role() == Role.DESTINATION;
        double base = mention.preposition().equals("на") ? 0.55 : firm ? 0.72 : 0.6;
        return Math.min(0.92, base + town + home);
      }
      if (capital) {
        return Math.min(0.8, 0.38 + town + home);
      }
      if (start) {
        return cues.heading() || cues.street() ? 0.45 + town + home : 0.2 + town / 2 + home / 2;
      }
      if (governed) {
        return meaning.needsContext() && !cues.everyday()
            ? 0.45 + home
            : inside ? 0.2 + home : 0.12 + home / 2;
      }
      if (cues.street()) {
        return 0.4 + home;
      }
      return meaning.needsContext() && !cues.everyday() ? 0.3 + home : 0.03;
    }
    if (cues.surname()) {
      boolean locative =
          governed && (reading.cases() & (Cases.PREPOSITIONAL | Cases.INSTRUMENTAL)) != 0;
      if (governed
          && (inside
              || locative
              || mention.role() == Role.ORIGIN && !mention.preposition().equals("от"))) {
        return mention.letter() == Letter.LOWER ? 0.7 : 0.85;
      }
      if (governed && capital) {
        return 0.6 + home;
      }
      if (cues.heading() || cues.street() || mention.role() == Role.ROUTE) {
        return 0.75;
      }
      boolean town = isAtLeast(meaning, TOWN);
      if ((reading.cases() & Cases.NOMINATIVE) != 0 && town) {
        return (start ? 0.6 : 0.4) + home;
      }
      return cues.afterNoun() && town ? 0.5 + home : 0.3 + home;
    }
    double base = mention.letter() == Letter.LOWER ? 0.72 : 0.82;
    if (governed) {
      base += 0.1;
    }
    if (reading.pattern().words().length > 1) {
      base += 0.04;
    }
    return Math.min(0.96, base);
  }

  /** A village's name is one letter away from too many words to be guessed without support. */
  private static double ofSpelling(Mention mention, Meaning meaning, boolean atHome) {
    if (mention.cues().spelling() == Spelling.EXACT) {
      return 1;
    }
    boolean village = meaning.settlement() != null && !isAtLeast(meaning, LARGE_VILLAGE);
    if (mention.cues().spelling() == Spelling.ONE_LETTER && village && !atHome) {
      return 0.5;
    }
    boolean cued =
        mention.typeWord() != null || mention.cues().street() || mention.cues().heading();
    return cued ? 0.9 : 0.8;
  }

  private static boolean isInside(String preposition) {
    return switch (preposition) {
      case "в", "во", "из", "изо", "до", "под", "за", "через", "близ" -> true;
      default -> false;
    };
  }

  /** Only by its own name a town is known to everybody, not by that of one of its parts. */
  private static boolean isAtLeast(Meaning meaning, int population) {
    Gazetteer.Settlement settlement = meaning.settlement();
    return settlement != null
        && settlement.population() >= population
        && settlement.name().equals(meaning.name());
  }
}
