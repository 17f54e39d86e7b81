package org.otklik.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.otklik.jobs.Json;
import org.otklik.models.breakdown.Text;
import org.otklik.models.text.MarkupRemover;

/** Reads a file of JSON lines with {@code id} and {@code text}. */
final class TextLines {
  private TextLines() {}

  /**
   * The texts without markup, in the order of the file.
   *
   * @throws UserError if there is no such file or a line is wrong; names the line
   */
  static List<Text> read(Path file) throws IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new UserError("--file: there is no readable file " + file);
    }
    List<Text> texts = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          texts.add(text(line, file + ", line " + number));
        }
      }
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new UserError(file + " is not in UTF-8", e);
    }
    return texts;
  }

  private static Text text(String line, String where) {
    JsonNode json;
    try {
      json = Json.mapper().readTree(line);
    } catch (JsonProcessingException e) {
      throw new UserError(where + " is not valid JSON: " + e.getOriginalMessage(), e);
    }
    JsonNode id = json.path("id");
    if (!id.isTextual() && !id.isNumber()) {
      throw new UserError(where + ": id: expected a string or a number");
    }
    if (!json.path("text").isTextual()) {
      throw new UserError(where + ": text: expected a string");
    }
    return new Text(id.asText(), MarkupRemover.plain(json.path("text").asText()));
  }
}
