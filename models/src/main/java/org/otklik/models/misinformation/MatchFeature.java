package org.otklik.models.misinformation;

import java.util.Arrays;
import java.util.List;

/**
 * What the matcher compares of a claim's wording and a stretch of a post. Shares are of the words'
 * weight (rarity), from 0 to 1.
 */
enum MatchFeature {
  /** Share of the wording that the post says too, in any way. */
  COVERAGE(+1),
  /** Share of the wording that stands in the post in the same dictionary form. */
  EXACT(+1),
  /** Share of the wording's things (who, what, when) that the post says too. */
  THINGS(+1),
  /** The lesser of the two: same thing and same event. */
  EVENTS_AND_THINGS(+1),
  /**
   * Coverage of the clause of the wording that the post says best, of those with at least two words
   * of content: who passes a rumour on often keeps its first half.
   */
  CLAUSE(+1),
  /**
   * Coverage less the coverage of the claim that the post says second best: how clearly it speaks
   * of this claim and no other. Where the register has no other claim that shares anything it is
   * the coverage.
   */
  MARGIN(+1),
  /** Share of the wording's names that the post says too, times coverage; 0 when it has none. */
  NAMES(+1),
  /**
   * 1 when nothing that happens or is done is shared, though the wording says that something does:
   * then the post may be only on the same topic. That both say of the same thing that it will be no
   * more is enough; a question need not repeat what happens.
   */
  NO_EVENT(-1),
  /**
   * Weight of all that is shared, capped and scaled to 1: two common words say little, five rare
   * ones much.
   */
  EVIDENCE(+1),
  /**
   * Share of the sentences that hold shared words, which is shared: high when the post says little
   * else there.
   */
  DENSITY(+1),
  /**
   * Share of neighbouring words of the wording that are neighbours in the post too. May lower the
   * score: who repeats a turn of the claim, but not the claim, mostly denies it or reports on the
   * same matter.
   */
  NEIGHBOURS(0),
  /**
   * Share of shared words that stand in the wording's order; half when fewer than two are shared.
   */
  ORDER(+1),
  /**
   * Share of the wording's numbers above twelve that stand in the post, times coverage; 0 when it
   * has none.
   */
  NUMBERS(+1),
  /**
   * Numbers that stand in the sentences with shared words and not in the wording, two or more
   * counting as 1: news and notices bring their own, who retells mostly drops them.
   */
  STRANGE_NUMBERS(-1),
  /** 1 when the post names another place and none of the wording's names. */
  OTHER_PLACE(-1),
  /** 1 when the post states an event that the wording says is stopped: «выдают». */
  AFFIRMED_EVENT(-1),
  /**
   * 1 when the post negates something in a clause that it shares, and the wording negates and stops
   * nothing.
   */
  UNEXPECTED_NEGATION(-1),
  /**
   * 1 when the post says that something is not so, or negates an event that the wording states («не
   * отключат»); else the square root of the share of shared words that the post negates and the
   * wording does not.
   */
  DENIES(-1),
  DENIED_EVENT(-1),
  DENIED_SHARE(-1),
  NEGATIVE_WORDING(0),
  NEGATIONS(0),
  /** Share of the post that is in the claim's verdict or answer, but not in the claim. */
  ANSWER(-1),
  /** Coverage when the post asks whether something is true, else 0. */
  DOUBT_AND_COVERAGE(+1),
  /** Coverage when the post passes on, urges, foretells or hints at unnamed sources, else 0. */
  RUMOUR_AND_COVERAGE(+1),
  /** 1 when the post laughs. */
  SATIRE(-1),
  /** 1 when the post tells the writer's own trouble or asks for help. */
  OWN_REPORT(-1),
  /** 1 when the post is a dated notice of ordinary work. */
  NOTICE(-1),
  SHARED(+1),
  SHARED_IN_POST(+1),
  POST_LENGTH(0),
  WORDING_LENGTH(0),
  POST_SHARE(+1),
  NAME_SHARE(+1),
  EVENTS(+1),
  WEIGHT(+1),
  STRONGEST(+1),
  SECOND(+1),
  THIRD(+1),
  MISSING_STRONGEST(-1),
  MISSING_SECOND(-1),
  MISSING(-1),
  SENTENCES(0),
  SPAN(0),
  NUMBERS_FOUND(+1),
  VERBS(+1),
  MAIN_VERB(+1),
  CLAUSE_DENSITY(+1),
  RETELLING(0),
  QUESTION(0),
  NEWS(0),
  COMPLAINT(0),
  DENYING(0),
  JOKING(0),
  OTHER_TELLING(0);

  private final int sign;

  MatchFeature(int sign) {
    this.sign = sign;
  }

  /**
   * The sign that the weight may have, 0 for any: training must not turn evidence for a match into
   * evidence against it.
   */
  int sign() {
    return sign;
  }

  /** The name in the file of weights. */
  String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(MatchFeature::key).toList();
  }
}
