package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the few wordings that share most with a stretch of a post: an inverted index over roots,
 * numbers and concepts, in segments that never change. A claim is added as a segment of its own;
 * neighbours of like size are then joined, so that adding stays cheap and the segments few (the
 * scheme of log-structured merge). Safe for use by several threads.
 */
final class ClaimIndex {
  private static final double CONCEPT_SHARE = 0.35;
  private static final int SHORT_POSTING = 200;

  /** A concept that more wordings have tells nothing apart, and takes most of the time. */
  private static final int LONGEST_CONCEPT = 40;

  private static final int[] EMPTY = {};
  private static final ThreadLocal<Scores> SCORES = ThreadLocal.withInitial(Scores::new);

  private final List<Segment> segments;

  private ClaimIndex(List<Segment> segments) {
    this.segments = segments;
  }

  static ClaimIndex of(List<ClaimEntry> entries) {
    return new ClaimIndex(entries.isEmpty() ? List.of() : List.of(new Segment(entries)));
  }

  /** This index with one more claim; an earlier version of the same claim is replaced. */
  ClaimIndex with(ClaimEntry entry) {
    List<Segment> grown = new ArrayList<>(without(entry.claim().id()).segments);
    grown.add(new Segment(List.of(entry)));
    while (grown.size() > 1) {
      Segment last = grown.get(grown.size() - 1);
      Segment before = grown.get(grown.size() - 2);
      if (before.entries.size() > last.entries.size()) {
        break;
      }
      grown.subList(grown.size() - 2, grown.size()).clear();
      List<ClaimEntry> joined = new ArrayList<>(before.entries);
      joined.addAll(last.entries);
      grown.add(new Segment(joined));
    }
    return new ClaimIndex(List.copyOf(grown));
  }

  /** This index without a claim; the same index when the claim is not in it. */
  ClaimIndex without(String claimId) {
    List<Segment> kept = new ArrayList<>();
    boolean found = false;
    for (Segment segment : segments) {
      if (!segment.ids.contains(claimId)) {
        kept.add(segment);
        continue;
      }
      found = true;
      List<ClaimEntry> others =
          segment.entries.stream().filter(entry -> !entry.claim().id().equals(claimId)).toList();
      if (!others.isEmpty()) {
        kept.add(new Segment(others));
      }
    }
    return found ? new ClaimIndex(List.copyOf(kept)) : this;
  }

  /** The claims in the index. */
  List<Claim> claims() {
    return segments.stream()
        .flatMap(segment -> segment.entries.stream())
        .map(ClaimEntry::claim)
        .toList();
  }

  /** The wordings that share most with a stretch of a post, best first. */
  List<ClaimWording> candidates(TermText post, TermText.Window window, int most) {
    List<Sought> sought = sought(post, window);
    List<Candidate> best = new ArrayList<>(most + 1);
    for (Segment segment : segments) {
      segment.collect(sought, best, most);
    }
    List<ClaimWording> wordings = new ArrayList<>(best.size());
    for (Candidate candidate : best) {
      wordings.add(candidate.wording);
    }
    return wordings;
  }

  /** A word that is looked for, with those of its concepts that tell wordings apart. */
  private record Sought(WordSense sense, double score, int[] concepts) {}

  private List<Sought> sought(TermText post, TermText.Window window) {
    Set<String> seen = new HashSet<>();
    List<Sought> sought = new ArrayList<>();
    for (Term term : post.terms().subList(window.from(), window.to())) {
      if (term.isContent() && seen.add(term.sense().root())) {
        sought.add(
            new Sought(term.sense(), term.weight() * term.weight(), rareConcepts(term.sense())));
      }
    }
    return sought;
  }

  /** Counted over all segments, so that a wording's score does not depend on the one it is in. */
  private int[] rareConcepts(WordSense sense) {
    int[] rare = new int[sense.concepts().length];
    int count = 0;
    for (int concept : sense.concepts()) {
      int wordings = 0;
      for (Segment segment : segments) {
        wordings += segment.byConcept.getOrDefault(concept, EMPTY).length;
      }
      if (wordings <= LONGEST_CONCEPT) {
        rare[count++] = concept;
      }
    }
    return Arrays.copyOf(rare, count);
  }

  private record Candidate(ClaimWording wording, double score) {}

  /** Scores by wording, kept between searches of a thread and wiped where they were written. */
  private static final class Scores {
    private float[] byWording = new float[0];
    private int[] written = new int[1024];
    private int count;

    void prepare(int wordings) {
      if (byWording.length < wordings) {
        byWording = new float[wordings];
      }
      count = 0;
    }

    void add(int[] posting, double score) {
      float amount = (float) score;
      for (int wording : posting) {
        if (byWording[wording] == 0) {
          if (count == written.length) {
            written = Arrays.copyOf(written, count * 2);
          }
          written[count++] = wording;
        }
        byWording[wording] += amount;
      }
    }

    /** Adds only to wordings that have a score already. */
    void raise(int[] posting, double score) {
      float amount = (float) score;
      for (int wording : posting) {
        if (byWording[wording] != 0) {
          byWording[wording] += amount;
        }
      }
    }
  }

  /** An index that never changes. */
  private static final class Segment {
    private final List<ClaimEntry> entries;
    private final Set<String> ids = new HashSet<>();
    private final List<ClaimWording> wordings = new ArrayList<>();
    private final double[] lengths; // square roots of the wordings' masses
    private final Map<String, int[]> byRoot = new HashMap<>();
    private final Map<Integer, int[]> byConcept = new HashMap<>();

    Segment(List<ClaimEntry> entries) {
      this.entries = List.copyOf(entries);
      Map<String, Posting> roots = new HashMap<>();
      Map<Integer, Posting> concepts = new HashMap<>();
      for (ClaimEntry entry : entries) {
        ids.add(entry.claim().id());
        for (ClaimWording wording : entry.wordings()) {
          int number = wordings.size();
          wordings.add(wording);
          for (Term term : wording.terms()) {
            roots.computeIfAbsent(term.sense().root(), unused -> new Posting()).add(number);
            for (String part : term.sense().parts()) {
              roots.computeIfAbsent(part, unused -> new Posting()).add(number);
            }
            for (int concept : term.sense().concepts()) {
              concepts.computeIfAbsent(concept, unused -> new Posting()).add(number);
            }
          }
        }
      }
      this.lengths = wordings.stream().mapToDouble(ClaimWording::mass).map(Math::sqrt).toArray();
      roots.forEach((root, posting) -> byRoot.put(root, posting.toArray()));
      concepts.forEach((concept, posting) -> byConcept.put(concept, posting.toArray()));
    }

    /**
     * Long postings only raise what rarer words have found: they alone make no candidate in a large
     * register.
     */
    void collect(List<Sought> words, List<Candidate> best, int most) {
      Scores scores = SCORES.get();
      scores.prepare(wordings.size());
      for (boolean rare : new boolean[] {true, false}) {
        for (Sought word : words) {
          apply(scores, byRoot.getOrDefault(word.sense.root(), EMPTY), word.score, rare);
          for (String part : word.sense.parts()) {
            apply(scores, byRoot.getOrDefault(part, EMPTY), word.score, rare);
          }
          for (int concept : word.concepts) {
            apply(scores, byConcept.getOrDefault(concept, EMPTY), CONCEPT_SHARE * word.score, rare);
          }
        }
      }
      for (int i = 0; i < scores.count; i++) {
        int number = scores.written[i];
        double score = scores.byWording[number] / lengths[number];
        scores.byWording[number] = 0;
        if (best.size() < most || score > best.get(most - 1).score) {
          insert(best, new Candidate(wordings.get(number), score), most);
        }
      }
    }

    private static void apply(Scores scores, int[] posting, double score, boolean rare) {
      boolean isShort = posting.length <= SHORT_POSTING;
      if (isShort == rare) {
        if (isShort) {
          scores.add(posting, score);
        } else {
          scores.raise(posting, score);
        }
      }
    }

    private static void insert(List<Candidate> best, Candidate candidate, int most) {
      int place = best.size();
      while (place > 0 && best.get(place - 1).score < candidate.score) {
        place--;
      }
      if (place < most) {
        best.add(place, candidate);
        if (best.size() > most) {
          best.remove(most);
        }
      }
    }
  }

  /** Numbers of wordings, each once, while a segment is built. */
  private static final class Posting {
    private int[] numbers = new int[2];
    private int size;

    void add(int number) {
      if (size > 0 && numbers[size - 1] == number) {
        return;
      }
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size * 2);
      }
      numbers[size++] = number;
    }

    int[] toArray() {
      return Arrays.copyOf(numbers, size);
    }
  }
}
