package org.otklik.models.misinformation;

/**
 * How a post says what it says, as far as the match with a claim depends on it.
 *
 * @param denies it says that something is not so; a denial that is asked about or taken back does
 *     not count
 * @param doubts it asks whether something is so
 * @param rumour it passes on, urges, foretells, or hints at unnamed sources
 * @param laughs it jokes
 * @param reports it tells the writer's own trouble or asks for help
 * @param notifies it is a dated notice of ordinary work
 */
record PostManner(
    boolean denies,
    boolean doubts,
    boolean rumour,
    boolean laughs,
    boolean reports,
    boolean notifies) {

  static PostManner of(Cues cues) {
    boolean denied = cues.has("denial") && !cues.has("denial-taken-back");
    boolean rumour =
        cues.has("call-to-forward")
            || cues.has("urgency-secrecy")
            || cues.has("vague-source")
            || cues.has("prophecy-of-shortage")
            || cues.has("threatened-measure")
            || cues.has("forwarded-without-origin");
    return new PostManner(
        denied,
        cues.has("doubt"),
        rumour,
        cues.has("satire"),
        cues.has("own-report"),
        cues.has("service-notice"));
  }
}
