package org.otklik.local.command;

import org.jspecify.annotations.Nullable;
import org.otklik.jobs.index.ElasticsearchSettings;
import org.otklik.jobs.settings.JobArguments;
import org.otklik.jobs.settings.Secret;
import picocli.CommandLine.Option;

/** How a command reaches Elasticsearch; the password comes from the environment. */
final class ElasticsearchOptions {
  @Option(
      names = "--elasticsearch",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:9200",
      description = "Elasticsearch's address. Default: ${DEFAULT-VALUE}.")
  private String elasticsearch;

  @Option(
      names = "--elasticsearch-user",
      paramLabel = "NAME",
      description = "Login name; the password is in OTKLIK_ELASTICSEARCH_PASSWORD.")
  private @Nullable String user;

  @Option(
      names = "--index-prefix",
      defaultValue = ElasticsearchSettings.DEFAULT_INDEX_PREFIX,
      description = "Prefix of index names.")
  private String indexPrefix;

  ElasticsearchSettings settings() {
    return ElasticsearchSettings.at(elasticsearch)
        .withIndexPrefix(indexPrefix)
        .withCredentials(
            user,
            user == null
                ? null
                : Secret.find(JobArguments.ELASTICSEARCH_PASSWORD, System.getenv()).orElse(null));
  }
}
