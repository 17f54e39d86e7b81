package org.otklik.models.misinformation;

/**
 * What a post's turns of phrase say that a match with a claim depends on, beside how it is told
 * ({@link Telling}).
 *
 * @param doubts it asks whether something is so
 * @param notifies it is a dated notice of ordinary work
 */
record PostManner(boolean doubts, boolean notifies) {

  static PostManner of(Cues cues) {
    return new PostManner(cues.has("doubt"), cues.has("service-notice"));
  }
}
