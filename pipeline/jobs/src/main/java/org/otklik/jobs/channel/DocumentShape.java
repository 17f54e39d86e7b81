package org.otklik.jobs.channel;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where in a channel's JSON documents the records lie. */
final class DocumentShape {
  /** A record itself. */
  private static final DocumentShape RECORD = new DocumentShape();

  private static final DocumentShape LIST = new DocumentShape().elements(RECORD);

  /** A page {@code {response: {items: […]}}} or {@code {items: […]}}, or an array of pages. */
  private static final DocumentShape VK =
      new DocumentShape()
          .member("response", new DocumentShape().member("items", LIST))
          .member("items", LIST)
          .elementsOfSameShape();

  /** What getUpdates answers, or an array of updates. */
  private static final DocumentShape TELEGRAM =
      new DocumentShape().member("result", LIST).elements(RECORD);

  /** One chat, or everything that Desktop exports of an account. */
  private static final DocumentShape EXPORT = export();

  private final Map<String, DocumentShape> members = new HashMap<>();
  private @Nullable DocumentShape elements;

  private DocumentShape() {}

  private static DocumentShape export() {
    DocumentShape export = new DocumentShape().member("messages", LIST).elementsOfSameShape();
    DocumentShape chats = new DocumentShape().member("list", new DocumentShape().elements(export));
    return export.member("chats", chats).member("left_chats", chats);
  }

  static DocumentShape of(Channel channel) {
    return switch (channel) {
      case VK -> VK;
      case TELEGRAM -> TELEGRAM;
      case TELEGRAM_EXPORT -> EXPORT;
      case POS, IM, JSON -> LIST;
    };
  }

  private DocumentShape member(String name, DocumentShape shape) {
    members.put(name, shape);
    return this;
  }

  private DocumentShape elements(DocumentShape shape) {
    elements = shape;
    return this;
  }

  private DocumentShape elementsOfSameShape() {
    return elements(this);
  }

  @Nullable DocumentShape member(String name) {
    return members.get(name);
  }

  @Nullable DocumentShape elements() {
    return elements;
  }

  boolean isRecord() {
    return members.isEmpty() && elements == null;
  }

  /** Whether a value that begins with this byte is to be looked into. */
  boolean opensWith(int b) {
    return b == '{' ? !members.isEmpty() : b == '[' && elements != null;
  }
}
