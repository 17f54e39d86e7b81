package org.otklik.jobs.index;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The body of a bulk request: a line of metadata and a line with the document, for each document.
 */
final class BulkBody {
  private static final byte[] INDEX = ascii("{\"index\":{\"_index\":\"");
  private static final byte[] ID = ascii("\",\"_id\":\"");
  private static final byte[] VERSION = ascii("\",\"version\":");

  /**
   * Of two documents with one id the one with the higher version stays, in whichever order they
   * come. Equal versions may be rewritten: after a restart the same document comes again, and that
   * must be no conflict.
   */
  private static final byte[] END = ascii(",\"version_type\":\"external_gte\"}}\n");

  private BulkBody() {}

  /** The lines for these documents, in their order. */
  static byte[] of(List<DocumentWrite> writes, ElasticsearchSettings settings) {
    JsonStringEncoder quotes = JsonStringEncoder.getInstance();
    ByteArrayOutputStream body =
        new ByteArrayOutputStream(writes.stream().mapToInt(DocumentWrite::sizeInBytes).sum());
    for (DocumentWrite write : writes) {
      body.writeBytes(INDEX);
      body.writeBytes(quotes.quoteAsUTF8(settings.indexName(write.index())));
      body.writeBytes(ID);
      body.writeBytes(quotes.quoteAsUTF8(write.id()));
      body.writeBytes(VERSION);
      body.writeBytes(ascii(Long.toString(write.version())));
      body.writeBytes(END);
      body.writeBytes(onOneLine(write.body()));
      body.write('\n');
    }
    return body.toByteArray();
  }

  /**
   * JSON allows a line feed only where it allows a space; in a bulk request it would end the
   * document.
   */
  private static byte[] onOneLine(byte[] json) {
    byte[] line = json;
    for (int i = 0; i < json.length; i++) {
      if (json[i] == '\n') {
        if (line == json) {
          line = json.clone();
        }
        line[i] = ' ';
      }
    }
    return line;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
