package org.otklik.jobs.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.http.Header;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpHost;
import org.apache.http.impl.nio.reactor.IOReactorConfig;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseListener;
import org.elasticsearch.client.RestClient;

/**
 * Connections to one cluster, and the words for its refusals.
 *
 * <p>The low-level client, because both users of it need nothing more: bulk bodies are put together
 * from documents that are JSON already, templates are files of JSON. The typed client would parse
 * and print each document once more, build an object per answered item, and refuse servers behind
 * proxies that drop the header {@code X-Elastic-Product}.
 */
final class ElasticsearchConnection implements Closeable {
  private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

  private final ElasticsearchSettings settings;
  private final RestClient client;

  ElasticsearchConnection(ElasticsearchSettings settings) {
    this.settings = settings;
    int requestTimeout = Math.toIntExact(settings.requestTimeout().toMillis());
    this.client =
        RestClient.builder(
                settings.addresses().stream()
                    .map(uri -> new HttpHost(uri.getHost(), uri.getPort(), uri.getScheme()))
                    .toArray(HttpHost[]::new))
            .setPathPrefix(settings.path().isEmpty() ? "/" : settings.path())
            .setDefaultHeaders(credentials(settings))
            .setRequestConfigCallback(
                request ->
                    request
                        .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                        .setSocketTimeout(requestTimeout))
            // One thread moves bytes faster than one subtask makes them; the default is one per
            // core and subtask.
            .setHttpClientConfigCallback(
                http ->
                    http.setDefaultIOReactorConfig(
                        IOReactorConfig.custom()
                            .setIoThreadCount(1)
                            .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                            .setSoTimeout(requestTimeout)
                            .setSoKeepAlive(true)
                            .build()))
            .build();
  }

  private static Header[] credentials(ElasticsearchSettings settings) {
    if (settings.username() == null) {
      return new Header[0];
    }
    byte[] pair =
        (settings.username() + ":" + settings.password()).getBytes(StandardCharsets.UTF_8);
    return new Header[] {
      new BasicHeader(
          HttpHeaders.AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(pair))
    };
  }

  /** Sends a request; one of the client's threads tells the listener what came back. */
  void send(Request request, ResponseListener listener) {
    client.performRequestAsync(request, listener);
  }

  /**
   * Sends a request and waits for the answer.
   *
   * @throws org.elasticsearch.client.ResponseException if the answer is an error
   * @throws IOException if there is no answer
   */
  Response ask(Request request) throws IOException {
    return client.performRequest(request);
  }

  /** Whether an answer of this status may be another one later, without anybody's doing. */
  static boolean mayPass(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  /** The failure for an answer that will stay the same until somebody does something. */
  ElasticsearchFailure refusal(int status, ElasticsearchError error) {
    String user =
        settings.username() == null ? "without a user name" : "as «" + settings.username() + "»";
    String advice =
        switch (status) {
          case 401 ->
              "Check the user name and the password that Otklik is given (now: " + user + ").";
          case 403 ->
              "Give Otklik's user (now: %s) the privileges manage_index_templates and monitor on the cluster, and write, create_index, manage, read and view_index_metadata on its indices; if an index is blocked, unblock it."
                  .formatted(user);
          case 404 ->
              "Install the index templates, which also creates the indices, and check that the address is Elasticsearch's own.";
          default ->
              status == 400 || mayPass(status)
                  ? ""
                  : "Check that the address is Elasticsearch's own, of version 8.";
        };
    return new ElasticsearchFailure(
        "Elasticsearch at %s refuses with status %d: %s. %s"
            .formatted(settings.addressesForPeople(), status, error, advice)
            .strip());
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
