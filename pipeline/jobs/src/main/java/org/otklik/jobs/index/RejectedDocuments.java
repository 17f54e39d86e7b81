package org.otklik.jobs.index;

import java.io.IOException;
import java.io.Serializable;
import org.otklik.jobs.Document;

/**
 * Takes the documents that Elasticsearch will never accept as they are, so that none is lost. Each
 * subtask of the sink has its own and calls it from one thread: {@link #open}, then the others in
 * any order, {@link #close} once.
 *
 * <p>A document may come more than once: what was rejected after the last checkpoint is rejected
 * again after a restart.
 */
public interface RejectedDocuments extends Serializable {

  /**
   * Connects to wherever they go.
   *
   * @throws IOException if that is impossible; the job fails
   */
  void open() throws IOException;

  /**
   * Takes one. It need not be durable before {@link #flush}.
   *
   * @param reason Elasticsearch's own words; they may quote the document
   * @throws IOException if it can't be taken; the job fails
   */
  void reject(Document document, String reason) throws IOException;

  /**
   * Returns when everything that was taken is durable. Called before each checkpoint completes.
   *
   * @throws IOException if something can't be made durable; the job fails and repeats it
   */
  void flush() throws IOException;

  /**
   * Lets go of connections and threads; what was not flushed may be dropped.
   *
   * @throws IOException if that fails
   */
  void close() throws IOException;
}
