package org.otklik.jobs.channel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a Telegram export tells of a chat before its messages, and is put into each of them as
 * {@code chat}.
 */
final class ExportedChat {
  /** The fields that are told, by the export's own names. */
  static final Set<String> FIELDS = Set.of("id", "name", "type");

  private static final byte[] PRIVATE_MESSAGE =
      "{\"type\":\"message\",\"chat\":{\"type\":\"personal_chat\"}}"
          .getBytes(StandardCharsets.UTF_8);

  private final Map<String, byte[]> fields = new LinkedHashMap<>();

  /**
   * @param value its JSON
   */
  void tell(String name, byte[] value) {
    fields.put(name, value);
  }

  /**
   * The message with its chat; what is no object stays as it is. Of a message in a private chat
   * nothing stays but that there was one.
   */
  byte[] addTo(byte[] message) {
    if (isPrivate()) {
      return PRIVATE_MESSAGE.clone();
    }
    int end = message.length - 1;
    if (end < 1 || message[0] != '{' || message[end] != '}') {
      return message;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(message.length + 128);
    out.write(message, 0, end);
    boolean empty = Blank.skip(message, 1) == end;
    out.writeBytes((empty ? "\"chat\":{" : ",\"chat\":{").getBytes(StandardCharsets.UTF_8));
    String separator = "";
    for (Map.Entry<String, byte[]> field : fields.entrySet()) {
      out.writeBytes((separator + '"' + field.getKey() + "\":").getBytes(StandardCharsets.UTF_8));
      out.writeBytes(field.getValue());
      separator = ",";
    }
    out.writeBytes("}}".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private boolean isPrivate() {
    byte[] type = fields.get("type");
    return type != null
        && type.length > 2
        && TelegramExportReader.PRIVATE.contains(
            new String(type, 1, type.length - 2, StandardCharsets.UTF_8));
  }
}
