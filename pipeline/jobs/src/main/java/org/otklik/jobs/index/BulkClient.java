package org.otklik.jobs.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.entity.NByteArrayEntity;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.ResponseListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches of documents with the bulk API and says what became of each document. It repeats
 * nothing.
 */
final class BulkClient implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(BulkClient.class);
  private static final ContentType NDJSON = ContentType.create("application/x-ndjson");
  private static final int BAD_REQUEST = 400;
  private static final int TOO_LARGE = 413;

  private final ElasticsearchSettings settings;
  private final ElasticsearchConnection connection;

  BulkClient(ElasticsearchSettings settings) {
    this.settings = settings;
    this.connection = new ElasticsearchConnection(settings);
  }

  /**
   * Sends a batch without waiting.
   *
   * @return completes on a thread of the client with one outcome per document, in their order; or
   *     with {@link ElasticsearchFailure} when trying again is pointless until somebody does
   *     something
   */
  CompletableFuture<List<WriteOutcome>> write(List<DocumentWrite> batch) {
    Request request = new Request("POST", "/_bulk");
    request.addParameter("filter_path", BulkAnswer.FIELDS);
    request.setEntity(new NByteArrayEntity(BulkBody.of(batch, settings), NDJSON));
    CompletableFuture<CompletableFuture<List<WriteOutcome>>> outcomes = new CompletableFuture<>();
    connection.send(
        request,
        new ResponseListener() {
          @Override
          public void onSuccess(Response response) {
            outcomes.complete(read(response, batch));
          }

          @Override
          public void onFailure(Exception failure) {
            outcomes.complete(judge(failure, batch));
          }
        });
    return outcomes.thenCompose(answer -> answer);
  }

  private CompletableFuture<List<WriteOutcome>> read(Response response, List<DocumentWrite> batch) {
    try {
      return CompletableFuture.completedFuture(
          BulkAnswer.read(response.getEntity().getContent(), batch.size(), connection));
    } catch (IOException | RuntimeException e) {
      return judge(e, batch);
    }
  }

  /** What to make of a request that has no answer, or one that is an error as a whole. */
  private CompletableFuture<List<WriteOutcome>> judge(
      Exception failure, List<DocumentWrite> batch) {
    try {
      if (failure instanceof ResponseException refused) {
        int status = refused.getResponse().getStatusLine().getStatusCode();
        ElasticsearchError error = ElasticsearchError.of(refused.getResponse());
        if (status == BAD_REQUEST || status == TOO_LARGE) {
          return split(batch, status, error);
        }
        return ElasticsearchConnection.mayPass(status)
            ? allOf(batch, WriteOutcome.retry("status " + status + ", " + error))
            : CompletableFuture.failedFuture(connection.refusal(status, error));
      }
      return failure instanceof IOException && !(failure instanceof ElasticsearchFailure)
          ? allOf(batch, WriteOutcome.retry(failure.toString()))
          : CompletableFuture.failedFuture(failure);
    } catch (IOException | RuntimeException unreadable) {
      unreadable.addSuppressed(failure);
      return CompletableFuture.failedFuture(unreadable);
    }
  }

  /**
   * Finds the document that spoils the request. Elasticsearch refuses a request as a whole when it
   * is too large, and also (400) when a single document in it has an impossible version or id; the
   * others must not suffer.
   */
  private CompletableFuture<List<WriteOutcome>> split(
      List<DocumentWrite> batch, int status, ElasticsearchError error) {
    if (batch.size() == 1) {
      return allOf(batch, WriteOutcome.rejected("status " + status + ", " + error));
    }
    LOG.info(
        "Elasticsearch refuses {} documents at once with status {}: halving", batch.size(), status);
    int middle = batch.size() / 2;
    return write(batch.subList(0, middle))
        .thenCombine(
            write(batch.subList(middle, batch.size())),
            (first, second) -> Stream.concat(first.stream(), second.stream()).toList());
  }

  private static CompletableFuture<List<WriteOutcome>> allOf(
      List<DocumentWrite> batch, WriteOutcome outcome) {
    return CompletableFuture.completedFuture(Collections.nCopies(batch.size(), outcome));
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
