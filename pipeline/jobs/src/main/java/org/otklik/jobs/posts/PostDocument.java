package org.otklik.jobs.posts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.flink.api.common.functions.MapFunction;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Document;
import org.otklik.jobs.Json;
import org.otklik.models.analysis.Analysis;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.analysis.Review;
import org.otklik.models.misinformation.Misinformation;
import org.otklik.models.place.HexCells;
import org.otklik.models.place.Place;
import org.otklik.models.post.Post;

/**
 * The document of a post in the index {@code posts}; its fields are described in {@code
 * config/elasticsearch/posts.json}.
 */
public final class PostDocument implements MapFunction<AnalyzedPost, Document> {
  private static final long serialVersionUID = 1L;

  /** The index's name. */
  public static final String INDEX = "posts";

  private transient @Nullable HexCells cells;

  @Override
  public Document map(AnalyzedPost analyzed) {
    Post post = analyzed.post();
    Analysis analysis = analyzed.analysis();
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("id", post.id());
    json.put("channel", post.channel());
    json.put("nativeId", post.nativeId());
    json.put("kind", post.kind().code());
    json.put("communityId", post.communityId());
    json.put("communityName", post.communityName());
    json.put("author", post.author());
    json.put("publishedAt", post.publishedAt().toString());
    if (post.editedAt() != null) {
      json.put("editedAt", post.editedAt().toString());
    }
    json.put("version", post.version());
    json.put("text", post.text());
    json.put("lemmas", analysis.lemmas());
    json.put("replyTo", post.replyTo());
    json.put("url", post.url());
    json.put("theme", analyzed.theme());
    json.put("modelTheme", analysis.theme());
    if (analyzed.correction() != null) {
      json.put("correctedBy", analyzed.correction().by());
      json.put("correctedAt", analyzed.correction().at().toString());
    }
    json.put("themeScore", analysis.themeScore());
    json.set("themes", Json.mapper().valueToTree(analysis.themes()));
    json.put("category", analysis.category());
    json.put("categoryScore", analysis.categoryScore());
    json.put("type", analysis.type());
    json.put("typeScore", analysis.typeScore());
    json.put("language", analysis.language());
    json.put("certain", analysis.certain());
    json.set("raised", Json.mapper().valueToTree(analysis.raised()));
    json.set("themeWords", Json.mapper().valueToTree(analysis.themeWords()));
    json.put("urgency", analysis.urgency());
    json.set("urgencyReasons", Json.mapper().valueToTree(analysis.urgencyReasons()));
    json.set("urgencyWords", Json.mapper().valueToTree(analysis.urgencyWords()));
    addPlace(json, analysis.place());
    if (analyzed.learnedHome() != null) {
      json.put("communityHome", analyzed.learnedHome().municipality());
      json.put("communityHomeConfidence", analyzed.learnedHome().confidence());
    }
    addMisinformation(json, analysis.misinformation(), analyzed.review());
    json.set("sourceFields", Json.mapper().valueToTree(post.sourceFields()));
    return new Document(INDEX, post.id(), post.version(), Json.bytes(json));
  }

  /** A flagged post is suspected until a person decides. */
  private static void addMisinformation(
      ObjectNode json, @Nullable Misinformation found, @Nullable Review review) {
    if (found != null) {
      json.put("review", found.review());
      json.put("reviewScore", found.score());
      json.put("claimId", found.claimId());
      json.put("matchKind", found.matchKind());
      json.set("signals", Json.mapper().valueToTree(found.signals()));
    }
    if (review != null) {
      json.put("reviewState", review.state());
      json.put("reviewedBy", review.by());
      json.put("reviewedAt", review.at().toString());
      json.put("reviewReason", review.reason());
    } else if (found != null && found.review()) {
      json.put("reviewState", Review.SUSPECTED);
    }
  }

  private void addPlace(ObjectNode json, Place place) {
    json.put("municipality", place.municipality());
    json.put("settlement", place.settlement());
    json.put("street", place.street());
    json.put("house", place.house());
    json.put("precision", place.precision());
    json.put("placeSource", place.source());
    json.put("placeScore", place.score());
    json.set("placeEvidence", Json.mapper().valueToTree(place.evidence()));
    if (place.latitude() != null && place.longitude() != null) {
      json.putObject("location").put("lat", place.latitude()).put("lon", place.longitude());
      json.put("pointPrecision", place.pointPrecision());
      if (HexCells.fits(place)) {
        json.put("h3r5", cells().at(place.latitude(), place.longitude(), HexCells.COARSE));
        json.put("h3r7", cells().at(place.latitude(), place.longitude(), HexCells.FINE));
      }
    }
  }

  private HexCells cells() {
    HexCells loaded = cells;
    if (loaded == null) {
      loaded = new HexCells();
      cells = loaded;
    }
    return loaded;
  }
}
