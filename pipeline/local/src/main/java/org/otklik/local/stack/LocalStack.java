package org.otklik.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Kafka, Elasticsearch and Flink on this machine, started and stopped as one.
 *
 * <p>It is closed by {@link #close()} or, when the process is asked to end (Ctrl-C, SIGTERM), by a
 * shutdown hook. When the process is killed, Elasticsearch ends by itself.
 */
public final class LocalStack implements AutoCloseable {
  /** Read by {@code log4j2.properties}: where {@code otklik.log} is written. */
  private static final String LOG_FOLDER_PROPERTY = "otklik.log.folder";

  private final StackSettings settings;
  private final Progress progress;
  private final FolderLock lock;
  private final ElasticsearchProcess elasticsearch;
  private final CompletableFuture<Void> othersStarted = new CompletableFuture<>();
  private final Deque<AutoCloseable> dependants = new ArrayDeque<>();
  private final Deque<AutoCloseable> cleaners = new ArrayDeque<>();
  private final Thread hook = new Thread(this::closeAtExit, "stop-local-stack");
  private volatile @Nullable EmbeddedKafka kafka;
  private volatile @Nullable LocalFlink flink;
  private volatile boolean closing;
  private boolean closed;

  private LocalStack(StackSettings settings, FolderLock lock, Progress progress) {
    this.settings = settings;
    this.lock = lock;
    this.progress = progress;
    this.elasticsearch =
        new ElasticsearchProcess(
            ElasticsearchDistribution.zip(),
            settings.folder().resolve("elasticsearch"),
            settings.elasticsearchPort(),
            settings.elasticsearchHeapMegabytes());
  }

  /**
   * Starts the three; they can be used when this returns.
   *
   * @throws StackException if a port is taken, the folder is another stack's, or a part can't
   *     start; nothing is left running then
   */
  public static LocalStack start(StackSettings settings, Progress progress) {
    LocalStack stack = claim(settings, progress);
    try {
      Runtime.getRuntime().addShutdownHook(stack.hook);
      stack.startParts();
      return stack;
    } catch (RuntimeException e) {
      try {
        stack.close();
      } catch (RuntimeException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  private static LocalStack claim(StackSettings settings, Progress progress) {
    Path folder = settings.folder();
    try {
      Files.createDirectories(folder);
      FolderLock lock = FolderLock.hold(folder);
      try {
        LoopbackPort.requireFree(settings.kafkaPort(), "Kafka", "--kafka-port");
        LoopbackPort.requireFree(
            settings.elasticsearchPort(), "Elasticsearch", "--elasticsearch-port");
        LoopbackPort.requireFree(settings.flinkPort(), "Flink", "--flink-port");
        if (System.getProperty(LOG_FOLDER_PROPERTY) == null) {
          System.setProperty(LOG_FOLDER_PROPERTY, folder.resolve("logs").toString());
        }
        return new LocalStack(settings, lock, progress);
      } catch (RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new StackException(
          "the folder %s can't be used (%s): choose another with --folder".formatted(folder, e), e);
    }
  }

  /**
   * Elasticsearch takes longest; the other two start beside it, one after the other, to leave it
   * some of the processor.
   */
  private void startParts() {
    new Thread(this::startKafkaAndFlink, "start-kafka-and-flink").start();
    elasticsearch.start(progress);
    try {
      othersStarted.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void startKafkaAndFlink() {
    try {
      kafka =
          EmbeddedKafka.start(settings.folder().resolve("kafka"), settings.kafkaPort(), progress);
      if (!closing) {
        flink =
            LocalFlink.start(
                settings.folder().resolve("flink"),
                settings.flinkPort(),
                settings.flinkSlots(),
                progress);
      }
      othersStarted.complete(null);
    } catch (Throwable e) {
      othersStarted.completeExceptionally(e);
    }
  }

  public EmbeddedKafka kafka() {
    return started(kafka);
  }

  public ElasticsearchProcess elasticsearch() {
    return elasticsearch;
  }

  public LocalFlink flink() {
    return started(flink);
  }

  private static <T> T started(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("the stack was closed before it had started");
    }
    return part;
  }

  /**
   * Hands over something that uses the stack, to be closed before it; what was handed over last is
   * closed first.
   */
  public void closeFirst(AutoCloseable dependant) {
    synchronized (dependants) {
      dependants.push(dependant);
    }
  }

  /** Hands over something that cleans up behind the stack, to be closed when all else is. */
  public void closeLast(AutoCloseable cleaner) {
    synchronized (cleaners) {
      cleaners.add(cleaner);
    }
  }

  /**
   * Stops everything in the reverse order of its start, each part even when another fails; a second
   * call does nothing.
   *
   * @throws StackException if a part did not stop cleanly
   */
  @Override
  public void close() {
    closing = true;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      forgetHook();
      closeAll(parts());
    }
  }

  private List<AutoCloseable> parts() {
    List<AutoCloseable> parts = new ArrayList<>();
    synchronized (dependants) {
      parts.addAll(dependants);
    }
    // A part that is still starting can't be closed before it is there.
    parts.add(() -> othersStarted.handle((done, failure) -> done).join());
    parts.add(() -> closeIfStarted(flink));
    parts.add(elasticsearch);
    parts.add(() -> closeIfStarted(kafka));
    parts.add(lock);
    synchronized (cleaners) {
      parts.addAll(cleaners);
    }
    return parts;
  }

  private static void closeIfStarted(@Nullable AutoCloseable part) throws Exception {
    if (part != null) {
      part.close();
    }
  }

  private static void closeAll(List<AutoCloseable> parts) {
    StackException failure = null;
    for (AutoCloseable part : parts) {
      try {
        part.close();
      } catch (Exception e) {
        if (failure == null) {
          failure = new StackException("the stack did not stop cleanly: " + e.getMessage(), e);
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void forgetHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException exiting) {
      // The hook is what closes the stack, or waits for it to be closed.
    }
  }

  private void closeAtExit() {
    progress.doing("stopping");
    try {
      close();
    } catch (StackException e) {
      progress.doing(e.getMessage());
    }
  }
}
