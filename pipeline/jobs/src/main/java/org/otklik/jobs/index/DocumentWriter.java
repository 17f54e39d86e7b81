package org.otklik.jobs.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.apache.flink.util.function.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.otklik.jobs.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subtask of {@link ElasticsearchSink}: gathers documents, keeps a few bulk requests in flight,
 * sends again what was not taken.
 *
 * <p>Everything but the client runs in the task's mailbox thread, so nothing is locked. That thread
 * waits only in {@link #write} when the buffer is full, and in {@link #flush} at the end of the
 * input; a back-off is a timer. So while Elasticsearch is away the job goes on, checkpoints
 * included, until the buffer is full; then the stream waits.
 */
final class DocumentWriter
    implements StatefulSinkWriter<Document, BufferedRequestState<DocumentWrite>> {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentWriter.class);

  private final ElasticsearchSettings settings;
  private final RejectedDocuments rejectedDocuments;
  private final MailboxExecutor mailbox;
  private final ProcessingTimeService time;
  private final WriterMetrics metrics;
  private final BulkClient client;
  private final BackOff backOff = new BackOff(ThreadLocalRandom.current());

  private final Deque<DocumentWrite> buffer = new ArrayDeque<>();
  private long bufferedBytes;
  private final Map<Long, List<DocumentWrite>> inFlight = new LinkedHashMap<>();
  private int documentsInFlight;
  private long requests;

  /** The oldest buffered document has waited long enough: batches need not be full. */
  private boolean overdue;

  private boolean flushTimerIsSet;
  private boolean paused;
  private boolean closed;

  /**
   * @param rejectedDocuments opened; closed by this writer
   * @param restored what the last checkpoint held
   */
  DocumentWriter(
      ElasticsearchSettings settings,
      RejectedDocuments rejectedDocuments,
      WriterInitContext context,
      Collection<BufferedRequestState<DocumentWrite>> restored) {
    this.settings = settings;
    this.rejectedDocuments = rejectedDocuments;
    this.mailbox = context.getMailboxExecutor();
    this.time = context.getProcessingTimeService();
    this.metrics = WriterMetrics.in(context.metricGroup(), this::waiting);
    this.client = new BulkClient(settings);
    for (BufferedRequestState<DocumentWrite> state : restored) {
      state.getBufferedRequestEntries().forEach(entry -> addLast(entry.getRequestEntry()));
    }
    // Not sent at once: the task is still being put together. The timer fires when it runs.
    setFlushTimer();
  }

  @Override
  public void write(Document document, Context context) throws InterruptedException {
    while (waiting() >= settings.maxBuffered()) {
      // There is always something to wake up for: an answer, the end of a pause or the flush timer.
      mailbox.yield();
    }
    addLast(DocumentWrite.of(document));
    sendWhatIsReady();
  }

  /**
   * Before a checkpoint nothing has to be awaited, see {@link #snapshotState}. At the end of the
   * input, when there may be no further checkpoint, everything is.
   */
  @Override
  public void flush(boolean endOfInput) throws IOException, InterruptedException {
    if (!endOfInput) {
      return;
    }
    while (waiting() > 0) {
      overdue = true;
      sendWhatIsReady();
      mailbox.yield();
    }
    rejectedDocuments.flush();
  }

  /**
   * Everything that is not known to be in the index. Requests in flight are not awaited, they are
   * part of the state: written again after a restart, they change nothing. So a slow or missing
   * server does not hold up the checkpoint.
   *
   * <p>A rejected document is in neither buffer nor flight, and after this checkpoint its source
   * will not send it again: it must be durable with {@link RejectedDocuments} before the checkpoint
   * completes. That is asked for here and not in {@link #flush}, because between the two another
   * operator of the chain may let an answer in, which can reject more.
   */
  @Override
  public List<BufferedRequestState<DocumentWrite>> snapshotState(long checkpointId)
      throws IOException {
    rejectedDocuments.flush();
    List<RequestEntryWrapper<DocumentWrite>> waiting =
        Stream.concat(inFlight.values().stream().flatMap(List::stream), buffer.stream())
            .map(write -> new RequestEntryWrapper<>(write, write.sizeInBytes()))
            .toList();
    return List.of(new BufferedRequestState<>(waiting));
  }

  @Override
  public void close() throws IOException {
    closed = true;
    try {
      client.close();
    } finally {
      rejectedDocuments.close();
    }
  }

  private int waiting() {
    return buffer.size() + documentsInFlight;
  }

  private void addLast(DocumentWrite write) {
    buffer.addLast(write);
    bufferedBytes += write.sizeInBytes();
  }

  private void addFirst(DocumentWrite write) {
    buffer.addFirst(write);
    bufferedBytes += write.sizeInBytes();
  }

  private void sendWhatIsReady() {
    while (!paused
        && inFlight.size() < settings.maxInFlight()
        && !buffer.isEmpty()
        && (overdue || isBatchFull())) {
      send(nextBatch());
    }
    if (buffer.isEmpty()) {
      overdue = false;
    } else if (!overdue) {
      setFlushTimer();
    }
  }

  private boolean isBatchFull() {
    return buffer.size() >= settings.maxBatchSize() || bufferedBytes >= settings.maxBatchBytes();
  }

  private List<DocumentWrite> nextBatch() {
    List<DocumentWrite> batch = new ArrayList<>(Math.min(buffer.size(), settings.maxBatchSize()));
    long bytes = 0;
    while (!buffer.isEmpty() && batch.size() < settings.maxBatchSize()) {
      int size = buffer.getFirst().sizeInBytes();
      if (!batch.isEmpty() && bytes + size > settings.maxBatchBytes()) {
        break;
      }
      batch.add(buffer.removeFirst());
      bytes += size;
    }
    bufferedBytes -= bytes;
    metrics.sent().inc(batch.size());
    metrics.bytesSent().inc(bytes);
    return batch;
  }

  private void send(List<DocumentWrite> batch) {
    long request = requests++;
    inFlight.put(request, batch);
    documentsInFlight += batch.size();
    client
        .write(batch)
        .whenComplete(
            (outcomes, failure) ->
                inMailbox(
                    () -> answered(request, outcomes, failure), "take Elasticsearch's answer"));
  }

  private void inMailbox(ThrowingRunnable<Exception> action, String description) {
    try {
      mailbox.execute(action, description);
    } catch (RejectedExecutionException theTaskEnds) {
      // Nobody waits for the answer any more; the last checkpoint holds the documents.
      LOG.debug("An answer came after the end of the task");
    }
  }

  private void answered(
      long request, @Nullable List<WriteOutcome> outcomes, @Nullable Throwable failure)
      throws Exception {
    if (closed) {
      return;
    }
    if (outcomes == null) {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      throw cause instanceof ElasticsearchFailure known
          ? known
          : new IOException("writing to Elasticsearch failed: " + cause, cause);
    }
    List<DocumentWrite> batch = inFlight.remove(request);
    documentsInFlight -= batch.size();
    String whyAgain = null;
    boolean progress = false;
    // Backwards, because those to be sent again go back to the head of the buffer and keep their
    // order.
    for (int i = batch.size() - 1; i >= 0; i--) {
      WriteOutcome outcome = outcomes.get(i);
      if (outcome.kind() == WriteOutcome.Kind.RETRY) {
        addFirst(batch.get(i));
        metrics.retried().inc();
        whyAgain = outcome.reason();
      } else {
        finish(batch.get(i), outcome);
        progress = true;
      }
    }
    if (progress) {
      backOff.reset();
    }
    if (whyAgain != null && !paused) {
      pause(whyAgain);
    }
    sendWhatIsReady();
  }

  private void finish(DocumentWrite write, WriteOutcome outcome) throws IOException {
    switch (outcome.kind()) {
      case INDEXED -> metrics.indexed().inc();
      case SUPERSEDED -> metrics.conflicts().inc();
      case REJECTED -> {
        // The reason may quote the document, so it is not logged.
        LOG.warn("Elasticsearch will not take {}; it goes to the rejected documents", write);
        rejectedDocuments.reject(write.document(), outcome.reason());
        metrics.rejected().inc();
      }
      case RETRY -> throw new IllegalStateException("not finished: " + write);
    }
  }

  /** Sends nothing for a while. */
  private void pause(String reason) {
    paused = true;
    long delay = backOff.nextMillis();
    LOG.warn(
        "Elasticsearch at {} can't take documents now, {} are waiting, next try in {} ms: {}",
        settings.addressesForPeople(),
        waiting(),
        delay,
        reason);
    time.registerTimer(
        time.getCurrentProcessingTime() + delay,
        now -> {
          paused = false;
          overdue = true;
          sendWhatIsReady();
        });
  }

  private void setFlushTimer() {
    if (flushTimerIsSet) {
      return;
    }
    flushTimerIsSet = true;
    time.registerTimer(
        time.getCurrentProcessingTime() + settings.flushInterval().toMillis(),
        now -> {
          flushTimerIsSet = false;
          overdue = true;
          sendWhatIsReady();
        });
  }
}
