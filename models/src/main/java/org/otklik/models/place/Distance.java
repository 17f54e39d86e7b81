package org.otklik.models.place;

/** Distance on the globe. */
public final class Distance {
  private static final double EARTH_RADIUS_KM = 6371.0088;

  private Distance() {}

  /** Great-circle distance by the haversine formula, on a sphere of the Earth's mean radius. */
  public static double kilometres(
      double latitude, double longitude, double otherLatitude, double otherLongitude) {
    double north = Math.toRadians(otherLatitude - latitude);
    double east = Math.toRadians(otherLongitude - longitude);
    double a =
        Math.pow(Math.sin(north / 2), 2)
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(otherLatitude))
                * Math.pow(Math.sin(east / 2), 2);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
  }
}
