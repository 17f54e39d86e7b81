package org.otklik.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.otklik.jobs.Json;
import org.otklik.jobs.index.ElasticsearchSettings;
import org.otklik.jobs.index.Indices;
import org.otklik.jobs.posts.PostDocument;
import org.otklik.models.analysis.Review;
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
      for (JsonNode hit : hits.path("hits")) {
        show(hit.path("_source"), out);
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

  private static void show(JsonNode post, PrintWriter out) throws JsonProcessingException {
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
      out.println(
          "  - повторяет утверждение "
              + post.path("claimId").asText()
              + " ("
              + post.path("matchKind").asText()
              + ")");
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
}
