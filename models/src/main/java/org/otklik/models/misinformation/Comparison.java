package org.otklik.models.misinformation;

import java.util.List;
import java.util.Set;

/**
 * What one wording of a claim and one stretch of a post share, as {@link MatchFeature}s. Coverage
 * is known at once, all else is counted when it is asked for: most comparisons are not worth it.
 * Not safe for use by several threads at once.
 */
final class Comparison {
  private static final double LEAST_NAME = 0.7;
  private static final int LEAST_OF_CLAUSE = 2;
  private static final double MANY_NUMBERS = 2;

  private final Pairing pairing;
  private final List<Term> claimTerms;
  private final List<Term> postTerms;
  private final ReadPost post;
  private final double[] features = new double[MatchFeature.values().length];
  private boolean counted;

  Comparison(ClaimWording wording, ReadPost post, TermText.Window window) {
    this.pairing = new Pairing(wording, post.terms(), window);
    this.claimTerms = pairing.claimTerms();
    this.postTerms = pairing.postTerms();
    this.post = post;
    cover();
  }

  private void count() {
    counted = true;
    missing();
    parts();
    density();
    order();
    numbers();
    answer();
    polarity();
    manner(post.manner());
    for (Telling way : Telling.values()) {
      set(MatchFeature.of(way), post.told(way));
    }
  }

  /** Values in the order of {@link MatchFeature}. */
  double[] features() {
    if (!counted) {
      count();
    }
    return features;
  }

  double feature(MatchFeature feature) {
    return features()[feature.ordinal()];
  }

  /** See {@link MatchFeature#COVERAGE}. */
  double coverage() {
    return features[MatchFeature.COVERAGE.ordinal()];
  }

  /** See {@link MatchFeature#MARGIN}; 0 before {@link #standsAgainst}. */
  double margin() {
    return features[MatchFeature.MARGIN.ordinal()];
  }

  ClaimWording wording() {
    return pairing.wording();
  }

  /**
   * True when most of what is shared stands in a sentence with a question mark, or the post asks
   * whether something is so.
   */
  boolean asks() {
    return asksWhatIsShared() || (post.manner().doubts() && !post.terms().questions().isEmpty());
  }

  /** How many terms of the post are shared. */
  int sharedTerms() {
    return pairing.sharedTerms();
  }

  /** How many terms with content the stretch has. */
  int postTerms() {
    return postTerms.size();
  }

  /** The shared words as they stand in the post. */
  List<String> sharedWords() {
    return pairing.sharedWords();
  }

  /**
   * Tells how well the post says the claims that share words of it which this one does not share.
   *
   * @param other coverage of the one of them that it says best; 0 when there is none
   */
  void standsAgainst(double other) {
    set(MatchFeature.MARGIN, coverage() - other);
  }

  /** True when another claim shares a word of the post that this one does not share. */
  boolean leavesTo(Comparison other) {
    return pairing.leavesTo(other.pairing);
  }

  private void set(MatchFeature feature, double value) {
    features[feature.ordinal()] = value;
  }

  /** A share, or another value when there is nothing to be shared. */
  private static double share(double part, double whole, double otherwise) {
    return whole == 0 ? otherwise : part / whole;
  }

  private void cover() {
    double covered = covered(0, claimTerms.size());
    set(MatchFeature.COVERAGE, covered / weight(0, claimTerms.size()));
    set(MatchFeature.WEIGHT, covered);
  }

  /** Weight of the wording's terms from one to before another. */
  private double weight(int from, int to) {
    double weight = 0;
    for (int c = from; c < to; c++) {
      weight += claimTerms.get(c).weight();
    }
    return weight;
  }

  /** How much of that weight the post says too. */
  private double covered(int from, int to) {
    double covered = 0;
    for (int c = from; c < to; c++) {
      covered += claimTerms.get(c).weight() * pairing.likeness(c);
    }
    return covered;
  }

  private void missing() {
    double exact = 0;
    double missing = 0;
    double strongest = 0;
    double second = 0;
    int found = 0;
    for (int c = 0; c < claimTerms.size(); c++) {
      double weight = claimTerms.get(c).weight();
      exact += pairing.likeness(c) >= TermLikeness.SAME ? weight : 0;
      if (pairing.likeness(c) > 0) {
        found++;
      } else {
        missing += weight;
        second = Math.max(second, Math.min(weight, strongest));
        strongest = Math.max(strongest, weight);
      }
    }
    set(MatchFeature.EXACT, exact / weight(0, claimTerms.size()));
    set(MatchFeature.SHARED, found);
    set(MatchFeature.MISSING, missing);
    set(MatchFeature.MISSING_STRONGEST, strongest);
    set(MatchFeature.MISSING_SECOND, second);
    set(MatchFeature.CLAUSE, bestClause(coverage()));
  }

  private double bestClause(double whole) {
    double best = whole;
    int from = 0;
    for (int c = 1; c <= claimTerms.size(); c++) {
      if (c == claimTerms.size() || claimTerms.get(c).clause() != claimTerms.get(from).clause()) {
        if (c - from >= LEAST_OF_CLAUSE) {
          best = Math.max(best, covered(from, c) / weight(from, c));
        }
        from = c;
      }
    }
    return best;
  }

  /** Events, things, verbs and names of the wording. */
  private void parts() {
    double coverage = coverage();
    double events = 0;
    double coveredEvents = 0;
    double things = 0;
    double coveredThings = 0;
    double verbs = 0;
    double coveredVerbs = 0;
    int names = 0;
    int foundNames = 0;
    for (int c = 0; c < claimTerms.size(); c++) {
      Term term = claimTerms.get(c);
      double covered = term.weight() * pairing.likeness(c);
      if (term.sense().event()) {
        events += term.weight();
        coveredEvents += covered;
      } else {
        things += term.weight();
        coveredThings += covered;
      }
      if (term.sense().verb()) {
        verbs += term.weight();
        coveredVerbs += covered;
      }
      if (term.name()) {
        names++;
        foundNames += pairing.likeness(c) >= LEAST_NAME ? 1 : 0;
      }
    }
    set(
        MatchFeature.EVENTS_AND_THINGS,
        Math.min(share(coveredEvents, events, coverage), share(coveredThings, things, coverage)));
    set(MatchFeature.VERBS, share(coveredVerbs, verbs, -1));
    set(MatchFeature.NAMES, share(foundNames, names, -1));
  }

  private void density() {
    double all = 0;
    double inSentences = 0;
    double inClauses = 0;
    double sharedWeight = 0;
    int shared = 0;
    int first = -1;
    int last = -1;
    for (int p = 0; p < postTerms.size(); p++) {
      Term term = postTerms.get(p);
      all += term.weight();
      inSentences += pairing.isSharedSentence(term.sentence()) ? term.weight() : 0;
      inClauses += pairing.isSharedClause(term.clause()) ? term.weight() : 0;
      if (pairing.isShared(p)) {
        sharedWeight += term.weight();
        shared++;
        first = first < 0 ? p : first;
        last = p;
      }
    }
    set(MatchFeature.POST_LENGTH, postTerms.size());
    set(MatchFeature.SHARED_IN_POST, shared);
    set(MatchFeature.POST_SHARE, share(sharedWeight, all, 0));
    set(MatchFeature.DENSITY, share(sharedWeight, inSentences, 0));
    set(MatchFeature.CLAUSE_DENSITY, share(sharedWeight, inClauses, 0));
    set(MatchFeature.SPAN, share(last - first + 1, shared, 0));
  }

  private void order() {
    int steps = 0;
    int forward = 0;
    int neighbours = 0;
    int last = -1;
    for (int c = 0; c < claimTerms.size(); c++) {
      int pair = pairing.pairOf(c);
      if (pair < 0) {
        continue;
      }
      if (last >= 0) {
        steps++;
        forward += pair > last ? 1 : 0;
      }
      if (c > 0 && pairing.pairOf(c - 1) >= 0 && pair == pairing.pairOf(c - 1) + 1) {
        neighbours++;
      }
      last = pair;
    }
    set(MatchFeature.ORDER, share(forward, steps, 0.5));
    set(MatchFeature.NEIGHBOURS, share(neighbours, claimTerms.size() - 1.0, 0));
  }

  private void numbers() {
    int large = 0;
    int foundLarge = 0;
    int found = 0;
    for (int c = 0; c < claimTerms.size(); c++) {
      Term term = claimTerms.get(c);
      if (term.isNumber()) {
        boolean isFound = pairing.likeness(c) > 0;
        boolean isLarge = term.number() > TermReader.SMALL;
        found += isFound ? 1 : 0;
        large += isLarge ? 1 : 0;
        foundLarge += isLarge && isFound ? 1 : 0;
      }
    }
    int strange = 0;
    for (int p = 0; p < postTerms.size(); p++) {
      Term term = postTerms.get(p);
      boolean beside = pairing.isSharedSentence(term.sentence());
      strange += term.isNumber() && !pairing.isShared(p) && beside ? 1 : 0;
    }
    set(MatchFeature.NUMBERS, coverage() * share(foundLarge, large, 0));
    set(MatchFeature.NUMBERS_FOUND, found);
    set(MatchFeature.STRANGE_NUMBERS, Math.min(1, strange / MANY_NUMBERS));
  }

  private void answer() {
    Set<String> roots = wording().entry().answerRoots();
    double all = 0;
    double answered = 0;
    for (int p = 0; p < postTerms.size(); p++) {
      Term term = postTerms.get(p);
      all += term.weight();
      if (!pairing.isShared(p) && roots.contains(term.sense().root())) {
        answered += term.weight();
      }
    }
    set(MatchFeature.ANSWER, share(answered, all, 0));
  }

  private void polarity() {
    Polarity polarity = new Polarity(pairing);
    set(MatchFeature.DENIED_EVENT, polarity.deniedEvent());
    set(MatchFeature.DENIED_SHARE, Math.sqrt(polarity.deniedShare()));
    set(MatchFeature.AFFIRMED_EVENT, polarity.affirmsEvent() ? 1 : 0);
    set(MatchFeature.UNEXPECTED_NEGATION, polarity.negatesUnexpectedly() ? 1 : 0);
    boolean sharesEvent =
        features[MatchFeature.EVENTS_AND_THINGS.ordinal()] > 0 || polarity.sharesAbsence();
    set(MatchFeature.NO_EVENT, sharesEvent || asks() ? 0 : 1);
  }

  private void manner(PostManner manner) {
    boolean doubts = manner.doubts() && !pairing.post().questions().isEmpty();
    set(MatchFeature.DOUBT_AND_COVERAGE, doubts ? coverage() : 0);
    set(MatchFeature.NOTICE, manner.notifies() && !wording().notifies() ? 1 : 0);
  }

  private boolean asksWhatIsShared() {
    double asked = 0;
    double all = 0;
    for (int p = 0; p < postTerms.size(); p++) {
      if (pairing.isShared(p)) {
        Term term = postTerms.get(p);
        all += term.weight();
        asked += pairing.isAsked(term) ? term.weight() : 0;
      }
    }
    return asked * 2 > all;
  }
}
