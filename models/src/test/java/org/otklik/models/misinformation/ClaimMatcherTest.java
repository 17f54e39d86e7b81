package org.otklik.models.misinformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimMatcherTest {
  private final ClaimMatcher matcher =
      ClaimMatcher.of(List.of(Examples.BOATS, Examples.WELL, Examples.BENEFIT));

  private Optional<ClaimMatch> match(String text) {
    return matcher.match(text, Examples.tokens(text));
  }

  private void assertMatches(String text, String claimId, MatchKind kind) {
    assertThat(match(text))
        .hasValueSatisfying(
            match -> {
              assertThat(match.claimId()).isEqualTo(claimId);
              assertThat(match.kind()).isEqualTo(kind);
              assertThat(match.suggestion()).isFalse();
              assertThat(match.words()).isNotEmpty();
              assertThat(match.score()).isBetween(0.0, 1.0);
            });
  }

  private void assertNoMatch(String text) {
    assertThat(match(text).filter(match -> !match.suggestion())).isEmpty();
  }

  @Test
  void findsCopyInCapitalsWithWordsAround() {
    assertMatches(
        "ВНИМАНИЕ! " + Examples.WELL.claim().toUpperCase(java.util.Locale.ROOT),
        "well",
        MatchKind.COPY);
  }

  @Test
  void findsLightEdit() {
    assertMatches(
        "с 1 мая запретят держать на берегу лодки без мотора, штраф 15 тыс.",
        "boats",
        MatchKind.LIGHT_EDIT);
  }

  @Test
  void findsQuestion() {
    assertMatches("Правда, что в колодцах Приреченска нашли ртуть?", "well", MatchKind.QUESTION);
  }

  @Test
  void denialIsNoMatch() {
    assertNoMatch("Неправда, что в колодцах Приреченска нашли ртуть: пробы чистые");
    assertNoMatch("Ртути в колодцах Приреченска нет");
    assertNoMatch("Лодки держать на берегу не запретят, штрафа не будет");
  }

  @Test
  void denialOfAnEndIsNoMatch() {
    assertNoMatch("Пособие на молоко для младенцев выдавать не перестанут");
  }

  @Test
  void newsOnSameTopicIsNoMatch() {
    assertNoMatch("В Приреченске почистили два колодца на Садовой улице");
  }

  @Test
  void complaintOnSameTopicIsNoMatch() {
    assertNoMatch(
        "Колодец в Приреченске второй месяц без крышки, ребёнок чуть не упал, сколько ждать");
  }

  @Test
  void otherTextIsNoMatch() {
    assertNoMatch("Отдам диван, самовывоз");
    assertNoMatch("");
  }

  @Test
  void shortTextOnlySuggests() {
    assertThat(match("ртуть в колодцах").filter(match -> !match.suggestion())).isEmpty();
  }

  @Test
  void addedClaimMatchesNextCopy() {
    String text = "На маяке поселят полсотни тюленей, местных рыбаков прогонят";
    assertThat(match(text)).isEmpty();
    ClaimMatcher grown = matcher.with(Examples.claim("seals", text));
    assertThat(grown.match(text, Examples.tokens(text)))
        .hasValueSatisfying(match -> assertThat(match.claimId()).isEqualTo("seals"));
    assertThat(match(text)).as("the first matcher has not changed").isEmpty();
  }

  @Test
  void newerVersionReplacesClaim() {
    ClaimMatcher newer = matcher.with(Examples.claim("well", "На маяке поселят тюленей и моржей"));
    assertThat(newer.claims())
        .extracting(Claim::id)
        .containsExactlyInAnyOrder("boats", "well", "benefit");
    assertThat(newer.match(Examples.WELL.claim(), Examples.tokens(Examples.WELL.claim())))
        .isEmpty();
  }

  @Test
  void removedClaimMatchesNoMore() {
    ClaimMatcher smaller = matcher.without("well");
    assertThat(smaller.match(Examples.WELL.claim(), Examples.tokens(Examples.WELL.claim())))
        .isEmpty();
    assertThat(smaller.claims()).hasSize(2);
  }

  @Test
  void manyAddedClaimsAreAllFound() {
    ClaimMatcher grown = ClaimMatcher.of(List.of());
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Claim claim =
          Examples.claim("c" + i, "Дом номер " + (1000 + i) + " взорвут в полночь без расселения");
      claims.add(claim);
      grown = grown.with(claim);
    }
    for (Claim claim : claims) {
      assertThat(grown.match(claim.claim(), Examples.tokens(claim.claim())))
          .hasValueSatisfying(match -> assertThat(match.claimId()).isEqualTo(claim.id()));
    }
  }

  @Test
  void claimCountsOnlyOnItsDays() {
    Claim passing =
        new Claim(
            "storm",
            "Завтра ураган снесёт мост через реку Кедровку",
            List.of(),
            "",
            "",
            "",
            null,
            null,
            "2026-05-01",
            "2026-05-03",
            List.of(),
            null);
    ClaimMatcher of = ClaimMatcher.of(List.of(passing));
    String text = passing.claim();
    assertThat(of.match(text, Examples.tokens(text), LocalDate.parse("2026-05-03"))).isPresent();
    assertThat(of.match(text, Examples.tokens(text), LocalDate.parse("2026-05-04"))).isEmpty();
  }

  @Test
  void claimIsFoundInLongText() {
    String text =
        "Сегодня ездили на дачу и убирали листья. Погода стояла тёплая. ".repeat(8)
            + Examples.WELL.claim()
            + ". Потом пили чай и смотрели кино. ".repeat(8);
    assertThat(match(text))
        .hasValueSatisfying(match -> assertThat(match.claimId()).isEqualTo("well"));
  }
}
