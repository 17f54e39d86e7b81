package org.otklik.jobs.posts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.otklik.jobs.Document;
import org.otklik.jobs.Json;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.analysis.Review;
import org.otklik.models.misinformation.Misinformation;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostId;

/**
 * What a review was decided on, one document per decision in the index {@code evidence}: the post
 * as it was then, personal data masked and without its author, and who decided what, when and why.
 * Its fields are described in {@code config/elasticsearch/evidence.json}.
 */
public final class Evidence {
  /** The index's name. */
  public static final String INDEX = "evidence";

  private Evidence() {}

  /** The document of one decision; the same decision gives the same id. */
  public static Document document(AnalyzedPost analyzed, Review review) {
    Post post = analyzed.post();
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("postId", post.id());
    json.put("channel", post.channel());
    json.put("communityId", post.communityId());
    json.put("communityName", post.communityName());
    json.put("url", post.url());
    json.put("publishedAt", post.publishedAt().toString());
    json.put("text", post.text());
    json.put("textSha256", sha256(post.text()));
    json.put("state", review.state());
    json.put("by", review.by());
    json.put("at", review.at().toString());
    json.put("reason", review.reason());
    Misinformation found = analyzed.analysis().misinformation();
    if (found != null) {
      json.put("claimId", found.claimId());
      json.put("reviewScore", found.score());
      json.set("signals", Json.mapper().valueToTree(found.signals()));
    }
    return new Document(
        INDEX,
        PostId.of("evidence/" + post.id(), review.at().toString()),
        review.at().toEpochMilli(),
        Json.bytes(json));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
