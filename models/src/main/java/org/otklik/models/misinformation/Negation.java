package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Marks the terms that a text says not to be so. «Не» turns the next word («не закроют»), or the
 * next two when the first only helps («не будут закрывать»), or the one before («закрывать не
 * станут»); «нет», «без», «не будет» and «не нашли» turn the words around them («палочки в воде
 * нет»). A word of ending marks the words around it as stopped («перестанут выдавать»), unless it
 * is negated itself («выдавать не перестанут»). All within one clause.
 */
final class Negation {
  private static final int REACH = 5;
  private static final Set<String> NOT = Set.of("не", "ни");

  /** After these «не» and «нет» set a time or a condition: «пока не закрыли», «если нет прав». */
  private static final Set<String> CONDITION =
      Set.of("пока", "если", "кто", "тот", "чтобы", "чтоб");

  private static final Set<String> ABSENCE = Set.of("нет", "нету", "никакой");
  private static final Set<String> HELPING =
      Set.of(
          "быть",
          "было",
          "стать",
          "мочь",
          "планировать",
          "собираться",
          "хотеть",
          "намереваться",
          "думать",
          "решать",
          "решить",
          "начать",
          "начинать");

  /** «Не» before one of these says that what stands around is not there or is not done. */
  private static final Set<String> EXISTENCE =
      Set.of(
          "быть",
          "было",
          "найти",
          "обнаружить",
          "выявить",
          "планироваться",
          "ожидаться",
          "ожидать",
          "прогнозировать",
          "прогнозироваться",
          "поступать",
          "подтвердиться",
          "подтвердить",
          "существовать",
          "грозить",
          "зафиксировать",
          "зарегистрировать",
          "бывать",
          "предусмотреть",
          "отметить",
          "делать",
          "проводить",
          "проводиться",
          "вводить",
          "вводиться",
          "ввести",
          "готовиться",
          "рассматриваться",
          "обсуждаться",
          "касаться");

  /** Advice and threats to a «you» deny nothing: «не пейте», «не войдёшь». */
  private static final List<String> TO_YOU =
      List.of("йте", "ите", "ете", "ьте", "йтесь", "итесь", "етесь", "ьтесь", "шь", "шься");

  private static final List<String> INFINITIVE = List.of("ть", "ться", "ти", "тись", "чь", "чься");

  List<Term> mark(String text, List<Term> terms) {
    int size = terms.size();
    boolean[] negated = new boolean[size];
    boolean[] stopped = new boolean[size];
    for (int i = 0; i < size; i++) {
      String lemma = terms.get(i).sense().lemma();
      if (isCondition(terms, i) || isToYou(text, terms, i)) {
        continue;
      }
      if (NOT.contains(lemma) && sameClause(terms, i, i + 1)) {
        negated[i + 1] = true;
        String next = terms.get(i + 1).sense().lemma();
        boolean helps =
            HELPING.contains(next)
                && sameClause(terms, i, i + 2)
                && terms.get(i + 2).sense().event();
        if (helps) {
          negated[i + 2] = true;
        } else if (HELPING.contains(next) && isInfinitive(text, terms, i - 1, i)) {
          negated[i - 1] = true;
        } else if (EXISTENCE.contains(next) || endsClause(terms, i, next)) {
          markAround(terms, negated, i, i + 1);
        }
      } else if (ABSENCE.contains(lemma)) {
        markAround(terms, negated, i, i);
      }
    }
    for (int i = 0; i < size; i++) {
      if (terms.get(i).sense().stop() && !negated[i]) {
        markAround(terms, stopped, i, i);
      }
    }
    List<Term> marked = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      marked.add(
          negated[i] || stopped[i] ? terms.get(i).with(negated[i], stopped[i]) : terms.get(i));
    }
    return marked;
  }

  /** «Дорога платной не станет». */
  private static boolean endsClause(List<Term> terms, int not, String next) {
    return HELPING.contains(next) && !sameClause(terms, not, not + 2);
  }

  /** «Строить не будут», «строить не станут». */
  private static boolean isInfinitive(String text, List<Term> terms, int at, int not) {
    if (at < 0 || !sameClause(terms, at, not)) {
      return false;
    }
    Term term = terms.get(at);
    String surface = text.substring(term.start(), term.end());
    return term.sense().event() && INFINITIVE.stream().anyMatch(surface::endsWith);
  }

  private static boolean isToYou(String text, List<Term> terms, int not) {
    if (!sameClause(terms, not, not + 1)) {
      return false;
    }
    Term next = terms.get(not + 1);
    String surface = text.substring(next.start(), next.end());
    return next.sense().event() && TO_YOU.stream().anyMatch(surface::endsWith);
  }

  private static boolean isCondition(List<Term> terms, int not) {
    for (int i = not; i >= 0 && sameClause(terms, i, not); i--) {
      if (CONDITION.contains(terms.get(i).sense().lemma())) {
        return true;
      }
    }
    return false;
  }

  private static void markAround(List<Term> terms, boolean[] marks, int first, int last) {
    for (int i = Math.max(0, first - REACH); i < first; i++) {
      marks[i] |= sameClause(terms, i, first);
    }
    for (int i = last + 1; i <= last + REACH && sameClause(terms, last, i); i++) {
      marks[i] = true;
    }
  }

  private static boolean sameClause(List<Term> terms, int one, int other) {
    return other < terms.size() && terms.get(one).clause() == terms.get(other).clause();
  }
}
