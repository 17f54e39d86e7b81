package org.otklik.jobs.index;

import java.io.IOException;

/**
 * Elasticsearch answered in a way that trying again will not mend: wrong password, missing right,
 * missing index, a template it does not take. The message is for the operator: it names the
 * address, quotes Elasticsearch's own reason and says what to do.
 */
public final class ElasticsearchFailure extends IOException {
  private static final long serialVersionUID = 1L;

  ElasticsearchFailure(String message) {
    super(message);
  }

  ElasticsearchFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
