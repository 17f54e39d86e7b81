package org.otklik.jobs.channel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Parses one JSON document as RFC 8259 has it: valid UTF-8, one value, nothing behind it, and no
 * deeper than {@value #MAX_NESTING} levels. What is wrong is told by its line, never by quoting the
 * document; nor by its column, so that equal reasons can be counted.
 */
final class StrictJson {
  static final int MAX_NESTING = 64;

  /** Of one string: far more than a post may have, so that a long text spoils only its own post. */
  private static final int MAX_STRING_CHARS = 1 << 20;

  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_NESTING)
                          .maxStringLength(MAX_STRING_CHARS)
                          .build())
                  .build())
          .build();

  private StrictJson() {}

  static JsonNode parse(byte[] json) throws UnreadableRecord {
    String text = decode(json);
    try (JsonParser parser = MAPPER.createParser(text)) {
      return parse(parser);
    } catch (JsonEOFException e) {
      throw new UnreadableRecord("invalid JSON: it ends too early" + at(e.getLocation()));
    } catch (JsonProcessingException e) {
      throw new UnreadableRecord("invalid JSON" + at(e.getLocation()));
    } catch (IOException e) {
      throw new UnreadableRecord("invalid JSON");
    }
  }

  private static JsonNode parse(JsonParser parser) throws IOException, UnreadableRecord {
    try {
      if (parser.nextToken() == null) {
        throw new UnreadableRecord("the record is empty");
      }
      JsonNode root = MAPPER.readTree(parser);
      if (parser.nextToken() != null) {
        throw new UnreadableRecord(
            "invalid JSON: more follows after its end" + at(parser.currentTokenLocation()));
      }
      return root;
    } catch (StreamConstraintsException e) { // it does not tell where
      throw new UnreadableRecord(
          (String.valueOf(e.getOriginalMessage()).contains("nesting depth")
                  ? "JSON: nested deeper than " + MAX_NESTING + " levels"
                  : "JSON: a string, name or number is too long")
              + at(parser.currentLocation()));
    }
  }

  private static String at(@Nullable JsonLocation location) {
    return location == null ? "" : " at line " + location.getLineNr();
  }

  private static int lineOf(byte[] json, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      if (json[i] == '\n') {
        line++;
      }
    }
    return line;
  }

  private static String decode(byte[] json) throws UnreadableRecord {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(json);
    CharBuffer out = CharBuffer.allocate(json.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw new UnreadableRecord("invalid UTF-8 at line " + lineOf(json, in.position()));
    }
    decoder.flush(out);
    out.flip();
    if (out.hasRemaining() && out.get(0) == '\uFEFF') {
      out.get();
    }
    return out.toString();
  }
}
