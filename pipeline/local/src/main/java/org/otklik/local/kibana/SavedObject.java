package org.otklik.local.kibana;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One saved object: a data view, a panel, a dashboard.
 *
 * @param type Kibana's name for what it is, for example {@code index-pattern} for a data view
 * @param id the same in every installation, so that an import replaces what it brought before
 * @param body the whole object as Kibana exports it
 */
public record SavedObject(String type, String id, ObjectNode body) {
  /** The type of data views. */
  public static final String DATA_VIEW = "index-pattern";

  /** The name that staff see. */
  public String title() {
    return body.at("/attributes/name").asText(body.at("/attributes/title").asText(id));
  }
}
