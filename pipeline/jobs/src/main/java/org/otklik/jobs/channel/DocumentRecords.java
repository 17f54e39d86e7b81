package org.otklik.jobs.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The records of JSON documents that hold many, such as pages and exports, as the bytes they were.
 *
 * <p>It follows brackets and strings only, as far as is needed to see where a record ends; whether
 * a record is good JSON is for its reader to say. So a broken record costs only itself as long as
 * its brackets match. Where they don't, the rest of the input is given out in pieces. A document
 * that holds no list of records is a record itself.
 */
final class DocumentRecords implements Records {
  /** Of one piece of the rest: a record of this size still goes through Kafka's default limit. */
  static final int REST_BYTES = 1_000_000;

  private static final int MAX_RECORD_BYTES = 16 << 20;
  private static final int MAX_KEY_BYTES = 200;
  private static final int NOTHING_PEEKED = -2;

  /** The structure does not hold any more. */
  private static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken() {
      super(null, null, false, false);
    }
  }

  /** Bytes that grow at the end, of which a part can be had without copying all. */
  private static final class Pending extends ByteArrayOutputStream {
    byte[] since(int start) {
      return Arrays.copyOfRange(buf, start, count);
    }
  }

  /** A bracket that is open, while looking for records in it. */
  private static final class Frame {
    final DocumentShape shape;
    final boolean array;
    final boolean element;
    final int start;
    final ExportedChat chat = new ExportedChat();
    boolean empty = true;
    boolean page;

    Frame(DocumentShape shape, boolean array, boolean element, int start) {
      this.shape = shape;
      this.array = array;
      this.element = element;
      this.start = start;
      this.page = array;
    }
  }

  private final InputStream in;
  private final Channel channel;
  private final Deque<Frame> open = new ArrayDeque<>();

  /** Everything read since the last record: what is left to give out when the structure breaks. */
  private final Pending pending = new Pending();

  private int peeked = NOTHING_PEEKED;
  private boolean page;
  private boolean broken;

  /**
   * @param in the documents; read byte by byte, so better buffered
   */
  DocumentRecords(InputStream in, Channel channel) {
    this.in = in;
    this.channel = channel;
  }

  /** Whether a list of records has been found so far. */
  boolean isPage() {
    return page;
  }

  @Override
  public byte @Nullable [] next() throws IOException {
    if (!broken) {
      try {
        return advance();
      } catch (Broken e) {
        broken = true;
      }
    }
    return rest();
  }

  private byte @Nullable [] advance() throws IOException, Broken {
    byte[] record = null;
    while (record == null) {
      int b = skipBlank();
      Frame frame = open.peek();
      if (frame == null) {
        if (b < 0) {
          return null;
        }
        if (b != '{' && b != '[') {
          throw new Broken();
        }
        record = enter(DocumentShape.of(channel), true);
      } else if (b == (frame.array ? ']' : '}')) {
        record = leave(frame);
      } else {
        if (!frame.empty) {
          expect(',');
          skipBlank();
        }
        frame.empty = false;
        record = frame.array ? element(frame) : member(frame);
      }
    }
    return record;
  }

  private byte @Nullable [] element(Frame frame) throws IOException, Broken {
    DocumentShape shape = frame.shape.elements();
    byte[] record = shape == null ? null : enter(shape, true);
    return record == null || !shape.isRecord() ? record : withChat(record);
  }

  /** An export's messages lie in an array in the object that tells which chat they are of. */
  private byte[] withChat(byte[] message) {
    Frame chat = open.stream().filter(frame -> !frame.array).findFirst().orElse(null);
    return channel != Channel.TELEGRAM_EXPORT || chat == null ? message : chat.chat.addTo(message);
  }

  private byte @Nullable [] member(Frame frame) throws IOException, Broken {
    String name = key();
    skipBlank();
    expect(':');
    int b = skipBlank();
    DocumentShape shape = frame.shape.member(name);
    if (shape != null && shape.opensWith(b)) {
      return enter(shape, false);
    }
    int start = pending.size();
    boolean told = channel == Channel.TELEGRAM_EXPORT && ExportedChat.FIELDS.contains(name);
    passValue(!told && !isCapturing());
    if (told) {
      frame.chat.tell(name, pending.since(start));
    }
    forgetIfPossible();
    return null;
  }

  /** Looks into a value that holds records, or takes it for one. */
  private byte @Nullable [] enter(DocumentShape shape, boolean element) throws IOException, Broken {
    int start = pending.size();
    int b = peek();
    if (!shape.opensWith(b)) {
      passValue(false);
      byte[] record = pending.since(start);
      forgetIfPossible();
      return record;
    }
    take();
    Frame frame = new Frame(shape, b == '[', element, start);
    open.push(frame);
    DocumentShape elements = shape.elements();
    if (frame.array && elements != null && elements.isRecord()) {
      page = true;
      open.forEach(outer -> outer.page = true);
      forgetIfPossible();
    }
    return null;
  }

  /** Closes a bracket; an object without any list of records in it is a record. */
  private byte @Nullable [] leave(Frame frame) throws IOException, Broken {
    take();
    open.pop();
    byte[] record = !frame.page && frame.element ? pending.since(frame.start) : null;
    forgetIfPossible();
    return record;
  }

  /** Whether an object is open that may yet turn out to be a record. */
  private boolean isCapturing() {
    return open.stream().anyMatch(frame -> !frame.page);
  }

  private void forgetIfPossible() {
    if (!isCapturing()) {
      pending.reset();
    }
  }

  private String key() throws IOException, Broken {
    if (peek() != '"') {
      throw new Broken();
    }
    int start = pending.size();
    passString();
    int length = pending.size() - start;
    return length > MAX_KEY_BYTES
        ? ""
        : new String(pending.since(start), 1, length - 2, StandardCharsets.UTF_8);
  }

  /**
   * Passes one value.
   *
   * @param forget whether its bytes need not be kept
   */
  private void passValue(boolean forget) throws IOException, Broken {
    int depth = 0;
    do {
      int b = skipBlank();
      if (b == '"') {
        passString();
      } else if (b == '{' || b == '[') {
        depth++;
        take();
      } else if ((b == '}' || b == ']') && depth > 0) {
        depth--;
        take();
      } else if ((b == ',' || b == ':') && depth > 0) {
        take();
      } else if (isScalar(b)) {
        while (isScalar(peek())) {
          take();
        }
      } else {
        throw new Broken();
      }
      if (forget && pending.size() > REST_BYTES) {
        pending.reset();
      }
    } while (depth > 0);
  }

  private static boolean isScalar(int b) {
    return b > ' ' && ",:{}[]\"".indexOf(b) < 0;
  }

  private void passString() throws IOException, Broken {
    take();
    int b = take();
    while (b != '"') {
      if (b == '\\') {
        take();
      }
      b = take();
    }
  }

  private int skipBlank() throws IOException, Broken {
    while (Blank.is(peek()) || isMark()) {
      take();
    }
    return peek();
  }

  /** The bytes of a byte order mark count as blank before the first value. */
  private boolean isMark() throws IOException {
    return open.isEmpty() && (peek() == 0xEF || peek() == 0xBB || peek() == 0xBF);
  }

  private void expect(char c) throws IOException, Broken {
    if (peek() != c) {
      throw new Broken();
    }
    take();
  }

  private int peek() throws IOException {
    if (peeked == NOTHING_PEEKED) {
      peeked = in.read();
    }
    return peeked;
  }

  private int take() throws IOException, Broken {
    int b = peek();
    if (b < 0 || pending.size() >= MAX_RECORD_BYTES) {
      throw new Broken();
    }
    pending.write(b);
    peeked = NOTHING_PEEKED;
    return b;
  }

  /** The next piece of what can't be split any more. */
  private byte @Nullable [] rest() throws IOException {
    while (pending.size() < REST_BYTES) {
      int b = peek();
      if (b < 0) {
        break;
      }
      pending.write(b);
      peeked = NOTHING_PEEKED;
    }
    byte[] bytes = pending.toByteArray();
    int length = Math.min(bytes.length, REST_BYTES);
    pending.reset();
    pending.write(bytes, length, bytes.length - length);
    byte[] piece = Arrays.copyOf(bytes, length);
    boolean blank = Blank.skip(piece, 0) == piece.length;
    return blank ? null : piece;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
