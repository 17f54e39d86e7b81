package org.otklik.models.place;

import static org.otklik.models.place.Cases.ACCUSATIVE;
import static org.otklik.models.place.Cases.ALL;
import static org.otklik.models.place.Cases.DATIVE;
import static org.otklik.models.place.Cases.GENITIVE;
import static org.otklik.models.place.Cases.INSTRUMENTAL;
import static org.otklik.models.place.Cases.NOMINATIVE;
import static org.otklik.models.place.Cases.PREPOSITIONAL;

import java.util.Arrays;

/** The endings that a stem may take, each with the cases that it marks. Shared by many names. */
final class Paradigm {
  private static final int DIRECT = NOMINATIVE | ACCUSATIVE;
  private static final int OBLIQUE = GENITIVE | DATIVE | INSTRUMENTAL | PREPOSITIONAL;

  /** A word that does not change. */
  static final Paradigm FIXED = of(false).with(ALL, "");

  /** Холмск, Корсаков, Онор. */
  static final Paradigm CONSONANT =
      of(false)
          .with(DIRECT, "")
          .with(GENITIVE, "а")
          .with(DATIVE, "у")
          .with(INSTRUMENTAL, "ом")
          .with(PREPOSITIONAL, "е");

  /** Углич, Елец: instrumental in -ем. */
  static final Paradigm SIBILANT =
      of(false)
          .with(DIRECT, "")
          .with(GENITIVE, "а")
          .with(DATIVE, "у")
          .with(INSTRUMENTAL, "ем")
          .with(INSTRUMENTAL, "ом")
          .with(PREPOSITIONAL, "е");

  /** The same two without the nominative, for stems that lose a vowel: Городк-а, Ельц-а. */
  static final Paradigm FLEETING =
      of(false)
          .with(GENITIVE, "а")
          .with(DATIVE, "у")
          .with(INSTRUMENTAL, "ом")
          .with(INSTRUMENTAL, "ем")
          .with(PREPOSITIONAL, "е");

  /** Ручей → ручья. */
  static final Paradigm FLEETING_SOFT =
      of(false)
          .with(GENITIVE, "ья")
          .with(DATIVE, "ью")
          .with(INSTRUMENTAL, "ьем")
          .with(PREPOSITIONAL, "ье");

  /** Бикай: stem before й. */
  static final Paradigm SHORT_I =
      of(false)
          .with(DIRECT, "й")
          .with(GENITIVE, "я")
          .with(DATIVE, "ю")
          .with(INSTRUMENTAL, "ем")
          .with(PREPOSITIONAL, "е")
          .with(PREPOSITIONAL, "и");

  /** Тула, Оха, Некрасовка. */
  static final Paradigm A =
      of(false)
          .with(NOMINATIVE, "а")
          .with(GENITIVE, "ы")
          .with(GENITIVE, "и")
          .with(DATIVE | PREPOSITIONAL, "е")
          .with(ACCUSATIVE, "у")
          .with(INSTRUMENTAL, "ой")
          .with(INSTRUMENTAL, "ою")
          .with(INSTRUMENTAL, "ей");

  /** Ванина, Чернова: declined as a noun or as an adjective. */
  static final Paradigm POSSESSIVE_A =
      of(false)
          .with(NOMINATIVE, "а")
          .with(GENITIVE, "ы")
          .with(DATIVE | PREPOSITIONAL, "е")
          .with(ACCUSATIVE, "у")
          .with(OBLIQUE, "ой");

  /** Зыряня, Елань-я: stem before я. */
  static final Paradigm YA =
      of(false)
          .with(NOMINATIVE, "я")
          .with(GENITIVE | DATIVE | PREPOSITIONAL, "и")
          .with(DATIVE | PREPOSITIONAL, "е")
          .with(ACCUSATIVE, "ю")
          .with(INSTRUMENTAL, "ей");

  /** Чернь, Обоянь, Пристень, Сиваш-ь: feminine and masculine alike. */
  static final Paradigm SOFT_SIGN =
      of(false)
          .with(DIRECT, "ь")
          .with(GENITIVE | DATIVE | PREPOSITIONAL, "и")
          .with(INSTRUMENTAL, "ью")
          .with(GENITIVE, "я")
          .with(DATIVE, "ю")
          .with(INSTRUMENTAL, "ем")
          .with(PREPOSITIONAL, "е");

  /** Хомутово, Волово: declined, and often left as it is; рядом с «Воловом» also «Воловым». */
  static final Paradigm O =
      of(false)
          .with(ALL, "о")
          .with(GENITIVE, "а")
          .with(DATIVE, "у")
          .with(INSTRUMENTAL, "ом")
          .with(INSTRUMENTAL, "ым")
          .with(PREPOSITIONAL, "е");

  /** Заречье, Поле, Городище, Сельцо. */
  static final Paradigm E =
      of(false)
          .with(DIRECT, "е")
          .with(GENITIVE, "я")
          .with(GENITIVE, "а")
          .with(DATIVE, "ю")
          .with(DATIVE, "у")
          .with(INSTRUMENTAL, "ем")
          .with(PREPOSITIONAL, "е")
          .with(PREPOSITIONAL, "и");

  /** Ноглики, Щигры, Ключи. */
  static final Paradigm PLURAL =
      of(false)
          .with(DIRECT, "и")
          .with(DIRECT, "ы")
          .with(GENITIVE, "ов")
          .with(GENITIVE, "ев")
          .with(GENITIVE, "ей")
          .with(GENITIVE, "")
          .with(DATIVE, "ам")
          .with(DATIVE, "ям")
          .with(INSTRUMENTAL, "ами")
          .with(INSTRUMENTAL, "ями")
          .with(PREPOSITIONAL, "ах")
          .with(PREPOSITIONAL, "ях");

  /** Липки → Лип-ок. */
  static final Paradigm PLURAL_GENITIVE = of(false).with(GENITIVE, "ок").with(GENITIVE, "ек");

  /** Горный, Заокский, Донской. */
  static final Paradigm ADJECTIVE_MASCULINE =
      of(true)
          .with(DIRECT, "ый")
          .with(DIRECT, "ий")
          .with(DIRECT, "ой")
          .with(GENITIVE, "ого")
          .with(GENITIVE, "его")
          .with(DATIVE, "ому")
          .with(DATIVE, "ему")
          .with(INSTRUMENTAL, "ым")
          .with(INSTRUMENTAL, "им")
          .with(PREPOSITIONAL, "ом")
          .with(PREPOSITIONAL, "ем");

  /** Красное, Тымовское. */
  static final Paradigm ADJECTIVE_NEUTER =
      of(true)
          .with(DIRECT, "ое")
          .with(DIRECT, "ее")
          .with(GENITIVE, "ого")
          .with(GENITIVE, "его")
          .with(DATIVE, "ому")
          .with(DATIVE, "ему")
          .with(INSTRUMENTAL, "ым")
          .with(INSTRUMENTAL, "им")
          .with(PREPOSITIONAL, "ом")
          .with(PREPOSITIONAL, "ем");

  /** Узловая, Верхняя. */
  static final Paradigm ADJECTIVE_FEMININE =
      of(true)
          .with(NOMINATIVE, "ая")
          .with(NOMINATIVE, "яя")
          .with(OBLIQUE, "ой")
          .with(OBLIQUE, "ей")
          .with(ACCUSATIVE, "ую")
          .with(ACCUSATIVE, "юю")
          .with(INSTRUMENTAL, "ою");

  /** Малые, Верхние. */
  static final Paradigm ADJECTIVE_PLURAL =
      of(true)
          .with(DIRECT, "ые")
          .with(DIRECT, "ие")
          .with(GENITIVE | PREPOSITIONAL, "ых")
          .with(GENITIVE | PREPOSITIONAL, "их")
          .with(DATIVE, "ым")
          .with(DATIVE, "им")
          .with(INSTRUMENTAL, "ыми")
          .with(INSTRUMENTAL, "ими");

  /** корсаковский, -ая, -ое, -ие in all cases, the stem with its -ск. */
  static final Paradigm ADJECTIVE_ALL = adjectiveAll("");

  /** The same, made from a noun's stem: корсаков-ский. */
  static final Paradigm ADJECTIVE_SK = adjectiveAll("ск");

  /** ох-инский, томар-инский. */
  static final Paradigm ADJECTIVE_INSK = adjectiveAll("инск");

  /** охин-цы, углегор-цы: people by their place. */
  static final Paradigm PEOPLE_TSY =
      of(false)
          .with(NOMINATIVE, "ец")
          .with(NOMINATIVE, "цы")
          .with(GENITIVE | ACCUSATIVE, "ца")
          .with(GENITIVE | ACCUSATIVE, "цев")
          .with(DATIVE, "цу")
          .with(DATIVE, "цам")
          .with(INSTRUMENTAL, "цем")
          .with(INSTRUMENTAL, "цами")
          .with(PREPOSITIONAL, "цах");

  /** хабаров-чане, холм-чане. */
  static final Paradigm PEOPLE_CHANE =
      of(false)
          .with(NOMINATIVE, "чане")
          .with(NOMINATIVE, "чанин")
          .with(NOMINATIVE, "чанка")
          .with(GENITIVE | ACCUSATIVE, "чан")
          .with(GENITIVE | ACCUSATIVE, "чанина")
          .with(DATIVE, "чанам")
          .with(INSTRUMENTAL, "чанами")
          .with(PREPOSITIONAL, "чанах");

  private final boolean adjective;
  private String[] endings = new String[0];
  private int[] cases = new int[0];
  private int longest;

  private Paradigm(boolean adjective) {
    this.adjective = adjective;
  }

  private static Paradigm of(boolean adjective) {
    return new Paradigm(adjective);
  }

  private static Paradigm adjectiveAll(String suffix) {
    Paradigm paradigm = of(true);
    for (Paradigm gender :
        new Paradigm[] {
          ADJECTIVE_MASCULINE, ADJECTIVE_NEUTER, ADJECTIVE_FEMININE, ADJECTIVE_PLURAL
        }) {
      for (int i = 0; i < gender.endings.length; i++) {
        paradigm.with(gender.cases[i], suffix + gender.endings[i]);
      }
    }
    return paradigm;
  }

  private Paradigm with(int marked, String ending) {
    longest = Math.max(longest, ending.length());
    for (int i = 0; i < endings.length; i++) {
      if (endings[i].equals(ending)) {
        cases[i] |= marked;
        return this;
      }
    }
    endings = Arrays.copyOf(endings, endings.length + 1);
    cases = Arrays.copyOf(cases, cases.length + 1);
    endings[endings.length - 1] = ending;
    cases[cases.length - 1] = marked;
    return this;
  }

  /** True for words that decline as adjectives. */
  boolean isAdjective() {
    return adjective;
  }

  /** The cases that a word stands in whose rest after the stem is given; 0 when it is no form. */
  int casesOf(String word, int stemLength) {
    int length = word.length() - stemLength;
    if (length > longest) {
      return 0;
    }
    for (int i = 0; i < endings.length; i++) {
      if (endings[i].length() == length && word.startsWith(endings[i], stemLength)) {
        return cases[i];
      }
    }
    return 0;
  }

  /** All endings. */
  String[] endings() {
    return endings.clone();
  }
}
