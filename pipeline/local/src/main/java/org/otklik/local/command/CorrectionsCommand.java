package org.otklik.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Json;
import org.otklik.jobs.index.ElasticsearchSettings;
import org.otklik.jobs.index.Indices;
import org.otklik.jobs.posts.PostDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code otklik corrections}: what the staff have corrected, as training data. */
@Command(
    name = "corrections",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Collects the corrections as training data.",
    description = {
      "Writes the posts whose theme the staff have corrected as a tab-separated file with the columns id, text, theme and",
      "modelTheme, for 'otklik train --corrections' and 'otklik evaluate --data'. Texts are masked, as they are in the index."
    })
public final class CorrectionsCommand implements Callable<Integer> {
  private static final int PAGE = 1_000;

  @Option(
      names = "--elasticsearch",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:9200",
      description = "Elasticsearch's address. Default: ${DEFAULT-VALUE}.")
  private String elasticsearch;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where they go.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    long written = 0;
    try (Indices indices = new Indices(ElasticsearchSettings.at(elasticsearch));
        BufferedWriter file = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
      file.write("id\ttext\ttheme\tmodelTheme\n");
      JsonNode after = null;
      while (true) {
        JsonNode hits = indices.search(PostDocument.INDEX, page(after)).at("/hits/hits");
        for (JsonNode hit : hits) {
          JsonNode post = hit.path("_source");
          file.write(
              String.join(
                  "\t",
                  post.path("id").asText(),
                  post.path("text").asText().replaceAll("\\s+", " "),
                  post.path("theme").asText(),
                  post.path("modelTheme").asText()));
          file.write('\n');
          written++;
          after = hit.path("sort");
        }
        if (hits.size() < PAGE) {
          break;
        }
      }
    }
    spec.commandLine().getOut().println(written + " corrections written to " + out);
    return 0;
  }

  private static String page(@Nullable JsonNode after) {
    var query = Json.mapper().createObjectNode();
    query.put("size", PAGE);
    query.putObject("query").putObject("exists").put("field", "correctedBy");
    query.putArray("sort").addObject().put("id", "asc");
    if (after != null) {
      query.set("search_after", after);
    }
    return query.toString();
  }
}
