package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * What one wording of a claim and one stretch of a post share. Each term of the wording is laid on
 * the most similar term of the post ({@link TermLikeness}); all else is counted from these pairs.
 */
final class Comparison {
  private static final double CLEARLY_SAME = 0.75;
  private static final double FULL_EVIDENCE = 5;
  private static final int LEAST_OF_CLAUSE = 2;
  private static final double MANY_NUMBERS = 2;
  private static final double LEAST_NAME = 0.7;
  private static final Set<String> BEFORE_PLACES =
      Set.of("в", "во", "на", "под", "из", "около", "возле", "у", "над", "к");

  private final ClaimWording wording;
  private final TermText post;
  private final List<Term> claimTerms;
  private final List<Term> postTerms;
  private final int[] pairOf;
  private final double[] likeness;
  private final BitSet shared = new BitSet();
  private final double[] features = new double[MatchFeature.values().length];
  private final boolean asks;
  private boolean sharesAbsence;

  Comparison(ClaimWording wording, ReadPost read, TermText.Window window) {
    PostManner manner = read.manner();
    this.wording = wording;
    this.post = read.terms();
    this.claimTerms = wording.terms();
    this.postTerms = new ArrayList<>();
    List<Term> all = post.terms().subList(window.from(), window.to());
    for (Term term : all) {
      if (term.isContent()) {
        postTerms.add(term);
      }
    }
    this.pairOf = new int[claimTerms.size()];
    this.likeness = new double[claimTerms.size()];
    pair();
    coverage();
    density();
    order();
    numbers();
    names(all);
    negation(manner);
    answer();
    counts();
    verbs();
    this.asks = sharedSentencesAreQuestions() || (manner.doubts() && !post.questions().isEmpty());
    manner(manner);
    telling(read.telling());
  }

  /** Values in the order of {@link MatchFeature}. */
  double[] features() {
    return features;
  }

  double feature(MatchFeature feature) {
    return features[feature.ordinal()];
  }

  ClaimWording wording() {
    return wording;
  }

  /**
   * True when most of what is shared stands in a sentence with a question mark, or the post asks
   * whether something is so.
   */
  boolean asks() {
    return asks;
  }

  /** How many terms of the post are shared. */
  int sharedTerms() {
    return shared.cardinality();
  }

  /** How many terms with content the stretch has. */
  int postTerms() {
    return postTerms.size();
  }

  /** The shared words as they stand in the post. */
  List<String> sharedWords() {
    return shared.stream().mapToObj(i -> post.surface(postTerms.get(i))).toList();
  }

  private void set(MatchFeature feature, double value) {
    features[feature.ordinal()] = value;
  }

  /** Of equally similar terms of the post the one that continues the order is taken. */
  private void pair() {
    int expected = 0;
    for (int c = 0; c < claimTerms.size(); c++) {
      pairOf[c] = -1;
      for (int p = 0; p < postTerms.size(); p++) {
        double like = TermLikeness.of(claimTerms.get(c), postTerms.get(p));
        boolean better =
            like > likeness[c]
                || (like > 0 && like == likeness[c] && pairOf[c] < expected && p >= expected);
        if (better) {
          likeness[c] = like;
          pairOf[c] = p;
        }
      }
      if (pairOf[c] >= 0) {
        shared.set(pairOf[c]);
        expected = pairOf[c] + 1;
      }
    }
  }

  private void counts() {
    double postWeight = 0;
    double sharedPostWeight = 0;
    BitSet sentences = new BitSet();
    for (int p = 0; p < postTerms.size(); p++) {
      postWeight += postTerms.get(p).weight();
      if (shared.get(p)) {
        sharedPostWeight += postTerms.get(p).weight();
        sentences.set(postTerms.get(p).sentence());
      }
    }
    int found = 0;
    int names = 0;
    int foundNames = 0;
    int events = 0;
    int numbers = 0;
    double weight = 0;
    double missing = 0;
    double[] strongest = new double[3];
    double[] strongestMissing = new double[3];
    for (int c = 0; c < claimTerms.size(); c++) {
      Term term = claimTerms.get(c);
      boolean isFound = likeness[c] > 0;
      names += term.name() ? 1 : 0;
      foundNames += term.name() && likeness[c] >= LEAST_NAME ? 1 : 0;
      if (isFound) {
        found++;
        events += term.sense().event() ? 1 : 0;
        numbers += term.isNumber() ? 1 : 0;
        weight += term.weight() * likeness[c];
        insert(strongest, term.weight() * likeness[c]);
      } else {
        missing += term.weight();
        insert(strongestMissing, term.weight());
      }
    }
    set(MatchFeature.SHARED, found);
    set(MatchFeature.SHARED_IN_POST, shared.cardinality());
    set(MatchFeature.POST_LENGTH, postTerms.size());
    set(MatchFeature.WORDING_LENGTH, claimTerms.size());
    set(MatchFeature.POST_SHARE, postWeight == 0 ? 0 : sharedPostWeight / postWeight);
    set(MatchFeature.NAME_SHARE, names == 0 ? -1 : (double) foundNames / names);
    set(MatchFeature.EVENTS, events);
    set(MatchFeature.WEIGHT, weight);
    set(MatchFeature.STRONGEST, strongest[0]);
    set(MatchFeature.SECOND, strongest[1]);
    set(MatchFeature.THIRD, strongest[2]);
    set(MatchFeature.MISSING_STRONGEST, strongestMissing[0]);
    set(MatchFeature.MISSING_SECOND, strongestMissing[1]);
    set(MatchFeature.MISSING, missing);
    set(MatchFeature.SENTENCES, sentences.cardinality());
    int length = shared.length() - shared.nextSetBit(0);
    set(MatchFeature.SPAN, shared.isEmpty() ? 0 : (double) length / shared.cardinality());
    set(MatchFeature.NUMBERS_FOUND, numbers);
  }

  private static void insert(double[] falling, double value) {
    double carried = value;
    for (int i = 0; i < falling.length; i++) {
      if (carried > falling[i]) {
        double lower = falling[i];
        falling[i] = carried;
        carried = lower;
      }
    }
  }

  private void verbs() {
    double all = 0;
    double covered = 0;
    double first = -1;
    for (int c = 0; c < claimTerms.size(); c++) {
      Term term = claimTerms.get(c);
      if (isVerb(term)) {
        all += term.weight();
        covered += term.weight() * likeness[c];
        first = first < 0 ? likeness[c] : first;
      }
    }
    set(MatchFeature.VERBS, all == 0 ? -1 : covered / all);
    set(MatchFeature.MAIN_VERB, first);
  }

  private static boolean isVerb(Term term) {
    String lemma = term.sense().lemma();
    return lemma.length() > 3
        && (lemma.endsWith("ть")
            || lemma.endsWith("ться")
            || lemma.endsWith("чь")
            || lemma.endsWith("ти"))
        && !lemma.endsWith("ость");
  }

  private void coverage() {
    double all = 0;
    double covered = 0;
    double exact = 0;
    double events = 0;
    double coveredEvents = 0;
    double things = 0;
    double coveredThings = 0;
    for (int c = 0; c < claimTerms.size(); c++) {
      Term term = claimTerms.get(c);
      double weight = term.weight();
      all += weight;
      covered += weight * likeness[c];
      if (likeness[c] >= TermLikeness.SAME) {
        exact += weight;
      }
      if (term.sense().event()) {
        events += weight;
        coveredEvents += weight * likeness[c];
      } else {
        things += weight;
        coveredThings += weight * likeness[c];
      }
    }
    double coverage = covered / all;
    double eventShare = events == 0 ? coverage : coveredEvents / events;
    double thingShare = things == 0 ? coverage : coveredThings / things;
    set(MatchFeature.COVERAGE, coverage);
    set(MatchFeature.EXACT, exact / all);
    set(MatchFeature.THINGS, thingShare);
    set(MatchFeature.EVENTS_AND_THINGS, Math.min(eventShare, thingShare));
    set(MatchFeature.EVIDENCE, Math.min(1, covered / FULL_EVIDENCE));
    set(MatchFeature.CLAUSE, bestClause(coverage));
  }

  private double bestClause(double whole) {
    double best = whole;
    int from = 0;
    for (int c = 1; c <= claimTerms.size(); c++) {
      if (c == claimTerms.size() || claimTerms.get(c).clause() != claimTerms.get(from).clause()) {
        if (c - from >= LEAST_OF_CLAUSE) {
          best = Math.max(best, coverage(from, c));
        }
        from = c;
      }
    }
    return best;
  }

  private double coverage(int from, int to) {
    double all = 0;
    double covered = 0;
    for (int c = from; c < to; c++) {
      all += claimTerms.get(c).weight();
      covered += claimTerms.get(c).weight() * likeness[c];
    }
    return covered / all;
  }

  /**
   * Tells how well the post says the other claims.
   *
   * @param other coverage of the claim that it says second best; 0 when there is none
   */
  void standsAgainst(double other) {
    set(MatchFeature.MARGIN, feature(MatchFeature.COVERAGE) - other);
  }

  private void density() {
    BitSet sentences = new BitSet();
    shared.stream().forEach(p -> sentences.set(postTerms.get(p).sentence()));
    double all = 0;
    double covered = 0;
    for (int p = 0; p < postTerms.size(); p++) {
      Term term = postTerms.get(p);
      if (sentences.get(term.sentence())) {
        all += term.weight();
        covered += shared.get(p) ? term.weight() : 0;
      }
    }
    set(MatchFeature.DENSITY, all == 0 ? 0 : covered / all);
    BitSet clauses = new BitSet();
    shared.stream().forEach(p -> clauses.set(postTerms.get(p).clause()));
    all = 0;
    covered = 0;
    for (int p = 0; p < postTerms.size(); p++) {
      Term term = postTerms.get(p);
      if (clauses.get(term.clause())) {
        all += term.weight();
        covered += shared.get(p) ? term.weight() : 0;
      }
    }
    set(MatchFeature.CLAUSE_DENSITY, all == 0 ? 0 : covered / all);
  }

  private void order() {
    int steps = 0;
    int forward = 0;
    int neighbours = 0;
    int last = -1;
    for (int c = 0; c < claimTerms.size(); c++) {
      if (pairOf[c] < 0) {
        continue;
      }
      if (last >= 0) {
        steps++;
        forward += pairOf[c] > last ? 1 : 0;
      }
      if (c > 0 && pairOf[c - 1] >= 0 && pairOf[c] == pairOf[c - 1] + 1) {
        neighbours++;
      }
      last = pairOf[c];
    }
    set(MatchFeature.ORDER, steps == 0 ? 0.5 : (double) forward / steps);
    set(
        MatchFeature.NEIGHBOURS,
        claimTerms.size() < 2 ? 0 : (double) neighbours / (claimTerms.size() - 1));
  }

  private void numbers() {
    int all = 0;
    int found = 0;
    for (int c = 0; c < claimTerms.size(); c++) {
      Term term = claimTerms.get(c);
      if (term.isNumber() && term.number() > TermReader.SMALL) {
        all++;
        found += pairOf[c] >= 0 ? 1 : 0;
      }
    }
    set(MatchFeature.NUMBERS, all == 0 ? 0 : feature(MatchFeature.COVERAGE) * found / all);
    set(MatchFeature.STRANGE_NUMBERS, Math.min(1, strangeNumbers() / MANY_NUMBERS));
  }

  private double strangeNumbers() {
    BitSet sentences = new BitSet();
    shared.stream().forEach(p -> sentences.set(postTerms.get(p).sentence()));
    int strange = 0;
    for (int p = 0; p < postTerms.size(); p++) {
      Term term = postTerms.get(p);
      if (term.isNumber() && !shared.get(p) && sentences.get(term.sentence())) {
        strange++;
      }
    }
    return strange;
  }

  private void names(List<Term> window) {
    int all = 0;
    int found = 0;
    for (int c = 0; c < claimTerms.size(); c++) {
      if (claimTerms.get(c).name()) {
        all++;
        found += likeness[c] >= CLEARLY_SAME ? 1 : 0;
      }
    }
    set(MatchFeature.NAMES, all == 0 ? 0 : feature(MatchFeature.COVERAGE) * found / all);
    boolean none = all > 0 && found == 0;
    set(MatchFeature.OTHER_PLACE, none && namesPlace(window) ? 1 : 0);
  }

  private static boolean namesPlace(List<Term> window) {
    for (int i = 1; i < window.size(); i++) {
      if (window.get(i).name() && BEFORE_PLACES.contains(window.get(i - 1).sense().lemma())) {
        return true;
      }
    }
    return false;
  }

  /**
   * A negated word of the post denies a word of the wording that is neither negated nor stopped
   * there: «не отключат» denies «отключат», but «не выдадут» does not deny «перестанут выдавать».
   * The other way round «выдают» denies «перестанут выдавать». Questions deny nothing.
   */
  private void negation(PostManner manner) {
    double all = 0;
    double denied = 0;
    boolean deniedEvent = false;
    boolean affirmedEvent = false;
    boolean stops = false;
    BitSet negatedClauses = new BitSet();
    for (Term term : claimTerms) {
      if (term.negated()) {
        negatedClauses.set(term.clause());
      }
    }
    for (int c = 0; c < claimTerms.size(); c++) {
      if (pairOf[c] < 0) {
        continue;
      }
      Term term = claimTerms.get(c);
      Term other = postTerms.get(pairOf[c]);
      double weight = term.weight() * likeness[c];
      all += weight;
      if (post.questions().get(other.sentence())) {
        continue;
      }
      boolean event = term.sense().event() && other.sense().event();
      sharesAbsence |= (term.negated() || term.stopped()) && (other.negated() || other.stopped());
      boolean negative = term.negated() || (term.stopped() && !term.sense().stop());
      boolean inNegatedClause = negatedClauses.get(term.clause());
      if (other.negated() && !other.stopped() && !negative && !inNegatedClause) {
        denied += weight;
        deniedEvent |= event;
      }
      if (negative
          && event
          && likeness[c] >= TermLikeness.SAME_ROOT
          && !other.negated()
          && !other.stopped()
          && !other.sense().stop()) {
        affirmedEvent = true;
      }
      stops |= other.sense().stop() && !other.negated();
    }
    double deniedShare = all == 0 ? 0 : Math.sqrt(denied / all);
    set(MatchFeature.DENIES, manner.denies() && !wording.denies() ? 1 : 0);
    set(MatchFeature.DENIED_EVENT, deniedEvent ? 1 : 0);
    set(MatchFeature.DENIED_SHARE, deniedShare);
    set(MatchFeature.NEGATIVE_WORDING, claimNegates() ? 1 : 0);
    set(MatchFeature.NEGATIONS, negations());
    set(MatchFeature.AFFIRMED_EVENT, affirmedEvent && !stops ? 1 : 0);
    set(MatchFeature.UNEXPECTED_NEGATION, !claimNegates() && postNegates() ? 1 : 0);
  }

  /** Words of content that the post negates, whether shared or not. */
  private int negations() {
    int negations = 0;
    for (Term term : postTerms) {
      negations += term.negated() && !post.questions().get(term.sentence()) ? 1 : 0;
    }
    return negations;
  }

  private boolean claimNegates() {
    for (Term term : claimTerms) {
      if (term.negated() || term.stopped() || term.sense().stop()) {
        return true;
      }
    }
    return false;
  }

  /** In a clause that holds at least two shared words, and is no question. */
  private boolean postNegates() {
    for (Term negated : postTerms) {
      if (negated.negated() && !post.questions().get(negated.sentence())) {
        long beside =
            shared.stream().filter(p -> postTerms.get(p).clause() == negated.clause()).count();
        if (beside >= 2) {
          return true;
        }
      }
    }
    return false;
  }

  private void answer() {
    Set<String> roots = wording.entry().answerRoots();
    double all = 0;
    double answered = 0;
    for (int p = 0; p < postTerms.size(); p++) {
      Term term = postTerms.get(p);
      all += term.weight();
      if (!shared.get(p) && roots.contains(term.sense().root())) {
        answered += term.weight();
      }
    }
    set(MatchFeature.ANSWER, all == 0 ? 0 : answered / all);
  }

  private boolean sharedSentencesAreQuestions() {
    double asked = 0;
    double all = 0;
    for (int p = shared.nextSetBit(0); p >= 0; p = shared.nextSetBit(p + 1)) {
      all += postTerms.get(p).weight();
      asked += post.questions().get(postTerms.get(p).sentence()) ? postTerms.get(p).weight() : 0;
    }
    return asked * 2 > all;
  }

  private void telling(double[] telling) {
    for (Telling way : Telling.values()) {
      features[MatchFeature.RETELLING.ordinal() + way.ordinal()] = telling[way.ordinal()];
    }
  }

  private void manner(PostManner manner) {
    double coverage = feature(MatchFeature.COVERAGE);
    double doubt = manner.doubts() && !post.questions().isEmpty() ? 1 : 0;
    double rumour = manner.rumour() ? 1 : 0;
    set(MatchFeature.DOUBT_AND_COVERAGE, doubt * coverage);
    set(MatchFeature.RUMOUR_AND_COVERAGE, rumour * coverage);
    set(MatchFeature.SATIRE, manner.laughs() ? 1 : 0);
    set(MatchFeature.OWN_REPORT, manner.reports() ? 1 : 0);
    set(MatchFeature.NOTICE, manner.notifies() && !wording.notifies() ? 1 : 0);
    boolean sharesEvent = feature(MatchFeature.EVENTS_AND_THINGS) > 0 || sharesAbsence;
    set(MatchFeature.NO_EVENT, sharesEvent || asks ? 0 : 1);
  }
}
