package org.otklik.jobs.alerts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told; each key is explained in {@code config/alerts.yaml}.
 *
 * @param id key in rules and in the index
 * @param title the name that staff see
 * @param blocks titles of the sector blocks that the recipient leads
 * @param url the address; null when {@code urlFrom} names a variable
 * @param urlFrom the environment variable that holds the address
 * @param secretFrom the environment variable that holds the secret
 * @param allowPrivate whether the address may be inside our own network
 * @param parallel how many requests may run at once
 * @param revision raised to enable an address again that has said 410
 */
public record Recipient(
    String id,
    String title,
    List<String> blocks,
    @Nullable String url,
    @Nullable String urlFrom,
    String secretFrom,
    boolean allowPrivate,
    Integer parallel,
    int revision) {

  private static final int USUAL_PARALLEL = 2;

  public Recipient {
    blocks = blocks == null ? List.of() : List.copyOf(blocks);
    parallel = parallel == null ? Integer.valueOf(USUAL_PARALLEL) : parallel;
  }
}
