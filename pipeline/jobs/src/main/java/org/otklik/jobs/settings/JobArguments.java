package org.otklik.jobs.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.index.ElasticsearchSettings;
import org.otklik.jobs.kafka.KafkaSettings;
import org.otklik.models.post.Pseudonyms;
import org.otklik.models.region.Region;
import org.otklik.models.region.RegionFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What a job is told at its start. Secrets are no arguments: {@code OTKLIK_PSEUDONYM_KEY} and
 * {@code OTKLIK_ELASTICSEARCH_PASSWORD}, or files named by these variables with {@code _FILE}
 * behind, come from the environment.
 *
 * @param configuration the folder {@code config}
 * @param regionId the region's id
 * @param kafka how to reach Kafka
 * @param elasticsearch how to reach Elasticsearch
 * @param pseudonyms makes authors' pseudonyms
 */
public record JobArguments(
    Path configuration,
    String regionId,
    KafkaSettings kafka,
    ElasticsearchSettings elasticsearch,
    Pseudonyms pseudonyms) {

  /** The variable with the key of authors' pseudonyms. */
  public static final String PSEUDONYM_KEY = "OTKLIK_PSEUDONYM_KEY";

  /** The variable with Elasticsearch's password. */
  public static final String ELASTICSEARCH_PASSWORD = "OTKLIK_ELASTICSEARCH_PASSWORD";

  /**
   * Reads the arguments of {@code main} and the secrets of the environment.
   *
   * @throws IllegalArgumentException when something is missing or wrong; the message says what and
   *     how to mend it
   */
  public static JobArguments parse(String job, String... args) {
    return parse(job, System.getenv(), args);
  }

  static JobArguments parse(String job, Map<String, String> environment, String... args) {
    Options options = new Options();
    CommandLine commandLine = new CommandLine(options).setCommandName(job);
    try {
      commandLine.parseArgs(args);
    } catch (CommandLine.ParameterException e) {
      throw new IllegalArgumentException(
          e.getMessage() + System.lineSeparator() + commandLine.getUsageMessage(), e);
    }
    return new JobArguments(
        options.configuration,
        options.region,
        new KafkaSettings(options.kafka, options.groupPrefix, options.kafkaProperties),
        ElasticsearchSettings.at(options.elasticsearch)
            .withIndexPrefix(options.indexPrefix)
            .withCredentials(
                options.elasticsearchUser,
                Secret.find(ELASTICSEARCH_PASSWORD, environment).orElse(null)),
        new Pseudonyms(
            Secret.require(PSEUDONYM_KEY, environment).getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The region's file.
   *
   * @throws IOException when it can't be read
   * @throws IllegalArgumentException when it is wrong
   */
  public Region loadRegion() throws IOException {
    return new RegionFiles(configuration).load(regionId);
  }

  @Command(sortOptions = false)
  private static final class Options {
    @Option(names = "--config", required = true, description = "the folder config")
    private Path configuration;

    @Option(
        names = "--region",
        required = true,
        description = "id of the region, for example sakhalin")
    private String region;

    @Option(
        names = "--kafka",
        required = true,
        description = "bootstrap servers, host:port[,host:port]")
    private String kafka;

    @Option(
        names = "--kafka-properties",
        description = "file of further properties of Kafka's clients")
    private @Nullable String kafkaProperties;

    @Option(
        names = "--group-prefix",
        defaultValue = "otklik-",
        description = "prefix of consumer groups")
    private String groupPrefix;

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
