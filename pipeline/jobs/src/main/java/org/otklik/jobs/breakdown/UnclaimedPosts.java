package org.otklik.jobs.breakdown;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.otklik.jobs.Json;
import org.otklik.jobs.Period;
import org.otklik.jobs.index.Indices;
import org.otklik.models.breakdown.Text;

/** Citizens' posts of a theme that no category of problems claims, read from the index. */
public final class UnclaimedPosts {
  private static final String POSTS = "posts";

  /** The theme of what belongs to no theme: all of it is «прочее». */
  private static final String NO_THEME = "other";

  private final Indices indices;

  public UnclaimedPosts(Indices indices) {
    this.indices = indices;
  }

  /**
   * The posts published in a period, without official responses, thanks and noise.
   *
   * @param theme id of the theme; of every theme but «other», posts of category {@code
   *     <theme>-other}
   */
  public List<Text> of(String theme, Period period) throws IOException {
    List<Text> texts = new ArrayList<>();
    indices.forEach(
        POSTS,
        query(theme, period).toString(),
        List.of("id", "text"),
        post -> texts.add(new Text(post.path("id").asText(), post.path("text").asText())));
    return texts;
  }

  private static ObjectNode query(String theme, Period period) {
    ObjectNode query = Json.mapper().createObjectNode();
    ObjectNode bool = query.putObject("bool");
    ArrayNode filter = bool.putArray("filter");
    filter.addObject().putObject("term").put("theme", theme);
    if (!theme.equals(NO_THEME)) {
      filter.addObject().putObject("term").put("category", theme + "-other");
    }
    filter
        .addObject()
        .putObject("range")
        .putObject("publishedAt")
        .put("gte", period.start().toString())
        .put("lt", period.end().toString());
    ArrayNode not = bool.putArray("must_not");
    not.addObject().putObject("term").put("kind", "response");
    not.addObject().putObject("terms").putArray("type").add("gratitude").add("noise");
    return query;
  }
}
