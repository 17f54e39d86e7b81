package org.otklik.models.misinformation;

import java.io.Serializable;
import java.util.List;

/**
 * One reason why a person should look at a post, or why not.
 *
 * @param code what was seen: a code of {@link SignalCode}
 * @param weight how much it adds to the score before the logistic function; negative when it lowers
 *     it
 * @param evidence the words of the post that show it, as written; may be empty
 */
public record Signal(String code, double weight, List<String> evidence) implements Serializable {

  public Signal {
    evidence = List.copyOf(evidence);
  }

  /** What staff read, with the words in quotes; it never says that the post is false. */
  public String explanation() {
    String meaning = SignalCode.of(code).map(SignalCode::explanation).orElse(code);
    return evidence.isEmpty() ? meaning : meaning + ": «" + String.join("», «", evidence) + "»";
  }
}
