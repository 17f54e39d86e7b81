package org.otklik.jobs.posts;

import java.util.List;

/**
 * What is remembered of a post's versions.
 *
 * @param nativeVersion the newest version that the channel itself stated
 * @param version the version under which the newest text travels on; above {@code nativeVersion}
 *     when the channel changed a text without saying so
 * @param contents fingerprints of the texts seen under {@code nativeVersion}, oldest first
 */
public record SeenVersions(long nativeVersion, long version, List<Long> contents) {}
