package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.List;

/**
 * One wording of a claim, ready to be compared: its terms with content.
 *
 * @param entry the claim it belongs to
 * @param terms its terms with content, in their order; at least one
 * @param notifies true when the wording itself sounds like a notice of ordinary work; then the same
 *     in a post says nothing
 * @param mass sum of their squared weights: what a text that shares everything would score in the
 *     index
 */
record ClaimWording(ClaimEntry entry, List<Term> terms, boolean notifies, double mass) {

  static ClaimWording of(ClaimEntry entry, TermText text, PostManner manner) {
    List<Term> content = new ArrayList<>();
    double mass = 0;
    for (Term term : text.terms()) {
      if (term.isContent()) {
        content.add(term);
        mass += term.weight() * term.weight();
      }
    }
    return new ClaimWording(entry, content, manner.notifies(), mass);
  }
}
