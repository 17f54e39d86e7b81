package org.otklik.jobs.index;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.otklik.jobs.Json;

/** A small record as JSON, for what a source keeps in checkpoints and sends to its readers. */
record JsonSerializer<T>(Class<T> type) implements SimpleVersionedSerializer<T> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(T value) {
    return Json.bytes(value);
  }

  @Override
  public T deserialize(int version, byte[] serialized) throws IOException {
    if (version != VERSION) {
      throw new IOException("version " + version + " of " + type.getSimpleName() + " is not known");
    }
    return Json.read(serialized, type);
  }
}
