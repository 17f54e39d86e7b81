package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.otklik.models.text.Token;

/**
 * Says why a post that repeats no known claim may deserve a look. Each signal is found by named
 * turns of phrase ({@code cues.txt}), by what the post states, or by how it is told as a whole
 * ({@link Telling}); a logistic model with the weights of {@code signal-weights.txt} makes one
 * score of them. Safe for use by several threads.
 */
public final class MisinformationSignals {
  static final String WEIGHTS = "signal-weights.txt";
  private static final double CLEARLY_TOLD = 0.6;
  private static final int MOST_EVIDENCE = 3;
  private static final double BIG_NUMBER = 10;
  private static final int FACTS_TO_CHECK = 2;
  private static final Set<String> EVERYONE =
      Set.of("весь", "все", "каждый", "всякий", "любой", "никто");

  private final Map<SignalCode, Double> weights = new EnumMap<>(SignalCode.class);
  private final TellingModel telling;
  private final double bias;
  private final double threshold;

  public MisinformationSignals() {
    this(TellingModel.shared());
  }

  /**
   * @param telling shows the words by which a text is told as it is
   */
  MisinformationSignals(TellingModel telling) {
    this.telling = telling;
    LogisticModel model = LogisticModel.load(WEIGHTS);
    for (SignalCode code : SignalCode.values()) {
      weights.put(code, model.number(code.code()));
    }
    this.bias = model.number("bias");
    this.threshold = model.number("threshold");
  }

  /**
   * The signals of a post.
   *
   * @param tokens the tokens of this very text
   * @param forwarded true when the channel says that the post was forwarded from elsewhere
   */
  public List<Signal> find(String text, List<Token> tokens, boolean forwarded) {
    return find(ReadPost.of(text, tokens), forwarded);
  }

  List<Signal> find(ReadPost read, boolean forwarded) {
    List<Signal> signals = new ArrayList<>();
    TermText post = read.terms();
    Cues cues = withoutNegated(post, read.cues());
    for (SignalCode code : SignalCode.values()) {
      List<String> turns =
          switch (code) {
            case CHECK_WORTHY_STATEMENT -> checkable(post);
            case QUOTED_REFUTATION -> refutation(cues);
            default -> cues.evidence(code.code());
          };
      Telling way = code.telling();
      if (!turns.isEmpty()) {
        signals.add(signal(code, turns));
      } else if (way != null && isClearly(read, way)) {
        signals.add(signal(code, tellingWords(read, way)));
      } else if (forwarded && code == SignalCode.FORWARDED_WITHOUT_ORIGIN) {
        signals.add(signal(code, List.of()));
      }
    }
    return signals;
  }

  private static List<String> refutation(Cues cues) {
    return cues.has("denial-taken-back") ? List.of() : cues.evidence("denial");
  }

  private static boolean isClearly(ReadPost read, Telling way) {
    return read.told(way) >= CLEARLY_TOLD || (way == Telling.COMPLAINT && read.isOwnView());
  }

  private List<String> tellingWords(ReadPost read, Telling way) {
    return telling.evidence(read.terms().text(), read.tokens(), way, MOST_EVIDENCE);
  }

  /**
   * Measures and harm that the post says not to be so («не отключат», «отравлений нет») are no
   * signals.
   */
  private static Cues withoutNegated(TermText post, Cues all) {
    List<Cues.Cue> kept = new ArrayList<>();
    for (Cues.Cue cue : all.all()) {
      boolean statement =
          cue.code().equals(SignalCode.THREATENED_MEASURE.code())
              || cue.code().equals(SignalCode.REPORTED_HARM.code());
      if (!statement || !startsNegated(post, cue)) {
        kept.add(cue);
      }
    }
    return new Cues(kept);
  }

  private static boolean startsNegated(TermText post, Cues.Cue cue) {
    for (Term term : post.terms()) {
      if (term.start() == cue.start()) {
        return term.negated();
      }
    }
    return false;
  }

  Signal signal(SignalCode code, List<String> evidence) {
    return new Signal(code.code(), weights.getOrDefault(code, 0.0), evidence);
  }

  /** All signals as one number, 0 to 1. */
  public double score(List<Signal> signals) {
    double logit = bias;
    for (Signal signal : signals) {
      logit += signal.weight();
    }
    return LogisticModel.probability(logit);
  }

  /** The score from which a person should look. */
  public double threshold() {
    return threshold;
  }

  /**
   * The words of the first sentence that states something to check: an event, and at least two of a
   * number, a name, a word such as «все». Questions state nothing.
   */
  private static List<String> checkable(TermText post) {
    List<Term> terms = post.terms();
    int from = 0;
    while (from < terms.size()) {
      int sentence = terms.get(from).sentence();
      int to = from;
      List<String> facts = new ArrayList<>();
      boolean event = false;
      for (; to < terms.size() && terms.get(to).sentence() == sentence; to++) {
        Term term = terms.get(to);
        boolean concept = term.sense().event() && term.sense().concepts().length > 0;
        boolean fact =
            (term.isNumber() && term.number() >= BIG_NUMBER)
                || term.name()
                || EVERYONE.contains(term.sense().lemma());
        event |= concept;
        if (fact) {
          facts.add(post.surface(term));
        }
      }
      if (event && facts.size() >= FACTS_TO_CHECK && !post.questions().get(sentence)) {
        return facts;
      }
      from = to;
    }
    return List.of();
  }
}
