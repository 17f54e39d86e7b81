package org.otklik.jobs.export;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.index.ElasticsearchSettings;
import org.otklik.jobs.settings.JobArguments;
import org.otklik.jobs.settings.Secret;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What an export is told at its start. Elasticsearch's password is no argument: it comes from the
 * environment, see {@link JobArguments#ELASTICSEARCH_PASSWORD}.
 *
 * @param configuration the folder {@code config}
 * @param regionId the region's id
 * @param from the first day, in the region's zone
 * @param to the last day, itself included
 * @param out the folder in which exports are published
 * @param formats the formats of the files; at least one
 * @param separator between the columns of CSV
 * @param k the smallest count that is shown in tables of counts
 * @param elasticsearch how to reach Elasticsearch
 */
public record ExportArguments(
    Path configuration,
    String regionId,
    LocalDate from,
    LocalDate to,
    Path out,
    Set<Format> formats,
    char separator,
    int k,
    ElasticsearchSettings elasticsearch) {
  private static final String SEPARATORS = ";,\t|";

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException when a value can't be used; names the option and what it
   *     should be
   */
  public ExportArguments {
    formats = Set.copyOf(formats);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("--to %s lies before --from %s".formatted(to, from));
    }
    if (formats.isEmpty()) {
      throw new IllegalArgumentException("--format: name parquet, csv or both");
    }
    if (SEPARATORS.indexOf(separator) < 0) {
      throw new IllegalArgumentException(
          "--separator «" + separator + "» can't be used: choose ; or , or | or a tab");
    }
    if (k < 1) {
      throw new IllegalArgumentException("--k is " + k + ", it should be 1 (nothing) or more");
    }
  }

  /**
   * The formats of an option's value.
   *
   * @param names {@code parquet}, {@code csv} or both, separated by a comma
   * @throws IllegalArgumentException when one is not known
   */
  public static Set<Format> formats(String names) {
    Set<Format> formats = EnumSet.noneOf(Format.class);
    for (String name : names.split(",")) {
      formats.add(
          Arrays.stream(Format.values())
              .filter(format -> format.code().equals(name.strip().toLowerCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "--format «"
                              + name.strip()
                              + "» is not known: name parquet, csv or both")));
    }
    return formats;
  }

  /**
   * The separator of an option's value.
   *
   * @param stated one character, or {@code tab}
   * @throws IllegalArgumentException when it is more
   */
  public static char separator(String stated) {
    if (stated.equals("tab")) {
      return '\t';
    }
    if (stated.length() != 1) {
      throw new IllegalArgumentException(
          "--separator «" + stated + "» should be one character, or the word tab");
    }
    return stated.charAt(0);
  }

  /** The same for other days. */
  public ExportArguments withDays(LocalDate newFrom, LocalDate newTo) {
    return new ExportArguments(
        configuration, regionId, newFrom, newTo, out, formats, separator, k, elasticsearch);
  }

  /**
   * Reads the arguments of {@code main} and the secrets of the environment.
   *
   * @throws IllegalArgumentException when something is missing or wrong; the message says what and
   *     how to mend it
   */
  static ExportArguments parse(Map<String, String> environment, String... args) {
    Options options = new Options();
    CommandLine commandLine = new CommandLine(options).setCommandName(ExportBiJob.NAME);
    try {
      commandLine.parseArgs(args);
    } catch (CommandLine.ParameterException e) {
      throw new IllegalArgumentException(
          e.getMessage() + System.lineSeparator() + commandLine.getUsageMessage(), e);
    }
    return new ExportArguments(
        options.configuration,
        options.region,
        options.from,
        options.to,
        options.out,
        formats(options.formats),
        separator(options.separator),
        options.k,
        ElasticsearchSettings.at(options.elasticsearch)
            .withIndexPrefix(options.indexPrefix)
            .withCredentials(
                options.elasticsearchUser,
                Secret.find(JobArguments.ELASTICSEARCH_PASSWORD, environment).orElse(null)));
  }

  @Command(sortOptions = false)
  private static final class Options {
    @Option(names = "--config", required = true, description = "the folder config")
    private Path configuration;

    @Option(names = "--region", required = true, description = "id of the region")
    private String region;

    @Option(names = "--from", required = true, description = "first day, for example 2026-03-02")
    private LocalDate from;

    @Option(names = "--to", required = true, description = "last day, itself included")
    private LocalDate to;

    @Option(
        names = "--out",
        required = true,
        description = "folder of exports, the same for client and task managers")
    private Path out;

    @Option(names = "--format", defaultValue = "parquet,csv", description = "parquet, csv or both")
    private String formats;

    @Option(names = "--separator", defaultValue = ";", description = "between columns of CSV")
    private String separator;

    @Option(
        names = "--k",
        defaultValue = "5",
        description = "smallest count that is shown in tables of counts")
    private int k;

    @Option(
        names = "--elasticsearch",
        required = true,
        description = "address, for example http://localhost:9200; several separated by commas")
    private String elasticsearch;

    @Option(
        names = "--elasticsearch-user",
        description = "login name; the password comes from the environment")
    private @Nullable String elasticsearchUser;

    @Option(names = "--index-prefix", defaultValue = "", description = "prefix of index names")
    private String indexPrefix;
  }
}
