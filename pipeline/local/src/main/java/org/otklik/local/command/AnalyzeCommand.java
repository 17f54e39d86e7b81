package org.otklik.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Json;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.analysis.PostAnalyzer;
import org.otklik.models.analysis.PostExaminer;
import org.otklik.models.misinformation.ClaimRegister;
import org.otklik.models.place.GazetteerRows;
import org.otklik.models.place.PlaceResolver;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostId;
import org.otklik.models.post.PostKind;
import org.otklik.models.region.Region;
import org.otklik.models.text.MarkupRemover;
import org.otklik.models.topic.ThemeClassifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code otklik analyze}: what the models say of texts, line by line. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Shows what the models say of texts.",
    description = {
      "Reads JSON lines {\"id\",\"text\",\"community\"?,\"channel\"?,\"publishedAt\"?,\"lat\"?,\"lon\"?} on standard input and writes,",
      "in the same order, one JSON line for each with theme, place and the rest of the analysis. A line that can't be",
      "read yields {\"id\":…,\"error\":…}, and the exit code is 2. Nothing is sent anywhere."
    })
public final class AnalyzeCommand implements Callable<Integer> {
  @Option(
      names = "--region",
      required = true,
      paramLabel = "REGION",
      description = "Id of the region, for example sakhalin.")
  private String regionId;

  @Option(
      names = "--claims",
      paramLabel = "FILE|DIR",
      description =
          "Register of refuted claims: a folder of YAML files, one YAML file, or a TSV file. Default: claims of the configuration folder.")
  private @Nullable Path claims;

  @Mixin private ConfigurationOption configuration;
  @Spec private picocli.CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Region region = configuration.region(regionId);
    PostExaminer examiner = new PostExaminer(register().claims(), region.timeZone());
    PostAnalyzer analyzer =
        new PostAnalyzer(
            region,
            ThemeClassifier.load(),
            new PlaceResolver(
                GazetteerRows.read(configuration.folder().resolve("gazetteer"), region.gazetteer())
                    .gazetteer(),
                region.gazetteer(),
                configuration.boundaries(region)));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), 1 << 16);
    Writer out =
        new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), 1 << 16);
    long number = 0;
    long wrong = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      ObjectNode answer;
      try {
        answer = analyze(analyzer, examiner, line);
      } catch (WrongLine e) {
        wrong++;
        answer = Json.mapper().createObjectNode();
        answer.set("id", e.id);
        answer.put("error", "line " + number + ": " + e.getMessage());
      }
      out.write(answer.toString());
      out.write('\n');
      if (!in.ready()) {
        out.flush();
      }
    }
    out.flush();
    if (wrong > 0) {
      spec.commandLine()
          .getErr()
          .println(
              wrong + " of " + number + " lines could not be read: see \"error\" in the output");
      return ExitCode.WRONG_INPUT;
    }
    return 0;
  }

  private ClaimRegister register() throws IOException {
    if (claims == null) {
      return ClaimRegister.load(configuration.folder().resolve("claims")).forRegion(regionId);
    }
    if (!Files.exists(claims)) {
      throw new UserError("--claims: there is no file or folder " + claims);
    }
    return ClaimRegister.load(claims);
  }

  private static ObjectNode analyze(PostAnalyzer analyzer, PostExaminer examiner, String line)
      throws WrongLine {
    JsonNode json;
    try {
      json = Json.mapper().readTree(line);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new WrongLine(null, "is not valid JSON at column " + e.getLocation().getColumnNr());
    }
    if (!json.isObject()) {
      throw new WrongLine(null, "is not a JSON object");
    }
    JsonNode id = json.get("id");
    if (!json.path("text").isTextual()) {
      throw new WrongLine(id, "text: expected a string");
    }
    AnalyzedPost analyzed = analyzer.analyze(post(json, id));
    ObjectNode answer = Json.mapper().createObjectNode();
    answer.set("id", id);
    ObjectNode analysis =
        Json.mapper()
            .valueToTree(analyzed.analysis().withMisinformation(examiner.examine(analyzed.post())));
    analysis.remove("lemmas");
    answer.setAll(analysis);
    answer.put("maskedText", analyzed.post().text());
    return answer;
  }

  private static Post post(JsonNode json, @Nullable JsonNode id) throws WrongLine {
    String channel = json.path("channel").asText("json");
    String community = json.path("community").isTextual() ? json.path("community").asText() : null;
    String nativeId = id == null ? "" : id.asText();
    Instant published = published(json, id);
    return new Post(
        PostId.of(channel, nativeId),
        channel,
        nativeId,
        PostKind.POST,
        MarkupRemover.plain(json.path("text").asText()),
        community,
        community,
        null,
        published,
        null,
        published.toEpochMilli(),
        number(json, "lat", id),
        number(json, "lon", id),
        null,
        null,
        Map.of());
  }

  private static Instant published(JsonNode json, @Nullable JsonNode id) throws WrongLine {
    if (!json.hasNonNull("publishedAt")) {
      return Instant.EPOCH;
    }
    try {
      return OffsetDateTime.parse(json.get("publishedAt").asText()).toInstant();
    } catch (DateTimeParseException e) {
      throw new WrongLine(id, "publishedAt: expected a date such as 2026-03-15T12:00:00+11:00");
    }
  }

  private static @Nullable Double number(JsonNode json, String field, @Nullable JsonNode id)
      throws WrongLine {
    if (!json.hasNonNull(field)) {
      return null;
    }
    if (!json.get(field).isNumber()) {
      throw new WrongLine(id, field + ": expected a number");
    }
    return json.get(field).asDouble();
  }

  private static final class WrongLine extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient @Nullable JsonNode id;

    WrongLine(@Nullable JsonNode id, String message) {
      super(message);
      this.id = id;
    }
  }
}
