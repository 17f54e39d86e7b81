package org.otklik.jobs.channel;

import org.jspecify.annotations.Nullable;

/** A point that a post itself carries, in degrees of WGS 84. */
record GeoPoint(double latitude, double longitude) {

  /** The point, or null when there is none, it is out of range, or it is the "unknown" of 0, 0. */
  static @Nullable GeoPoint of(@Nullable Double latitude, @Nullable Double longitude) {
    if (latitude == null || longitude == null) {
      return null;
    }
    // written so that NaN fails too
    boolean inRange = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    return inRange && (latitude != 0 || longitude != 0) ? new GeoPoint(latitude, longitude) : null;
  }

  /** The members {@code latitude} and {@code longitude} of an object. */
  static @Nullable GeoPoint of(@Nullable NativeObject object) {
    return object == null ? null : of(object.degrees("latitude"), object.degrees("longitude"));
  }

  /** VK's string "lat lon". */
  static @Nullable GeoPoint ofPair(String pair) {
    String[] parts = pair.strip().split("[ ,;]+", 3);
    if (parts.length != 2 || pair.length() > 100) {
      return null;
    }
    try {
      return of(Double.valueOf(parts[0]), Double.valueOf(parts[1]));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
