package org.otklik.jobs.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.jobs.channel.Channel.VK;
import static org.otklik.jobs.channel.NativeRecords.PSEUDONYMS;
import static org.otklik.jobs.channel.NativeRecords.PUBLISHED;
import static org.otklik.jobs.channel.NativeRecords.PUBLISHED_AT;
import static org.otklik.jobs.channel.NativeRecords.deadLetter;
import static org.otklik.jobs.channel.NativeRecords.ignored;
import static org.otklik.jobs.channel.NativeRecords.post;
import static org.otklik.jobs.channel.NativeRecords.read;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.jobs.channel.Reading.Outcome;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostKind;

class VkReaderTest {

  private static String event(String type, String object) {
    return "{\"type\":\""
        + type
        + "\",\"group_id\":990000001,\"event_id\":\"e\",\"v\":\"5.199\",\"secret\":\"s3cr3t\","
        + "\"object\":"
        + object
        + "}";
  }

  /** An object with these members besides text and date. */
  private static String item(String members) {
    return "{" + members + ",\"date\":" + PUBLISHED + ",\"text\":\"Фонари не горят\"}";
  }

  private static final String POST =
      item("\"id\":101,\"from_id\":900000017,\"owner_id\":-990000001");
  private static final String COMMENT =
      item("\"id\":5001,\"from_id\":900000018,\"post_id\":101,\"owner_id\":-990000001");

  @Test
  void readsNewPost() {
    Post post = post(VK, event("wall_post_new", POST));

    assertThat(post.channel()).isEqualTo("vk");
    assertThat(post.nativeId()).isEqualTo("-990000001_101");
    assertThat(post.kind()).isEqualTo(PostKind.POST);
    assertThat(post.communityId()).isEqualTo("-990000001");
    assertThat(post.author()).isEqualTo(PSEUDONYMS.of("vk", "900000017"));
    assertThat(post.publishedAt()).isEqualTo(PUBLISHED_AT);
    assertThat(post.url()).isEqualTo("https://vk.com/wall-990000001_101");
    assertThat(post.replyTo()).isNull();
    assertThat(post.sourceFields()).isEmpty();
  }

  @Test
  void readsPostOfCommunityWithoutAuthor() {
    Post post = post(VK, event("wall_post_new", POST.replace("900000017", "-990000001")));

    assertThat(post.kind()).isEqualTo(PostKind.POST);
    assertThat(post.author()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"wall_reply_new", "wall_reply_edit", "wall_reply_restore"})
  void readsComment(String type) {
    Post post = post(VK, event(type, COMMENT));

    assertThat(post.nativeId()).isEqualTo("-990000001_101_r5001");
    assertThat(post.kind()).isEqualTo(PostKind.COMMENT);
    assertThat(post.replyTo()).isEqualTo("-990000001_101");
    assertThat(post.url()).isEqualTo("https://vk.com/wall-990000001_101?reply=5001");
    assertThat(post.editedAt()).isNull();
    assertThat(post.author()).isEqualTo(PSEUDONYMS.of("vk", "900000018"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-990000105", "-990000001"})
  void readsCommentOfAnyCommunityAsResponse(String community) {
    Post post = post(VK, event("wall_reply_new", COMMENT.replace("900000018", community)));

    assertThat(post.kind()).isEqualTo(PostKind.RESPONSE);
    assertThat(post.author()).isNull();
    assertThat(post.communityId()).isEqualTo("-990000001");
    assertThat(post.sourceFields()).containsEntry("responded_by", community);
  }

  @Test
  void takesOwnerFromGroupWhereItIsMissing() {
    String withoutOwner = item("\"id\":7,\"from_id\":900000017");

    assertThat(post(VK, event("wall_post_new", withoutOwner)).nativeId()).isEqualTo("-990000001_7");
    assertThat(post(VK, event("wall_reply_new", item("\"id\":8,\"post_id\":7"))).nativeId())
        .isEqualTo("-990000001_7_r8");
    assertThat(post(VK, item("\"id\":7,\"from_id\":-990000002,\"post_type\":\"post\"")).nativeId())
        .isEqualTo("-990000002_7");
  }

  @Test
  void givesPersonsWallPseudonymInsteadOfId() {
    Post post =
        post(
            VK,
            event(
                "wall_repost", POST.replace("\"owner_id\":-990000001", "\"owner_id\":900000017")));

    assertThat(post.nativeId()).isEqualTo(PSEUDONYMS.of("vk", "900000017") + "_101");
    assertThat(post.communityId()).isNull();
    assertThat(post.url()).isNull();
    assertThat(post.toString()).doesNotContain("900000017");
  }

  @Test
  void readsPageItemByItem() {
    String page =
        "{\"response\":{\"count\":3,\"items\":["
            + POST
            + ",{\"id\":5},"
            + POST.replace("101", "102").replace("\"text\"", "\"edited\":1773510000,\"text\"")
            + "]}}";

    List<Reading> readings = read(VK, page);

    assertThat(readings)
        .extracting(Reading::outcome)
        .containsExactly(Outcome.POST, Outcome.DEAD_LETTER, Outcome.POST);
    assertThat(readings.get(1).reason())
        .isEqualTo(
            "response.items[1].owner_id: missing, expected the wall's owner as a whole number");
    Post edited = readings.get(2).post();
    assertThat(edited).isNotNull();
    assertThat(edited.editedAt()).hasToString("2026-03-14T17:40:00Z");
    assertThat(edited.version()).isEqualTo(1773510000000L);
  }

  @Test
  void readsPageWithoutEnvelopeAndBareItems() {
    assertThat(read(VK, "{\"count\":2,\"items\":[" + POST + "," + COMMENT + "]}"))
        .extracting(reading -> reading.post() == null ? null : reading.post().nativeId())
        .containsExactly("-990000001_101", "-990000001_101_r5001");
    assertThat(post(VK, POST).nativeId()).isEqualTo("-990000001_101");
    assertThat(post(VK, POST.replace("{\"id\"", "{\"type\":\"post\",\"id\"")).nativeId())
        .isEqualTo("-990000001_101");
  }

  @Test
  void ignoresEmptyPage() {
    assertThat(ignored(VK, "{\"response\":{\"count\":0,\"items\":[]}}"))
        .isEqualTo("a page without posts");
  }

  @Test
  void takesEditDateOfZeroForNone() {
    assertThat(post(VK, POST.replace("\"text\"", "\"edited\":0,\"text\"")).editedAt()).isNull();
  }

  @Test
  void refusesEditInTheFuture() {
    assertThat(deadLetter(VK, POST.replace("\"text\"", "\"edited\":1993510000,\"text\"")))
        .isEqualTo("edited is more than a day ahead of its receipt");
  }

  @Test
  void takesTextOfWhatIsReposted() {
    String history =
        "\"copy_history\":[{\"id\":3,\"owner_id\":-990000002,\"date\":1,\"text\":\"\"},"
            + "{\"id\":9,\"owner_id\":-990000003,\"date\":1,\"text\":\"Мост закрыт\"}],";
    String own = POST.replace("\"text\"", history + "\"text\"");

    Post silent = post(VK, own.replace("Фонари не горят", ""));
    Post pointed = post(VK, own.replace("Фонари не горят", "👍 !!!"));
    Post commented = post(VK, own);

    assertThat(silent.text()).isEqualTo("Мост закрыт");
    assertThat(silent.sourceFields()).containsEntry("repost_of", "-990000003_9");
    assertThat(silent.nativeId()).isEqualTo("-990000001_101");
    assertThat(pointed.text()).isEqualTo("Мост закрыт");
    assertThat(pointed.sourceFields()).containsEntry("repost_of", "-990000003_9");
    assertThat(commented.text()).isEqualTo("Фонари не горят");
    assertThat(commented.sourceFields()).containsEntry("repost_of", "-990000002_3");
  }

  @Test
  void hidesPersonWhosePostIsReposted() {
    String history =
        "\"copy_history\":[{\"id\":3,\"owner_id\":900000055,\"text\":\"Мост закрыт\"}],\"text\"";

    Post post = post(VK, POST.replace("\"text\"", history));

    assertThat(post.sourceFields())
        .containsEntry("repost_of", PSEUDONYMS.of("vk", "900000055") + "_3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"type\":\"point\",\"coordinates\":\"46.9591 142.7380\"}; 46.9591",
        "{\"coordinates\":{\"latitude\":46.5,\"longitude\":142.7}}; 46.5",
        "{\"coordinates\":\"146.9591 142.7380\"};",
        "{\"coordinates\":\"здесь\"};",
        "{\"coordinates\":\"NaN 1\"};",
        "{\"coordinates\":\"0 0\"};",
        "{\"coordinates\":[1,2]};",
        "17;"
      })
  void readsPointOrNone(String geo, Double latitude) {
    Post post = post(VK, POST.replace("\"text\"", "\"geo\":" + geo + ",\"text\""));

    assertThat(post.latitude()).isEqualTo(latitude);
    assertThat(post.longitude() == null).isEqualTo(latitude == null);
  }

  @Test
  void keepsAdvertsAndTellsSo() {
    String extra =
        "\"marked_as_ads\":1,\"post_type\":\"post\",\"attachments\":[{\"type\":\"photo\"},"
            + "{\"type\":\"photo\"},{\"type\":\"link\"}],\"text\"";

    assertThat(post(VK, POST.replace("\"text\"", extra)).sourceFields())
        .containsEntry("marked_as_ads", "1")
        .containsEntry("post_type", "post")
        .containsEntry("attachments", "photo,link")
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"confirmation", "wall_reply_delete", "group_join", "like_add", "message_new"})
  void ignoresOtherEvents(String type) {
    assertThat(ignored(VK, event(type, COMMENT))).isEqualTo("event " + type);
    assertThat(ignored(VK, "{\"type\":\"" + type + "\",\"group_id\":990000001}"))
        .isEqualTo("event " + type);
  }

  @Test
  void doesNotQuoteStrangeEventType() {
    assertThat(ignored(VK, "{\"type\":\"Щукина пишет\"}")).isEqualTo("event of an unknown type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"suggest", "postpone"})
  void ignoresWhatIsNotPublishedYet(String type) {
    String post = POST.replace("\"text\"", "\"post_type\":\"" + type + "\",\"text\"");

    assertThat(ignored(VK, event("wall_post_new", post)))
        .isEqualTo("not published yet: post_type " + type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"id\":101; \"id\":-1; object.id: expected a positive whole number",
        "\"id\":101; \"id\":1.5; object.id: expected a whole number, got a fraction",
        "1773507600; \"1773507600\"; object.date: expected seconds since 1970 as a number,"
            + " got a string",
        "\"date\"; \"when\"; object.date: missing, expected seconds since 1970 as a number",
        "900000017; \"900000017\"; object.from_id: expected a whole number, got a string",
        "\"object\"; \"objekt\"; object: missing, expected an object"
      })
  void saysWhatIsWrong(String part, String other, String reason) {
    assertThat(deadLetter(VK, event("wall_post_new", POST).replace(part, other))).isEqualTo(reason);
  }

  @Test
  void refusesCommentWithoutPost() {
    assertThat(deadLetter(VK, event("wall_reply_new", POST)))
        .isEqualTo("object.post_id: missing, expected a positive whole number");
  }
}
