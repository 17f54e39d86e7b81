package org.otklik.jobs.channel;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The native records of one input, one after another. */
interface Records extends Closeable {

  /** The next record; null at the end. */
  byte @Nullable [] next() throws IOException;
}
