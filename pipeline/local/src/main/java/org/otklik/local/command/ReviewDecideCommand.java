package org.otklik.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Decision;
import org.otklik.jobs.Json;
import org.otklik.jobs.index.ElasticsearchSettings;
import org.otklik.jobs.index.Indices;
import org.otklik.jobs.kafka.ClaimTopic;
import org.otklik.jobs.kafka.DecisionTopic;
import org.otklik.jobs.posts.PostDocument;
import org.otklik.models.analysis.Review;
import org.otklik.models.misinformation.Claim;
import org.otklik.models.misinformation.ClaimRegister;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code otklik review decide}: what a person has decided about one post. */
@Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Records what a person has decided about a post.",
    description = {
      "Records a decision about a post; the post as it is now is kept with it in the index evidence. A confirmed rumour joins the",
      "register: with --claim-text as a new claim, else as a further wording of the claim that the post repeats."
    })
final class ReviewDecideCommand implements Callable<Integer> {
  @Option(
      names = "--post",
      required = true,
      paramLabel = "ID",
      description = "The post's id in the index posts.")
  private String postId;

  @ArgGroup(multiplicity = "1")
  private What what;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "LOGIN",
      description = "Login of the member of the staff who decides.")
  private String by;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, in a few words.")
  private @Nullable String reason;

  @Mixin private NewClaimOptions newClaim;

  @Mixin private KafkaOption kafka;

  @Option(
      names = "--elasticsearch",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:9200",
      description = "Elasticsearch's address. Default: ${DEFAULT-VALUE}.")
  private String elasticsearch;

  @Mixin private ConfigurationOption configuration;
  @Spec private CommandSpec spec;

  private static final class What {
    @Option(
        names = "--state",
        required = true,
        paramLabel = "STATE",
        description = "suspected, being-checked, confirmed, refuted or not-a-claim.")
    private @Nullable String state;

    @Option(
        names = "--take-back",
        required = true,
        description = "As if nobody had decided; what was added to the register stays there.")
    private boolean takeBack;
  }

  @Override
  public Integer call() throws IOException {
    if (!what.takeBack && !Review.STATES.contains(what.state)) {
      throw new UserError("there is no state «" + what.state + "»: choose one of " + Review.STATES);
    }
    boolean confirmed = Review.CONFIRMED.equals(what.state);
    if (newClaim.isGiven() && !confirmed) {
      throw new UserError("only a confirmed rumour becomes a claim: say --state confirmed");
    }
    JsonNode post = post();
    Instant now = Instant.now();
    Optional<Claim> claim = confirmed ? claim(post, now) : Optional.empty();
    kafka.tell(
        () ->
            DecisionTopic.send(
                kafka.settings(),
                new Decision(Decision.REVIEW, postId, what.state, by, reason, now)));
    claim.ifPresent(added -> kafka.tell(() -> ClaimTopic.send(kafka.settings(), List.of(added))));
    var out = spec.commandLine().getOut();
    out.println("post " + postId + ": " + (what.takeBack ? "undecided again" : what.state));
    claim.ifPresent(added -> out.println("claim " + added.id() + ": " + added.claim()));
    if (confirmed && claim.isEmpty()) {
      out.println("It repeats no known claim: add it to the register with --claim-text.");
    }
    return 0;
  }

  private JsonNode post() throws IOException {
    var query = Json.mapper().createObjectNode();
    query.put("size", 1).putObject("query").putObject("term").put("id", postId);
    try (Indices indices = new Indices(ElasticsearchSettings.at(elasticsearch))) {
      JsonNode hit = indices.search(PostDocument.INDEX, query.toString()).at("/hits/hits/0");
      if (hit.isMissingNode()) {
        throw new UserError("--post: there is no post " + postId + " in the index posts");
      }
      return hit.path("_source");
    }
  }

  private Optional<Claim> claim(JsonNode post, Instant now) throws IOException {
    String text = post.path("text").asText();
    if (newClaim.isGiven()) {
      return Optional.of(newClaim.claim(text, post.path("theme").asText(), reason, now));
    }
    String known = post.path("claimId").asText("");
    return CurrentClaims.of(
            ClaimRegister.load(configuration.folder().resolve("claims")),
            kafka.ask(() -> ClaimTopic.changes(kafka.settings())))
        .stream()
        .filter(claim -> claim.id().equals(known))
        .filter(claim -> !claim.wordings().contains(text))
        .findFirst()
        .map(claim -> NewClaimOptions.withWording(claim, text));
  }
}
