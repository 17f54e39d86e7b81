package org.otklik.jobs.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.ResponseException;
import org.otklik.jobs.Json;

/**
 * The index templates of an installation, {@code posts.json} for the index {@code posts}, and their
 * installation, which may be repeated at every start.
 *
 * <p>A file is the body of {@code PUT /_index_template} without {@code index_patterns}: the pattern
 * follows from the file's name and the installation's prefix.
 */
public final class IndexTemplates {
  private static final String SUFFIX = ".json";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*");
  private static final int NOT_FOUND = 404;
  private static final String EXISTS_ALREADY = "resource_already_exists_exception";

  /**
   * @param name the index's name without prefix
   * @param origin the file, for messages
   */
  private record Template(String name, String origin, ObjectNode body) {}

  private final List<Template> templates;

  private IndexTemplates(List<Template> templates) {
    this.templates = templates;
  }

  /**
   * All {@code *.json} files of a directory.
   *
   * @throws ElasticsearchFailure if there is none or one of them can't be a template; names the
   *     file
   * @throws IOException if they can't be read
   */
  public static IndexTemplates in(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(directory)) {
      files = entries.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new ElasticsearchFailure("there is no index template *" + SUFFIX + " in " + directory);
    }
    List<Template> templates = new ArrayList<>();
    for (Path file : files) {
      String fileName = file.getFileName().toString();
      templates.add(
          template(
              fileName.substring(0, fileName.length() - SUFFIX.length()),
              file.toString(),
              Files.readString(file)));
    }
    return new IndexTemplates(templates);
  }

  /**
   * Templates from elsewhere, for example from a jar.
   *
   * @param jsonByName the file's content by the index's name without prefix
   * @throws ElasticsearchFailure if one of them can't be a template; names it
   */
  public static IndexTemplates of(Map<String, String> jsonByName) throws ElasticsearchFailure {
    List<Template> templates = new ArrayList<>();
    for (Map.Entry<String, String> entry : new TreeMap<>(jsonByName).entrySet()) {
      templates.add(template(entry.getKey(), entry.getKey() + SUFFIX, entry.getValue()));
    }
    return new IndexTemplates(templates);
  }

  private static Template template(String name, String origin, String json)
      throws ElasticsearchFailure {
    if (!NAME.matcher(name).matches()) {
      throw new ElasticsearchFailure(
          origin + ": the name of an index is made of lower-case Latin letters, digits, _ and -");
    }
    JsonNode body;
    try {
      body = Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new ElasticsearchFailure(
          "%s, line %d: %s".formatted(origin, e.getLocation().getLineNr(), e.getOriginalMessage()),
          e);
    }
    if (!(body instanceof ObjectNode object) || !object.at("/template/mappings").isObject()) {
      throw new ElasticsearchFailure(origin + ": the key template.mappings is missing");
    }
    if (object.has("index_patterns")) {
      throw new ElasticsearchFailure(
          origin + ": leave out index_patterns, it follows from the file's name and the prefix");
    }
    return new Template(name, origin, object);
  }

  /** The indices' names without prefix, in alphabetical order. */
  public List<String> names() {
    return templates.stream().map(Template::name).sorted().toList();
  }

  /**
   * Brings the server to the state of the files: puts every template, creates the indices that are
   * missing, adds new fields to those that exist. Waits while the server is away or overloaded.
   *
   * @param patience how long to wait for the server in all; a request that hangs may take {@link
   *     ElasticsearchSettings#requestTimeout} longer
   * @param progress hears what is done now and what is waited for, in lower case and without a full
   *     stop
   * @throws ElasticsearchFailure if the server does not take something, or is still away when
   *     patience ends; names the file and quotes the server
   */
  public void install(ElasticsearchSettings settings, Duration patience, Consumer<String> progress)
      throws IOException, InterruptedException {
    try (ElasticsearchConnection connection = new ElasticsearchConnection(settings)) {
      PatientRequests requests = new PatientRequests(settings, connection, patience, progress);
      for (Template template : templates) {
        progress.accept("installing the index template " + settings.indexName(template.name()));
        putTemplate(template, settings, requests);
        createOrExtendIndex(template, settings, requests);
      }
    }
  }

  private static void putTemplate(
      Template template, ElasticsearchSettings settings, PatientRequests requests)
      throws IOException, InterruptedException {
    String index = settings.indexName(template.name());
    ObjectNode body = template.body().deepCopy();
    // The second pattern is for the indices an operator makes when reindexing: posts-2.
    body.putArray("index_patterns").add(index).add(index + "-*");
    Request request = new Request("PUT", "/_index_template/" + index);
    request.setJsonEntity(body.toString());
    try {
      requests.ask(request);
    } catch (ResponseException e) {
      throw refused(
          e, "%s: Elasticsearch does not take the index template".formatted(template.origin()));
    }
  }

  private static void createOrExtendIndex(
      Template template, ElasticsearchSettings settings, PatientRequests requests)
      throws IOException, InterruptedException {
    String index = settings.indexName(template.name());
    // HEAD and not only PUT, because the name may be an alias, which PUT refuses as an invalid
    // name.
    if (requests.ask(new Request("HEAD", "/" + index)).getStatusLine().getStatusCode()
        == NOT_FOUND) {
      create(index, template, requests);
    } else {
      extend(index, template, requests);
    }
  }

  private static void create(String index, Template template, PatientRequests requests)
      throws IOException, InterruptedException {
    try {
      requests.ask(new Request("PUT", "/" + index));
    } catch (ResponseException e) {
      // Another installer was faster, or this one's first try was lost on the way back.
      if (!ElasticsearchError.of(e.getResponse()).type().equals(EXISTS_ALREADY)) {
        throw refused(e, "%s: the index %s can't be created".formatted(template.origin(), index));
      }
    }
  }

  private static void extend(String index, Template template, PatientRequests requests)
      throws IOException, InterruptedException {
    Request mapping = new Request("PUT", "/" + index + "/_mapping");
    mapping.setJsonEntity(template.body().at("/template/mappings").toString());
    try {
      requests.ask(mapping);
    } catch (ResponseException e) {
      throw refused(
          e,
          "%s: the existing index %s does not take the mapping. A field can't change its type: reindex into %s-2, delete %s and make it an alias"
              .formatted(template.origin(), index, index, index));
    }
  }

  private static ElasticsearchFailure refused(ResponseException e, String what) throws IOException {
    return new ElasticsearchFailure(
        what + ". Its reason: " + ElasticsearchError.of(e.getResponse()), e);
  }
}
