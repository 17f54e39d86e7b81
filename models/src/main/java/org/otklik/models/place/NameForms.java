package org.otklik.models.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes the patterns by which a name is recognised in all its case forms: words decline together
 * («в Ясной Поляне»), parts that don't decline stay («в Комсомольске-на-Амуре», «под
 * Нарьян-Маром»), and adjectives are derived («корсаковская больница»).
 */
final class NameForms {
  private static final Set<String> FIXED_HEADS = Set.of("имени", "им");
  private static final Set<String> LINKS = Set.of("на", "под", "в", "у", "над", "за", "при", "и");

  private final Inflection inflection;

  NameForms(RussianDictionary dictionary) {
    this.inflection = new Inflection(dictionary);
  }

  /** The patterns of a name; more than one when it is also written in one word. */
  List<NamePattern> of(String name) {
    FoldedText text = new FoldedText(name);
    int size = text.size();
    if (size == 0) {
      return List.of();
    }
    Stem[][] words = new Stem[size][];
    boolean fixed = FIXED_HEADS.contains(text.word(0));
    boolean afterNoun = false;
    for (int i = 0; i < size; i++) {
      String word = text.word(i);
      boolean hyphenAfter = i + 1 < size && text.charAt(text.end(i)) == '-';
      boolean declines =
          !fixed && !LINKS.contains(word) && !(hyphenAfter && !declinesBeforeHyphen(text, i));
      List<Stem> stems = declines ? inflection.of(word) : List.of(new Stem(word, Paradigm.FIXED));
      if (declines && afterNoun && !stems.get(0).paradigm().isAdjective()) {
        stems = new ArrayList<>(stems);
        stems.add(new Stem(word, Paradigm.FIXED));
      }
      fixed |= LINKS.contains(word);
      afterNoun |= declines && !stems.get(0).paradigm().isAdjective();
      words[i] = stems.toArray(Stem[]::new);
    }
    List<NamePattern> patterns = new ArrayList<>(2);
    patterns.add(new NamePattern(words, false));
    if (size == 2 && isHyphenated(text) && words[0][0].paradigm() == Paradigm.FIXED) {
      patterns.add(new NamePattern(joined(words), false));
    }
    return patterns;
  }

  /** КАФ, ДОС, МОГЭС: more than one capital. */
  private static boolean isAbbreviation(FoldedText text, int index) {
    String written = text.written(index, index);
    return written.length() > 1 && written.equals(written.toUpperCase(Locale.ROOT));
  }

  private static boolean isHyphenated(FoldedText text) {
    return text.charAt(text.end(0)) == '-' && !text.isNumber(1);
  }

  /** «Александровск-Сахалинский», «Комсомольск-на-Амуре», «Гаровка-1»: the first part declines. */
  private boolean declinesBeforeHyphen(FoldedText text, int index) {
    String next = text.word(index + 1);
    if (LINKS.contains(next) || text.isNumber(index + 1)) {
      return true;
    }
    return text.word(index).endsWith("ск") && inflection.of(next).get(0).paradigm().isAdjective();
  }

  private static Stem[][] joined(Stem[][] words) {
    Stem[] stems = new Stem[words[1].length];
    for (int i = 0; i < stems.length; i++) {
      stems[i] = new Stem(words[0][0].text() + words[1][i].text(), words[1][i].paradigm());
    }
    return new Stem[][] {stems};
  }

  /** The patterns of the adjectives made from the name of a settlement; none where no rule fits. */
  List<NamePattern> adjectivesOf(String name) {
    FoldedText text = new FoldedText(name);
    int size = text.size();
    if (size == 0 || size > 2 || size == 2 && !isHyphenated(text)) {
      return List.of();
    }
    List<Stem> derived = derived(text.word(size - 1));
    if (derived.isEmpty()) {
      return List.of();
    }
    Stem[] last = derived.toArray(Stem[]::new);
    if (size == 1) {
      return List.of(new NamePattern(new Stem[][] {last}, true));
    }
    Stem[][] words = {{new Stem(text.word(0), Paradigm.FIXED)}, last};
    return List.of(new NamePattern(words, true), new NamePattern(joined(words), true));
  }

  /** The patterns of the words for a town's people: «охинцы», «хабаровчане». */
  List<NamePattern> peopleOf(String name) {
    FoldedText text = new FoldedText(name);
    int size = text.size();
    if (size == 0 || size > 2 || size == 2 && !isHyphenated(text)) {
      return List.of();
    }
    List<Stem> people = new ArrayList<>();
    for (Stem adjective : derived(text.word(size - 1))) {
      String stem = adjective.text();
      if (adjective.paradigm() == Paradigm.ADJECTIVE_ALL) {
        stem = stem.substring(0, stem.length() - 2);
      } else if (adjective.paradigm() == Paradigm.ADJECTIVE_INSK) {
        stem = stem + "ин";
      }
      people.add(new Stem(stem, Paradigm.PEOPLE_TSY));
      people.add(new Stem(stem, Paradigm.PEOPLE_CHANE));
    }
    if (people.isEmpty()) {
      return List.of();
    }
    Stem[] last = people.toArray(Stem[]::new);
    if (size == 1) {
      return List.of(new NamePattern(new Stem[][] {last}, false));
    }
    Stem[][] words = {{new Stem(text.word(0), Paradigm.FIXED)}, last};
    return List.of(new NamePattern(words, false), new NamePattern(joined(words), false));
  }

  /** The pattern of an adjective that is itself the name: «Охинский», in all genders. */
  List<NamePattern> adjective(String name) {
    FoldedText text = new FoldedText(name);
    int size = text.size();
    if (size == 0 || size > 2) {
      return List.of();
    }
    String word = text.word(size - 1);
    if (!word.endsWith("ий") && !word.endsWith("ый") && !word.endsWith("ой")) {
      return List.of();
    }
    Stem[] last = {new Stem(word.substring(0, word.length() - 2), Paradigm.ADJECTIVE_ALL)};
    if (size == 1) {
      return List.of(new NamePattern(new Stem[][] {last}, true));
    }
    Stem[][] words = {{new Stem(text.word(0), Paradigm.FIXED)}, last};
    return isHyphenated(text)
        ? List.of(new NamePattern(words, true), new NamePattern(joined(words), true))
        : List.of();
  }

  private static List<Stem> derived(String word) {
    int length = word.length();
    if (length < 3) {
      return List.of();
    }
    String less1 = word.substring(0, length - 1);
    String less2 = word.substring(0, length - 2);
    if (word.endsWith("ск") || word.endsWith("цк")) {
      return List.of(new Stem(word, Paradigm.ADJECTIVE_ALL));
    }
    if (word.endsWith("ка")) {
      return length > 5 ? List.of(new Stem(less2, Paradigm.ADJECTIVE_SK)) : List.of();
    }
    char last = word.charAt(length - 1);
    return switch (last) {
      case 'а' ->
          List.of(
              new Stem(softened(less1), Paradigm.ADJECTIVE_SK),
              new Stem(less1, Paradigm.ADJECTIVE_INSK));
      case 'я', 'ь' -> List.of(new Stem(less1, Paradigm.ADJECTIVE_SK));
      case 'и', 'ы' ->
          List.of(new Stem(less1, Paradigm.ADJECTIVE_SK), new Stem(less1, Paradigm.ADJECTIVE_INSK));
      case 'о' -> List.of(new Stem(softened(less1), Paradigm.ADJECTIVE_SK));
      case 'е', 'й', 'у', 'э', 'ю' -> List.of();
      default ->
          last >= 'а' && last <= 'я'
              ? List.of(new Stem(softened(word), Paradigm.ADJECTIVE_SK))
              : List.of();
    };
  }

  private static String softened(String stem) {
    return stem.endsWith("л") ? stem + "ь" : stem;
  }
}
