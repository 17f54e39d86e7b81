package org.otklik.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real Elasticsearch server of one node, as a child of this process, on the loopback address,
 * without passwords.
 *
 * <p>It ends when this object is closed and also when this process ends, be it by SIGKILL. It can
 * be killed and started again on the same port and data. When this process is root's, the server
 * runs as {@code nobody}.
 */
public final class ElasticsearchProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration REPORT = Duration.ofSeconds(10);
  private static final Duration REQUEST_LIMIT = Duration.ofSeconds(5);
  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final int OLDEST_JAVA = 17;
  private static final int QUOTED_LINES = 15;
  private static final int OK = 200;

  private final Path zip;
  private final Path folder;
  private final int port;
  private final int heapMegabytes;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(REQUEST_LIMIT).build();
  private final Object state = new Object();

  private @Nullable GuardedProcess process;
  private boolean closed;

  /**
   * @param zip the distribution, see {@link ElasticsearchDistribution#zip()}
   * @param folder takes configuration, data and logs; created when missing
   * @param port of HTTP; 0 for any free one, which is then kept from start to start
   * @param heapMegabytes the greatest size of the server's heap
   */
  public ElasticsearchProcess(Path zip, Path folder, int port, int heapMegabytes) {
    this.zip = zip;
    this.folder = folder;
    this.port = port == 0 ? LoopbackPort.free() : port;
    this.heapMegabytes = heapMegabytes;
  }

  /**
   * Starts the server and waits until it can be used: at most 120 s.
   *
   * @throws StackException if it can't be started; quotes the server's log
   * @throws IllegalStateException if it runs already or this object is closed
   */
  public void start(Progress progress) {
    requireStopped();
    try {
      ServerUser user = ServerUser.current();
      SharedFolders shared = SharedFolders.of(user, System.getenv());
      Path java = javaFor(user);
      Path home = new ElasticsearchDistribution(zip, shared.cache()).unpack(progress);
      ElasticsearchFolders folders = ElasticsearchFolders.prepare(folder, user, shared, progress);
      new ElasticsearchConfiguration(home, folders, port, heapMegabytes).write();
      Files.deleteIfExists(serverLog(folders));
      folders.giveTo(user);
      progress.doing("starting Elasticsearch");
      awaitHealth(launch(home, java, user, folders), folders, progress);
    } catch (IOException e) {
      throw new StackException("Elasticsearch can't be started in %s: %s".formatted(folder, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
      throw new StackException("interrupted while Elasticsearch was starting", e);
    }
  }

  private void requireStopped() {
    synchronized (state) {
      if (closed || isAlive()) {
        throw new IllegalStateException(
            closed ? "this server was closed" : "this server runs already");
      }
    }
  }

  private GuardedProcess launch(Path home, Path java, ServerUser user, ElasticsearchFolders folders)
      throws IOException {
    Map<String, String> environment = new HashMap<>();
    Stream.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ")
        .filter(name -> System.getenv(name) != null)
        .forEach(name -> environment.put(name, System.getenv(name)));
    environment.put("HOME", folders.temporary().toString());
    environment.put("ES_JAVA_HOME", java.toString());
    environment.put("ES_PATH_CONF", folders.config().toString());
    environment.put("ES_TMPDIR", folders.temporary().toString());
    // For the small JVM that starts the server's and leaves a folder behind at every start.
    environment.put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=\"" + folders.temporary() + "\"");
    synchronized (state) {
      requireStopped();
      process =
          GuardedProcess.start(
              List.of(home.resolve("bin").resolve("elasticsearch").toString()),
              user,
              home,
              environment,
              folders.console(),
              GRACE);
      return process;
    }
  }

  private void awaitHealth(GuardedProcess started, ElasticsearchFolders folders, Progress progress)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    long reported = begin;
    while (!isHealthy()) {
      if (started.awaitExit(POLL)) {
        throw new StackException(failure("Elasticsearch ended while starting", folders));
      }
      long now = System.nanoTime();
      if (now - begin > START_LIMIT.toNanos()) {
        started.kill();
        throw new StackException(
            failure(
                "Elasticsearch did not answer within %d s".formatted(START_LIMIT.toSeconds()),
                folders));
      }
      if (now - reported > REPORT.toNanos()) {
        reported = now;
        progress.doing(
            "waiting for Elasticsearch (%d s)"
                .formatted(Duration.ofNanos(now - begin).toSeconds()));
      }
    }
    progress.doing("Elasticsearch listens on " + url());
  }

  private boolean isHealthy() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url().resolve("/_cluster/health?wait_for_status=yellow&timeout=1s"))
            .timeout(REQUEST_LIMIT)
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static String failure(String what, ElasticsearchFolders folders) {
    return "%s. Its last words:%n%s%sThe whole log is %s. %s"
        .formatted(
            what,
            LogTail.of(serverLog(folders), QUOTED_LINES),
            LogTail.of(folders.console(), QUOTED_LINES),
            serverLog(folders),
            "If memory is short, give it less with --elasticsearch-heap; if its data are damaged, delete "
                + folders.data());
  }

  private static Path javaFor(ServerUser user) {
    Path home = Path.of(System.getProperty("java.home"));
    if (Runtime.version().feature() < OLDEST_JAVA) {
      throw new StackException("Elasticsearch needs Java 17 or newer: set JAVA_HOME to one");
    }
    if (!user.canRun(home.resolve("bin").resolve("java"))) {
      throw new StackException(
          "Elasticsearch refuses to run as root, and %s can't run the Java in %s: set JAVA_HOME to one that every user can"
                  .formatted(user, home)
              + " run, or start Otklik as an ordinary user");
    }
    return home;
  }

  private static Path serverLog(ElasticsearchFolders folders) {
    return folders.logs().resolve("otklik.log");
  }

  /** The address of its HTTP interface, for example {@code http://127.0.0.1:9200}. */
  public URI url() {
    return URI.create("http://" + LoopbackPort.ADDRESS + ":" + port);
  }

  /** Whether the server runs; false also between {@link #kill()} and {@link #start}. */
  public boolean isAlive() {
    synchronized (state) {
      return process != null && process.isAlive();
    }
  }

  /**
   * Kills the server without asking, as a power cut would; {@link #start} brings it back on the
   * same port and data.
   */
  public void kill() {
    GuardedProcess running = running();
    if (running != null) {
      running.kill();
    }
  }

  /** Stops the server for good, at most 25 s; one that does not stop when asked is killed. */
  @Override
  public void close() {
    synchronized (state) {
      closed = true;
    }
    GuardedProcess running = running();
    if (running != null) {
      running.stop();
    }
  }

  private @Nullable GuardedProcess running() {
    synchronized (state) {
      return process;
    }
  }
}
