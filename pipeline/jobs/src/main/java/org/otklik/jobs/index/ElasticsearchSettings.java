package org.otklik.jobs.index;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where Elasticsearch is and how much is handed to it at once.
 *
 * @param addresses nodes of one cluster, for example {@code http://localhost:9200}; all with the
 *     same path, which is usually empty. Without a port it is the scheme's own, 80 or 443
 * @param indexPrefix begins the name of every index of this installation: {@code kursk-} makes
 *     {@code kursk-posts}; empty for none
 * @param username for basic authentication; null when the server asks for none
 * @param password for basic authentication; null when the server asks for none
 * @param maxBatchSize documents in one bulk request
 * @param maxBatchBytes bytes in one bulk request; a document that is greater is sent alone
 * @param maxInFlight bulk requests of one subtask that wait for their answer at the same time
 * @param maxBuffered documents that one subtask holds, buffered and in flight together; when there
 *     are so many the stream waits
 * @param flushInterval how long a document waits for others to fill a batch
 * @param requestTimeout how long an answer may take before the request counts as lost and is
 *     repeated
 */
public record ElasticsearchSettings(
    List<URI> addresses,
    String indexPrefix,
    @Nullable String username,
    @Nullable String password,
    int maxBatchSize,
    int maxBatchBytes,
    int maxInFlight,
    int maxBuffered,
    Duration flushInterval,
    Duration requestTimeout)
    implements Serializable {
  /** The prefix of an installation that chose none. */
  public static final String DEFAULT_INDEX_PREFIX = "";

  private static final int DEFAULT_BATCH_SIZE = 500;
  private static final int DEFAULT_BATCH_BYTES = 5 * 1024 * 1024;
  private static final int DEFAULT_IN_FLIGHT = 2;
  private static final int DEFAULT_BUFFERED = 5000;
  private static final Duration DEFAULT_FLUSH_INTERVAL = Duration.ofMillis(500);

  /**
   * Above the minute that Elasticsearch itself waits for a missing shard, so that its own answer is
   * heard.
   */
  private static final Duration DEFAULT_REQUEST_TIMEOUT = Duration.ofSeconds(90);

  /** What Elasticsearch allows at the beginning of an index's name; or nothing. */
  private static final Pattern INDEX_PREFIX = Pattern.compile("([a-z0-9][a-z0-9._-]{0,99})?");

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if a value can't be used; names the value and what it should
   *     be
   */
  public ElasticsearchSettings {
    addresses = List.copyOf(addresses);
    check(!addresses.isEmpty(), "there is no address of Elasticsearch");
    addresses.forEach(ElasticsearchSettings::checkAddress);
    check(
        addresses.stream().map(ElasticsearchSettings::pathOf).distinct().count() == 1,
        "the addresses of Elasticsearch have different paths: " + addresses);
    check(
        INDEX_PREFIX.matcher(indexPrefix).matches(),
        "the index prefix «"
            + indexPrefix
            + "» should be empty, or begin with a lower-case Latin letter or a digit and hold only these and . _ -");
    check(
        (username == null) == (password == null),
        "Elasticsearch's user name and password go together: give both or neither");
    check(
        username == null || !username.contains(":"),
        "the user name of basic authentication can't hold a colon");
    checkPositive("maxBatchSize", maxBatchSize);
    checkPositive("maxBatchBytes", maxBatchBytes);
    checkPositive("maxInFlight", maxInFlight);
    check(
        maxBuffered >= maxBatchSize,
        "maxBuffered is " + maxBuffered + ", it should be at least maxBatchSize, " + maxBatchSize);
    checkPositive("flushInterval in ms", flushInterval.toMillis());
    checkPositive("requestTimeout in ms", requestTimeout.toMillis());
    check(
        requestTimeout.toMillis() <= Integer.MAX_VALUE,
        "requestTimeout is over 24 days: " + requestTimeout);
  }

  /**
   * The defaults for a server at these addresses.
   *
   * @param addresses one or more, separated by commas
   * @throws IllegalArgumentException if one of them is no address
   */
  public static ElasticsearchSettings at(String addresses) {
    return new ElasticsearchSettings(
        Arrays.stream(addresses.split(","))
            .map(String::strip)
            .filter(address -> !address.isEmpty())
            .map(URI::create)
            .toList(),
        DEFAULT_INDEX_PREFIX,
        null,
        null,
        DEFAULT_BATCH_SIZE,
        DEFAULT_BATCH_BYTES,
        DEFAULT_IN_FLIGHT,
        DEFAULT_BUFFERED,
        DEFAULT_FLUSH_INTERVAL,
        DEFAULT_REQUEST_TIMEOUT);
  }

  /** The same with another index prefix. */
  public ElasticsearchSettings withIndexPrefix(String newPrefix) {
    return new ElasticsearchSettings(
        addresses,
        newPrefix,
        username,
        password,
        maxBatchSize,
        maxBatchBytes,
        maxInFlight,
        maxBuffered,
        flushInterval,
        requestTimeout);
  }

  /** The same with the user that Otklik is to Elasticsearch; both null for none. */
  public ElasticsearchSettings withCredentials(
      @Nullable String newUsername, @Nullable String newPassword) {
    return new ElasticsearchSettings(
        addresses,
        indexPrefix,
        newUsername,
        newPassword,
        maxBatchSize,
        maxBatchBytes,
        maxInFlight,
        maxBuffered,
        flushInterval,
        requestTimeout);
  }

  /** The same with other limits; see the components of the same names. */
  public ElasticsearchSettings withLimits(
      int newMaxBatchSize, int newMaxBatchBytes, int newMaxInFlight, int newMaxBuffered) {
    return new ElasticsearchSettings(
        addresses,
        indexPrefix,
        username,
        password,
        newMaxBatchSize,
        newMaxBatchBytes,
        newMaxInFlight,
        newMaxBuffered,
        flushInterval,
        requestTimeout);
  }

  /** The same with other times; see the components of the same names. */
  public ElasticsearchSettings withTimes(Duration newFlushInterval, Duration newRequestTimeout) {
    return new ElasticsearchSettings(
        addresses,
        indexPrefix,
        username,
        password,
        maxBatchSize,
        maxBatchBytes,
        maxInFlight,
        maxBuffered,
        newFlushInterval,
        newRequestTimeout);
  }

  /** The full name of an index: prefix and name. */
  public String indexName(String name) {
    return indexPrefix + name;
  }

  /** All but the password. */
  @Override
  public String toString() {
    return "Elasticsearch at %s as %s, indices %s*, batches of %d documents or %d bytes, %d in flight, %d buffered, %s, %s"
        .formatted(
            addressesForPeople(),
            username == null ? "nobody" : username,
            indexPrefix,
            maxBatchSize,
            maxBatchBytes,
            maxInFlight,
            maxBuffered,
            flushInterval,
            requestTimeout);
  }

  String addressesForPeople() {
    return String.join(", ", addresses.stream().map(URI::toString).toList());
  }

  /** The path of the addresses, without the slash at its end. */
  String path() {
    return pathOf(addresses.get(0));
  }

  private static String pathOf(URI address) {
    String path = address.getPath() == null ? "" : address.getPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static void checkAddress(URI address) {
    // A password that was put into the address must not be quoted.
    check(
        address.getRawUserInfo() == null,
        "the address of Elasticsearch at "
            + address.getHost()
            + " holds a user name: give name and password by themselves");
    check(
        ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
            && address.getHost() != null,
        "«" + address + "» is no address of Elasticsearch: it should look like http://host:9200");
  }

  private static void checkPositive(String name, long value) {
    check(value > 0, name + " is " + value + ", it should be above 0");
  }

  private static void check(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
