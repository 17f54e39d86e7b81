package org.otklik.local.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Json;
import org.otklik.jobs.Period;
import org.otklik.jobs.breakdown.BreakdownDocument;
import org.otklik.jobs.breakdown.UnclaimedPosts;
import org.otklik.jobs.index.ElasticsearchSettings;
import org.otklik.jobs.index.IndexTemplates;
import org.otklik.jobs.index.Indices;
import org.otklik.local.breakdown.BreakdownTable;
import org.otklik.local.breakdown.WeeklyRounds;
import org.otklik.local.stack.Progress;
import org.otklik.models.breakdown.ProblemBreakdown;
import org.otklik.models.topic.ThemeNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code otklik breakdown}: what a theme's «прочее» consists of. */
@Command(
    name = "breakdown",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Sorts the messages of a theme that no category claims («прочее») into concrete problems: name, count, share and",
      "examples. Problems of fewer than three messages are not shown. Reads the index of posts, or a file."
    })
public final class BreakdownCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Option(
      names = "--theme",
      paramLabel = "THEME",
      split = ",",
      description =
          "Id of the theme, see config/taxonomy.yaml; several separated by commas, or 'all'. Not needed with --file.")
  private List<String> stated = List.of();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description =
          "Reads JSON lines {\"id\",\"text\"} instead of the index; personal data is masked.")
  private @Nullable Path file;

  @Option(
      names = "--region",
      defaultValue = "sakhalin",
      paramLabel = "REGION",
      description = "Region in whose time zone days begin. Default: ${DEFAULT-VALUE}.")
  private String regionId;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "First day, for example 2026-03-02. Default: Monday of the last full week.")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "Last day, itself included. Default: six days after the first.")
  private @Nullable LocalDate to;

  @Option(
      names = "--write",
      description =
          "Also writes the week's document into the index breakdowns; the days must be a week.")
  private boolean write;

  @Option(
      names = "--every",
      paramLabel = "week",
      description =
          "Stays until Ctrl-C and does the same every Monday at 06:00 of the region, for the week that is over.")
  private @Nullable String every;

  @Option(names = "--json", description = "Prints one JSON line for each theme instead of a table.")
  private boolean json;

  @Mixin private ElasticsearchOptions elasticsearch;
  @Mixin private ConfigurationOption configuration;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    if (file != null) {
      print("", file.toString(), null, ProblemBreakdown.of(TextLines.read(file)));
      return 0;
    }
    Map<String, String> names = ThemeNames.read(configuration.folder());
    List<String> themes = themes(names);
    ZoneId zone = configuration.region(regionId).timeZone();
    Progress progress = StderrProgress.create();
    if (every == null) {
      breakDown(themes, names, period(zone), progress);
      return 0;
    }
    Clock clock = Clock.systemUTC();
    new WeeklyRounds(zone, clock, WeeklyRounds.Pause.by(clock), progress)
        .run(
            now -> {
              Period week = Period.lastWeek(now, zone);
              progress.doing("breaking down week " + week.week());
              breakDown(themes, names, week, progress);
            });
    return 0;
  }

  private void check() {
    if (file == null && stated.isEmpty()) {
      throw new UserError("name a theme with --theme, or a file with --file");
    }
    if (every != null && !every.equals("week")) {
      throw new UserError("--every: «" + every + "» is not known, only week is");
    }
    if (file != null && (write || every != null || from != null || to != null)) {
      throw new UserError(
          "--file goes without --from, --to, --write and --every: its messages have no dates");
    }
    if (every != null && (from != null || to != null)) {
      throw new UserError("--every goes without --from and --to: each time it is the last week");
    }
    if (from == null && to != null) {
      throw new UserError("--to needs --from");
    }
  }

  private List<String> themes(Map<String, String> names) {
    if (stated.equals(List.of("all"))) {
      return List.copyOf(names.keySet());
    }
    for (String theme : stated) {
      if (!names.containsKey(theme)) {
        throw new UserError(
            "there is no theme «"
                + theme
                + "» in config/taxonomy.yaml; there are "
                + String.join(", ", names.keySet()));
      }
    }
    return stated;
  }

  private Period period(ZoneId zone) {
    Period period =
        from == null
            ? Period.lastWeek(Instant.now(), zone)
            : new Period(from, to == null ? from.plusDays(6) : to, zone);
    if (write && !period.isWeek()) {
      throw new UserError(
          "--write is for a week, Monday to Sunday; %s to %s is none"
              .formatted(period.from(), period.to()));
    }
    return period;
  }

  private void breakDown(
      List<String> themes, Map<String, String> names, Period period, Progress progress)
      throws IOException, InterruptedException {
    ElasticsearchSettings settings = elasticsearch.settings();
    if (write) {
      IndexTemplates.in(configuration.folder().resolve("elasticsearch"))
          .install(settings, PATIENCE, progress::doing);
    }
    try (Indices indices = new Indices(settings)) {
      UnclaimedPosts posts = new UnclaimedPosts(indices);
      for (String theme : themes) {
        ProblemBreakdown breakdown = ProblemBreakdown.of(posts.of(theme, period));
        print(theme, names.getOrDefault(theme, theme), period, breakdown);
        if (write) {
          indices.write(BreakdownDocument.of(regionId, theme, period, breakdown));
          progress.doing("written: theme " + theme + ", week " + period.week());
        }
      }
    }
  }

  private void print(
      String theme, String name, @Nullable Period period, ProblemBreakdown breakdown) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(line(theme, period, breakdown));
      return;
    }
    String title =
        period == null ? name : "%s, «прочее», %s – %s".formatted(name, period.from(), period.to());
    out.println(BreakdownTable.render(title, breakdown));
  }

  private static ObjectNode line(
      String theme, @Nullable Period period, ProblemBreakdown breakdown) {
    ObjectNode line = Json.mapper().createObjectNode();
    line.put("theme", theme.isEmpty() ? null : theme);
    line.put("from", period == null ? null : period.from().toString());
    line.put("to", period == null ? null : period.to().toString());
    line.put("messages", breakdown.messages());
    line.put("rest", breakdown.rest());
    ArrayNode problems = line.putArray("problems");
    breakdown
        .problems()
        .forEach(problem -> problems.add(BreakdownDocument.json(problem, breakdown.messages())));
    return line;
  }
}
