package org.otklik.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.index.ElasticsearchSettings;
import org.otklik.jobs.settings.Secret;
import org.otklik.local.kibana.ImportReport;
import org.otklik.local.kibana.Kibana;
import org.otklik.local.kibana.KibanaSettings;
import org.otklik.local.kibana.SavedObject;
import org.otklik.local.kibana.SavedObjects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code otklik setup kibana}: brings the dashboards into Kibana. */
@Command(
    name = "kibana",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Brings data views and dashboards into Kibana.",
    description = {
      "Imports data views, dashboards and maps from the folder kibana of the configuration into Kibana 8.19 or newer. It may be",
      "repeated: what was imported before is replaced, with what was changed in it. Two installations with different prefixes",
      "need a space each."
    })
final class SetupKibanaCommand implements Callable<Integer> {
  private static final String PASSWORD = "OTKLIK_KIBANA_PASSWORD";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Kibana's address with its base path, for example http://localhost:5601.")
  private @Nullable String url;

  @Option(
      names = "--space",
      paramLabel = "ID",
      description = "The space that gets them. Default: Kibana's default space.")
  private @Nullable String space;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "Login name; the password is in " + PASSWORD + " or " + PASSWORD + "_FILE.")
  private @Nullable String user;

  @Option(
      names = "--index-prefix",
      paramLabel = "PREFIX",
      defaultValue = ElasticsearchSettings.DEFAULT_INDEX_PREFIX,
      description = "Prefix of index names, as the jobs have it.")
  private String indexPrefix;

  @Option(
      names = "--print",
      description = "Only writes to standard output what would be sent; Kibana is not asked.")
  private boolean print;

  @Mixin private ConfigurationOption configuration;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (url == null && !print) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "name Kibana's address with --url, or look with --print");
    }
    ElasticsearchSettings indices =
        ElasticsearchSettings.at("http://127.0.0.1:9200").withIndexPrefix(indexPrefix);
    SavedObjects objects =
        SavedObjects.load(configuration.folder().resolve("kibana"))
            .withIndexNames(indices::indexName);
    PrintWriter out = spec.commandLine().getOut();
    if (print) {
      out.print(objects.ndjson());
      out.flush();
      return 0;
    }
    Kibana kibana =
        new Kibana(
            KibanaSettings.at(url)
                .withSpace(space)
                .withCredentials(
                    user, user == null ? null : Secret.require(PASSWORD, System.getenv())),
            spec.commandLine().getErr()::println);
    String version = kibana.check();
    ImportReport report = kibana.importObjects(objects);
    show(report, objects);
    out.println(
        report.imported().size()
            + " of "
            + objects.all().size()
            + " objects imported into Kibana "
            + version
            + (space == null ? "" : ", space " + space));
    return report.refused().isEmpty() ? 0 : ExitCode.FAILED;
  }

  private void show(ImportReport report, SavedObjects objects) {
    Map<String, String> titles = new HashMap<>();
    for (SavedObject object : objects.all()) {
      titles.put(object.type() + "/" + object.id(), object.title());
    }
    for (ImportReport.Imported object : report.imported()) {
      spec.commandLine()
          .getOut()
          .println(
              String.join(
                  "\t",
                  object.type(),
                  object.otherId() == null ? object.id() : object.id() + " as " + object.otherId(),
                  titles.getOrDefault(object.type() + "/" + object.id(), "")));
    }
    for (ImportReport.Refused object : report.refused()) {
      spec.commandLine()
          .getErr()
          .println("refused: " + object.type() + " " + object.id() + ": " + object.reason());
    }
  }
}
