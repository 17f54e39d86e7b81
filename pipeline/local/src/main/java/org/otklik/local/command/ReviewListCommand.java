package org.otklik.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.otklik.jobs.Json;
import org.otklik.jobs.index.ElasticsearchSettings;
import org.otklik.jobs.index.Indices;
import org.otklik.jobs.posts.PostDocument;
import org.otklik.jobs.spread.SpreadDocument;
import org.otklik.jobs.spread.SpreadSubject;
import org.otklik.models.analysis.Review;
import org.otklik.models.misinformation.MatchKind;
import org.otklik.models.misinformation.Signal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code otklik review list}: the queue, with the reason for each post in it. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "The queue of posts, each with its reasons.",
    description =
        "Shows posts in one state, those first that ask most for a look, each with its signals and the words that gave them.")
final class ReviewListCommand implements Callable<Integer> {
  private static final int TEXT_SHOWN = 300;

  @Option(
      names = "--state",
      defaultValue = Review.SUSPECTED,
      paramLabel = "STATE",
      description =
          "suspected, being-checked, confirmed, refuted or not-a-claim. Default: ${DEFAULT-VALUE}.")
  private String state;

  @Option(
      names = "--limit",
      defaultValue = "20",
      paramLabel = "N",
      description = "At most so many. Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Option(
      names = "--elasticsearch",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:9200",
      description = "Elasticsearch's address. Default: ${DEFAULT-VALUE}.")
  private String elasticsearch;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!Review.STATES.contains(state)) {
      throw new UserError("there is no state «" + state + "»: choose one of " + Review.STATES);
    }
    PrintWriter out = spec.commandLine().getOut();
    try (Indices indices = new Indices(ElasticsearchSettings.at(elasticsearch))) {
      JsonNode hits = indices.search(PostDocument.INDEX, query()).path("hits");
      Map<String, JsonNode> claims = claims(indices, hits.path("hits"));
      for (JsonNode hit : hits.path("hits")) {
        show(hit.path("_source"), claims, out);
      }
      out.println(
          hits.path("hits").size()
              + " of "
              + hits.at("/total/value").asLong()
              + " posts, "
              + state);
    }
    return 0;
  }

  private String query() {
    var query = Json.mapper().createObjectNode();
    query.put("size", limit);
    query.put("track_total_hits", true);
    query.putObject("query").putObject("term").put("reviewState", state);
    var sort = query.putArray("sort");
    sort.addObject().put("reviewScore", "desc");
    sort.addObject().put("id", "asc");
    return query.toString();
  }

  /** What is known of the claims that the posts repeat, by the claim's id. */
  private static Map<String, JsonNode> claims(Indices indices, JsonNode hits) throws IOException {
    Set<String> ids = new TreeSet<>();
    for (JsonNode hit : hits) {
      if (hit.path("_source").hasNonNull("claimId")) {
        ids.add(hit.path("_source").path("claimId").asText());
      }
    }
    Map<String, JsonNode> claims = new HashMap<>();
    if (!ids.isEmpty()) {
      var query = Json.mapper().createObjectNode();
      var filters = query.putObject("bool").putArray("filter");
      filters.addObject().putObject("term").put("kind", SpreadSubject.CLAIM);
      var wanted = filters.addObject().putObject("terms").putArray("claimId");
      ids.forEach(wanted::add);
      indices.forEach(
          SpreadDocument.INDEX,
          query.toString(),
          List.of("claimId", "claim", "refutedBy", "refutedAt", "refutation"),
          claim -> claims.put(claim.path("claimId").asText(), claim));
    }
    return claims;
  }

  private static void show(JsonNode post, Map<String, JsonNode> claims, PrintWriter out)
      throws JsonProcessingException {
    String text = post.path("text").asText().replaceAll("\\s+", " ");
    out.printf(
        Locale.ROOT,
        "%s  %.2f  %s  %s%n",
        post.path("id").asText(),
        post.path("reviewScore").asDouble(),
        post.path("communityName").asText(""),
        post.path("url").asText(""));
    out.println("  " + (text.length() > TEXT_SHOWN ? text.substring(0, TEXT_SHOWN) + "…" : text));
    if (post.hasNonNull("claimId")) {
      String id = post.path("claimId").asText();
      String kind = post.path("matchKind").asText();
      out.println(
          "  - "
              + russianName(kind)
              + ", утверждение "
              + id
              + (claims.containsKey(id) ? refutation(claims.get(id)) : ""));
    }
    for (JsonNode signal : post.path("signals")) {
      out.println("  - " + Json.mapper().treeToValue(signal, Signal.class).explanation());
    }
    if (post.hasNonNull("reviewedBy")) {
      out.println(
          "  = "
              + post.path("reviewState").asText()
              + ", "
              + post.path("reviewedBy").asText()
              + ", "
              + post.path("reviewedAt").asText()
              + (post.hasNonNull("reviewReason") ? ": " + post.path("reviewReason").asText() : ""));
    }
    out.println();
  }

  private static String russianName(String matchKind) {
    return Arrays.stream(MatchKind.values())
        .filter(kind -> kind.code().equals(matchKind))
        .map(MatchKind::russianName)
        .findFirst()
        .orElse(matchKind);
  }

  /** Whose word the refutation is: a body that refutes a claim about itself gives its own. */
  static String refutation(JsonNode claim) {
    StringBuilder line = new StringBuilder();
    if (claim.hasNonNull("claim")) {
      line.append(" «").append(claim.path("claim").asText()).append('»');
    }
    if (!claim.path("refutedBy").asText("").isEmpty()) {
      line.append("; опровержение: ").append(claim.path("refutedBy").asText());
      for (String field : List.of("refutedAt", "refutation")) {
        if (claim.hasNonNull(field)) {
          line.append(", ").append(claim.path(field).asText());
        }
      }
    }
    return line.toString();
  }
}
