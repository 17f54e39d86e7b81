package org.otklik.local.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Kibana says of each object of an import.
 *
 * @param imported those it has now
 * @param refused those it did not take
 */
public record ImportReport(List<Imported> imported, List<Refused> refused) {

  /**
   * An object that Kibana has now.
   *
   * @param otherId the id it got, where its own is taken in another space; else null
   */
  public record Imported(String type, String id, @Nullable String otherId) {}

  /**
   * An object that Kibana did not take.
   *
   * @param reason why, and what to do
   */
  public record Refused(String type, String id, String reason) {}

  public ImportReport {
    imported = List.copyOf(imported);
    refused = List.copyOf(refused);
  }

  static ImportReport of(JsonNode answer) {
    List<Imported> imported = new ArrayList<>();
    for (JsonNode object : answer.path("successResults")) {
      imported.add(
          new Imported(
              object.path("type").asText(),
              object.path("id").asText(),
              object.path("destinationId").asText(null)));
    }
    List<Refused> refused = new ArrayList<>();
    for (JsonNode object : answer.path("errors")) {
      refused.add(
          new Refused(
              object.path("type").asText(),
              object.path("id").asText(),
              reason(object.path("error"))));
    }
    return new ImportReport(imported, refused);
  }

  private static String reason(JsonNode error) {
    String type = error.path("type").asText();
    return switch (type) {
      case "missing_references" ->
          "needs "
              + references(error.path("references"))
              + ", which Kibana does not have: put it into the folder, or mend the reference";
      case "unsupported_type" ->
          "this Kibana knows no objects of this type: a plugin is switched off, or the version is another";
      case "conflict" ->
          "Kibana has another object with this id that it does not replace: look whether another space or a managed package holds it";
      case "ambiguous_conflict" ->
          "Kibana has several copies of it and can't tell which to replace: delete all but one in Stack Management, Saved Objects";
      default -> {
        String message = error.path("message").asText();
        yield message.isEmpty() ? error.toString() : message;
      }
    };
  }

  private static String references(JsonNode references) {
    List<String> names = new ArrayList<>();
    for (JsonNode reference : references) {
      names.add(reference.path("type").asText() + " " + reference.path("id").asText());
    }
    return String.join(", ", names);
  }
}
