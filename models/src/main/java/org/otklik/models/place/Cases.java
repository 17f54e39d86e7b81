package org.otklik.models.place;

/** The grammatical cases that a form may stand in, as bits of a set. */
final class Cases {
  static final int NOMINATIVE = 1;
  static final int GENITIVE = 2;
  static final int DATIVE = 4;
  static final int ACCUSATIVE = 8;
  static final int INSTRUMENTAL = 16;
  static final int PREPOSITIONAL = 32;
  static final int ALL = 63;

  private Cases() {}
}
