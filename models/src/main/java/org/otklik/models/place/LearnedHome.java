package org.otklik.models.place;

/**
 * The municipality that a community's placed posts agree on.
 *
 * @param municipality its short name
 * @param confidence how sure it is, 0 to 1; see {@link CommunityHome#learned}
 */
public record LearnedHome(String municipality, double confidence) {}
