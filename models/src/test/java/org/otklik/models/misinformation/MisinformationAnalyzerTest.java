package org.otklik.models.misinformation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class MisinformationAnalyzerTest {
  private final MisinformationAnalyzer analyzer =
      new MisinformationAnalyzer(ClaimMatcher.of(List.of(Examples.WELL, Examples.BOATS)));

  private Misinformation analyze(String text) {
    return analyzer.analyze(text, Examples.tokens(text), false);
  }

  @Test
  void copyOfClaimGoesToReviewWithItsClaim() {
    Misinformation found = analyze(Examples.WELL.claim());
    assertThat(found.review()).isTrue();
    assertThat(found.claimId()).isEqualTo("well");
    assertThat(found.matchKind()).isEqualTo("copy");
    assertThat(found.score()).isGreaterThan(0.9);
  }

  @Test
  void rumourWithoutClaimGoesToReviewBySignals() {
    Misinformation found =
        analyze("Перешлите всем: с понедельника запретят выезд из области, власти молчат");
    assertThat(found.review()).isTrue();
    assertThat(found.claimId()).isNull();
    assertThat(found.matchKind()).isNull();
    assertThat(found.signals()).isNotEmpty();
  }

  @Test
  void complaintStaysOutOfReview() {
    assertThat(analyze("Третью неделю не вывозят мусор, воняет, примите меры!").review()).isFalse();
  }

  @Test
  void emptyTextStaysOutOfReview() {
    assertThat(analyze("").review()).isFalse();
  }

  @Test
  void otherRegisterTakesEffectAtOnce() {
    String text = Examples.BENEFIT.claim();
    assertThat(analyze(text).claimId()).isNull();
    assertThat(
            analyzer
                .withMatcher(analyzer.matcher().with(Examples.BENEFIT))
                .analyze(text, Examples.tokens(text), false)
                .claimId())
        .isEqualTo("benefit");
  }

  @Test
  void resultAndClaimSurviveJsonAndSerialisation() throws IOException, ClassNotFoundException {
    ObjectMapper json = new ObjectMapper();
    Misinformation found = analyze("Перешлите всем: в колодцах нашли ртуть");
    assertThat(json.readValue(json.writeValueAsString(found), Misinformation.class))
        .isEqualTo(found);
    assertThat(json.readValue(json.writeValueAsString(Examples.WELL), Claim.class))
        .isEqualTo(Examples.WELL);
    assertThat(copy(found)).isEqualTo(found);
    assertThat(copy(Examples.WELL)).isEqualTo(Examples.WELL);
  }

  private static Object copy(Object value) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
