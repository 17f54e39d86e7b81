package org.otklik.jobs.breakdown;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.otklik.jobs.Document;
import org.otklik.jobs.Json;
import org.otklik.jobs.Period;
import org.otklik.models.breakdown.ConcreteProblem;
import org.otklik.models.breakdown.ProblemBreakdown;
import org.otklik.models.breakdown.Text;

/** A week's breakdown of one theme's «прочее» as a document. */
public final class BreakdownDocument {
  /** The index's name without prefix. */
  public static final String INDEX = "breakdowns";

  private BreakdownDocument() {}

  /**
   * The document. Its id is theme and week, its version the end of the week in milliseconds: broken
   * down again, with what has come late, it replaces itself.
   *
   * @param region id of the region
   * @param theme id of the theme
   * @param week Monday to Sunday
   * @throws IllegalArgumentException if the period is no week
   */
  public static Document of(String region, String theme, Period week, ProblemBreakdown breakdown) {
    if (!week.isWeek()) {
      throw new IllegalArgumentException(
          "a weekly breakdown is of Monday to Sunday, not of %s to %s"
              .formatted(week.from(), week.to()));
    }
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("region", region);
    json.put("theme", theme);
    json.put("week", week.week());
    json.put("from", week.start().toString());
    json.put("to", week.end().toString());
    json.put("messages", breakdown.messages());
    json.put("rest", breakdown.rest());
    ArrayNode problems = json.putArray("problems");
    for (ConcreteProblem problem : breakdown.problems()) {
      problems.add(json(problem, breakdown.messages()));
    }
    return new Document(
        INDEX,
        region + "-" + theme + "-" + week.week(),
        week.end().toEpochMilli(),
        Json.bytes(json));
  }

  /** A problem as JSON; also what the command prints. */
  public static ObjectNode json(ConcreteProblem problem, int messages) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("name", problem.name());
    json.put("count", problem.count());
    json.put("share", problem.count() / (double) messages);
    json.set("words", Json.mapper().valueToTree(problem.words()));
    ArrayNode examples = json.putArray("examples");
    for (Text example : problem.examples()) {
      examples.addObject().put("id", example.id()).put("text", example.text());
    }
    return json;
  }
}
