package org.otklik.models.misinformation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the matcher compares of a claim's wording and a stretch of a post. A term counts as much as
 * it is rare (its weight, 0 to 1); shares are of that weight, from 0 to 1.
 */
enum MatchFeature {
  /** Share of the wording that the post says too, in any way. */
  COVERAGE,
  /** Share of the wording that stands in the post in the same dictionary form. */
  EXACT,
  /**
   * Of the wording's things (who, what, when) and events the share of that which is shared less.
   */
  EVENTS_AND_THINGS,
  /** Share of the wording's verbs that the post says too; −1 when it has none. */
  VERBS,
  /** Share, by count, of the wording's names that the post says too; −1 when it has none. */
  NAMES,
  /**
   * Coverage of the clause of the wording that the post says best, of those with at least two words
   * of content: who passes a rumour on often keeps its first half.
   */
  CLAUSE,
  /**
   * Coverage less that of the claim that the post says best, of those that share words of the post
   * which this one does not share: how clearly the post speaks of this claim and no other. Where
   * there is none it is the coverage.
   */
  MARGIN,
  /** Weight of all that is shared: two common words say little, five rare ones much. */
  WEIGHT,
  /** How many terms of the wording the post says too. */
  SHARED,
  /** Weight of all terms of the wording that the post does not say. */
  MISSING,
  /** Weight of the rarest term that the post does not say. */
  MISSING_STRONGEST,
  /** Weight of the rarest but one. */
  MISSING_SECOND,
  /** How many terms with content the stretch of the post has. */
  POST_LENGTH,
  /** How many of them are shared. */
  SHARED_IN_POST,
  /** Share of the stretch that is shared. */
  POST_SHARE,
  /** Share of the sentences that hold shared words, which is shared. */
  DENSITY,
  /** Share of the clauses that hold shared words, which is shared: also high in passing mention. */
  CLAUSE_DENSITY,
  /**
   * Terms from the first shared one to the last, for each shared one: 1 when nothing is between.
   */
  SPAN,
  /** Share of neighbouring words of the wording that are neighbours in the post too. */
  NEIGHBOURS,
  /**
   * Share of shared words that stand in the wording's order; half when fewer than two are shared.
   */
  ORDER,
  /**
   * Share of the wording's numbers above twelve that stand in the post, times coverage; 0 when it
   * has none.
   */
  NUMBERS,
  /** How many of the wording's numbers stand in the post. */
  NUMBERS_FOUND,
  /**
   * Numbers that stand in the sentences with shared words and not in the wording, two or more
   * counting as 1: news and notices bring their own, who retells mostly drops them.
   */
  STRANGE_NUMBERS,
  /** Share of the post that is in the claim's verdict or answer, but not in the claim. */
  ANSWER,
  /** How alike an event that the post negates («не отключат») is to one that the wording states. */
  DENIED_EVENT,
  /** Square root of the share of shared words that the post negates and the wording does not. */
  DENIED_SHARE,
  /** 1 when the post states an event that the wording says is stopped: «выдают». */
  AFFIRMED_EVENT,
  /**
   * 1 when the post negates something in a clause that it shares, and the wording negates and stops
   * nothing.
   */
  UNEXPECTED_NEGATION,
  /**
   * 1 when nothing that happens or is done is shared, though the wording says that something does:
   * then the post may be only on the same topic. That both say of the same thing that it will be no
   * more is enough; a question need not repeat what happens.
   */
  NO_EVENT,
  /** Coverage when the post asks whether something is true, else 0. */
  DOUBT_AND_COVERAGE,
  /** 1 when the post is a dated notice of ordinary work. */
  NOTICE,
  /** How likely the post is told in this way, whatever it is about: {@link Telling}. */
  TOLD_AS_RETELLING,
  /** See {@link #TOLD_AS_RETELLING}. */
  TOLD_AS_QUESTION,
  /** See {@link #TOLD_AS_RETELLING}. */
  TOLD_AS_NEWS,
  /** See {@link #TOLD_AS_RETELLING}. */
  TOLD_AS_COMPLAINT,
  /** See {@link #TOLD_AS_RETELLING}. */
  TOLD_AS_CRITICISM,
  /** See {@link #TOLD_AS_RETELLING}. */
  TOLD_AS_DENIAL,
  /** See {@link #TOLD_AS_RETELLING}. */
  TOLD_AS_SATIRE,
  /** See {@link #TOLD_AS_RETELLING}. */
  TOLD_AS_OTHER;

  /** The feature that holds how likely a post is told in a way. */
  static MatchFeature of(Telling way) {
    return switch (way) {
      case RETELLING -> TOLD_AS_RETELLING;
      case QUESTION -> TOLD_AS_QUESTION;
      case NEWS -> TOLD_AS_NEWS;
      case COMPLAINT -> TOLD_AS_COMPLAINT;
      case CRITICISM -> TOLD_AS_CRITICISM;
      case DENIAL -> TOLD_AS_DENIAL;
      case SATIRE -> TOLD_AS_SATIRE;
      case OTHER -> TOLD_AS_OTHER;
    };
  }

  /** The name in the file of trees. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(MatchFeature::key).toList();
  }
}
