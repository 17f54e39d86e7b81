package org.otklik.models.misinformation;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a post deserves a look. None of them says that the post is false, and none is anger,
 * obscenity, criticism of authorities or sentiment.
 */
public enum SignalCode {
  CHECK_WORTHY_STATEMENT("утверждает то, что можно проверить: событие, решение, числа"),
  THREATENED_MEASURE("говорит о мере, которую якобы примут ко всем"),
  REPORTED_HARM("говорит об опасности для людей"),
  VAGUE_SOURCE("источник не назван или неясен"),
  CALL_TO_FORWARD("просит переслать другим"),
  URGENCY_SECRECY("торопит или говорит, что это скрывают"),
  PROPHECY_OF_SHORTAGE("предсказывает нехватку или бедствие"),
  IMPERSONATION_OF_BODY("говорит как бы от имени ведомства"),
  FORWARDED_WITHOUT_ORIGIN("переслано, откуда — не указано"),
  RESEMBLES_CLAIM("похоже на проверенное утверждение"),
  CONTRADICTS_ANSWER("расходится с официальным ответом"),
  OWN_REPORT(
      "снижает: человек рассказывает о своей проблеме, говорит своё мнение или просит помочь"),
  SERVICE_NOTICE("снижает: объявление об обычной работе"),
  QUOTED_REFUTATION("снижает: приводит опровержение"),
  SATIRE("снижает: похоже на шутку");

  private final String explanation;

  SignalCode(String explanation) {
    this.explanation = explanation;
  }

  /** The code in records, indices and the file of weights, for example {@code vague-source}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What staff read: why to look, never that something is false. */
  public String explanation() {
    return explanation;
  }

  /** True when the signal speaks against a look. */
  public boolean lowers() {
    return switch (this) {
      case OWN_REPORT, SERVICE_NOTICE, QUOTED_REFUTATION, SATIRE -> true;
      default -> false;
    };
  }

  /** The way of telling that is this signal even where no turn of phrase says so; null: none. */
  @Nullable Telling telling() {
    return switch (this) {
      case OWN_REPORT -> Telling.COMPLAINT;
      case SERVICE_NOTICE -> Telling.NEWS;
      case QUOTED_REFUTATION -> Telling.DENIAL;
      case SATIRE -> Telling.SATIRE;
      default -> null;
    };
  }

  static Optional<SignalCode> of(String code) {
    for (SignalCode known : values()) {
      if (known.code().equals(code)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
