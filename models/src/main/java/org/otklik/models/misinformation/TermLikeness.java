package org.otklik.models.misinformation;

import java.util.Set;

/** How much two words say the same, from 0 (nothing) to 1 (the same dictionary form or number). */
final class TermLikeness {
  static final double SAME = 1;
  static final double SAME_ROOT = 0.9;
  static final double SAME_NAME = 0.85;
  static final double TYPO = 0.8;
  static final double LIKE_ROOT = 0.7;
  static final double SAME_CONCEPT = 0.75;
  static final double THOUSANDS = 0.5;

  private static final double THOUSAND = 1000;

  private static final int NAME_PREFIX = 4;
  private static final int PREFIX = 5;
  private static final double PREFIX_SHARE = 0.72;
  private static final int SHORTEST_FOR_TYPO = 6;
  private static final int SHORTEST_UNPREFIXED = 4;
  private static final int LONGEST_PREFIX = 4;
  private static final Set<String> VERB_PREFIXES =
      Set.of(
          "в", "вы", "за", "из", "ис", "на", "о", "об", "от", "пере", "по", "под", "при", "про",
          "с", "у");

  private TermLikeness() {}

  static double of(Term one, Term other) {
    if (one.isNumber() || other.isNumber()) {
      return one.isNumber() && other.isNumber() ? ofNumbers(one.number(), other.number()) : 0;
    }
    WordSense mine = one.sense();
    WordSense theirs = other.sense();
    if (mine == theirs || mine.lemma().equals(theirs.lemma())) {
      return SAME;
    }
    boolean sameStart = mine.lemma().charAt(0) == theirs.lemma().charAt(0);
    if (!sameStart && haveNothingInCommon(mine, theirs)) {
      return 0;
    }
    if ((sameStart && mine.root().equals(theirs.root()))
        || isPart(mine, theirs)
        || isPart(theirs, mine)) {
      return SAME_ROOT;
    }
    if (sameStart) {
      double spelling = bySpelling(one, other);
      if (spelling > 0) {
        return spelling;
      }
      if ((one.name() || other.name()) && PlaceName.isSame(mine.lemma(), theirs.lemma())) {
        return SAME_NAME;
      }
    }
    if (mine.event()
        && theirs.event()
        && (isUnprefixed(mine, theirs) || isUnprefixed(theirs, mine))) {
      return LIKE_ROOT;
    }
    return mine.sharesConceptWith(theirs) ? SAME_CONCEPT : 0;
  }

  /** Of words that begin otherwise: quick to say, and true of most. */
  private static boolean haveNothingInCommon(WordSense one, WordSense other) {
    return (one.conceptBits() & other.conceptBits()) == 0
        && !(one.event() && other.event())
        && one.parts().length + other.parts().length == 0;
  }

  /** «Сорок» may be said for «сорок тысяч». */
  private static double ofNumbers(double one, double other) {
    if (one == other) {
      return SAME;
    }
    double ratio = Math.max(one, other) / Math.min(one, other);
    return ratio == THOUSAND ? THOUSANDS : 0;
  }

  /** Words that begin alike: the names of a place and its people, derived words, typing errors. */
  private static double bySpelling(Term one, Term other) {
    String root = one.sense().root();
    String otherRoot = other.sense().root();
    int prefix = commonPrefix(root, otherRoot);
    int longest = Math.max(root.length(), otherRoot.length());
    if (prefix >= PREFIX_SHARE * longest) {
      if (prefix >= NAME_PREFIX && (one.name() || other.name())) {
        return SAME_NAME;
      }
      if (prefix >= PREFIX) {
        return LIKE_ROOT;
      }
    }
    return isTypo(one.sense().lemma(), other.sense().lemma()) ? TYPO : 0;
  }

  private static boolean isPart(WordSense compound, WordSense word) {
    for (String part : compound.parts()) {
      if (part.equals(word.root())) {
        return true;
      }
    }
    return false;
  }

  /**
   * One verb is the other with a prefix: привязывать, вязать. Of two with prefixes nothing is said:
   * закрыть, открыть.
   */
  private static boolean isUnprefixed(WordSense longer, WordSense shorter) {
    String root = shorter.root();
    int prefix = longer.root().length() - root.length();
    return root.length() >= SHORTEST_UNPREFIXED
        && prefix >= 1
        && prefix <= LONGEST_PREFIX
        && longer.root().endsWith(root)
        && VERB_PREFIXES.contains(longer.root().substring(0, prefix));
  }

  private static int commonPrefix(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int i = 0;
    while (i < most && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i;
  }

  /** One letter is another, missing or too many, not the first two: long words only. */
  private static boolean isTypo(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int longer = Math.max(one.length(), other.length());
    if (shorter < SHORTEST_FOR_TYPO || longer - shorter > 1) {
      return false;
    }
    int prefix = commonPrefix(one, other);
    if (prefix < 2) {
      return false;
    }
    int suffix = 0;
    while (suffix < shorter - prefix
        && one.charAt(one.length() - 1 - suffix) == other.charAt(other.length() - 1 - suffix)) {
      suffix++;
    }
    return longer - prefix - suffix <= 1;
  }
}
