package org.otklik.jobs.urgent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.jobs.AlertEvent;
import org.otklik.jobs.TestPosts;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.analysis.Correction;
import org.otklik.models.post.PostKind;
import org.otklik.models.text.Lemmatizer;
import org.otklik.models.topic.Urgency;
import org.otklik.models.topic.UrgencyDetector;

class RaiseUrgentMessagesTest {
  private static final Map<String, String> NAMES =
      Map.of("energy", "Энергетика", "housing-utilities", "ЖКХ");
  private static final String TEXT = "На Советской провод под напряжением, звонила Иванова";

  @Test
  void tellsOfDangerWithReasonsThemeAndPlaceButWithoutThePostsWords() {
    AlertEvent event =
        raised(3, urgent("energy", "Холмский", 3, "life-and-health", "accident")).get(0);

    assertThat(event.kind()).isEqualTo(AlertEvent.URGENT_MESSAGE);
    assertThat(event.summary())
        .isEqualTo(
            "Опасность для жизни или здоровья: энергетика, Холмский"
                + " (признаки: слова об угрозе жизни или здоровью; авария или отключение)");
    assertThat(event.facts()).containsEntry("reasons", "life-and-health,accident");
    assertThat(event.figures()).containsEntry("urgency", 3.0);
    assertThat(event.theme()).isEqualTo("energy");
    assertThat(event.municipality()).isEqualTo("Холмский");
    assertThat(event.severity()).isEqualTo(3);
    assertThat(event.time()).isEqualTo(TestPosts.NOON);
    assertThat(event.posts()).containsExactly(TestPosts.post("1", TEXT).id());
    assertThat(event.toString()).doesNotContain("Иванова", "Советской", "под напряжением");
  }

  @Test
  void keepsAbbreviationsAndAdmitsAnUnknownPlace() {
    assertThat(raised(3, urgent("housing-utilities", null, 3, "life-and-health")))
        .extracting(AlertEvent::summary)
        .containsExactly(
            "Опасность для жизни или здоровья: ЖКХ, место не определено"
                + " (признаки: слова об угрозе жизни или здоровью)");
  }

  @Test
  void tellsTheThemeThatAPersonHasSet() {
    AnalyzedPost post = urgent("energy", "Холмский", 3, "life-and-health");
    AnalyzedPost corrected =
        new AnalyzedPost(
            post.post(),
            post.analysis(),
            new Correction("housing-utilities", "duty", TestPosts.NOON),
            null,
            null);

    assertThat(raised(3, corrected))
        .extracting(AlertEvent::theme)
        .containsExactly("housing-utilities");
    assertThat(raised(3, corrected).get(0).id()).isEqualTo(raised(3, post).get(0).id());
  }

  @Test
  void staysQuietBelowTheLevel() {
    assertThat(raised(3, urgent("energy", "Холмский", 2, "accident"))).isEmpty();
    assertThat(raised(2, urgent("energy", "Холмский", 2, "accident")))
        .extracting(AlertEvent::summary)
        .containsExactly(
            "Срочное сообщение: энергетика, Холмский (признаки: авария или отключение)");
  }

  @Test
  void staysQuietOnOfficialReplies() {
    AnalyzedPost reply =
        TestPosts.urgent(
            TestPosts.analyzed(
                TestPosts.post("1", TEXT, PostKind.RESPONSE, TestPosts.NOON, 1),
                "energy",
                "Холмский"),
            3,
            "life-and-health");

    assertThat(raised(3, reply)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Позор администрации! Врут, воруют и смеются нам в лицо, гнать их всех!",
        "Мэр, вы нас вообще слышите??? СКОЛЬКО МОЖНО ТЕРПЕТЬ ЭТО БЕЗОБРАЗИЕ",
        "Министр зажрался, ни за что не отвечает, будем жаловаться президенту и в прокуратуру",
        "Ненавижу этих чиновников, одни отписки, губернатора в отставку"
      })
  void staysQuietOnAngerAndCriticismOfAuthorities(String angry) {
    Urgency found = UrgencyDetector.load().detect(angry, new Lemmatizer().tokens(angry));
    AnalyzedPost post =
        TestPosts.urgent(
            TestPosts.analyzed(TestPosts.post("1", angry), "governance", null),
            found.level(),
            found.reasons().toArray(String[]::new));

    assertThat(raised(3, post)).isEmpty();
    assertThat(raised(2, post)).isEmpty();
  }

  private static AnalyzedPost urgent(
      String theme, String municipality, int urgency, String... reasons) {
    return TestPosts.urgent(
        TestPosts.analyzed(TestPosts.post("1", TEXT), theme, municipality), urgency, reasons);
  }

  private static List<AlertEvent> raised(int level, AnalyzedPost post) {
    List<AlertEvent> events = new ArrayList<>();
    new RaiseUrgentMessages("sakhalin", level, NAMES).flatMap(post, new ListCollector<>(events));
    return events;
  }
}
