package org.otklik.models.place.importing;

/**
 * A point in WGS 84.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 */
record Point(double latitude, double longitude) {}
