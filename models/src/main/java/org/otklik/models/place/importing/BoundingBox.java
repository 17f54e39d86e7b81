package org.otklik.models.place.importing;

/**
 * A box on the map; all in degrees of WGS 84. It may not cross the 180th meridian.
 *
 * @param south its least latitude
 * @param west its least longitude
 * @param north its greatest latitude
 * @param east its greatest longitude
 */
public record BoundingBox(double south, double west, double north, double east) {
  public BoundingBox {
    if (!(south < north && west < east)) {
      throw new IllegalArgumentException(
          "a bounding box is SOUTH,WEST,NORTH,EAST with SOUTH < NORTH and WEST < EAST");
    }
  }

  /**
   * Reads {@code SOUTH,WEST,NORTH,EAST}.
   *
   * @throws IllegalArgumentException when these are not four numbers in that order
   */
  public static BoundingBox parse(String text) {
    String[] parts = text.split(",");
    if (parts.length != 4) {
      throw new IllegalArgumentException(
          "«" + text + "»: a bounding box is SOUTH,WEST,NORTH,EAST, four numbers");
    }
    try {
      return new BoundingBox(
          Double.parseDouble(parts[0].strip()),
          Double.parseDouble(parts[1].strip()),
          Double.parseDouble(parts[2].strip()),
          Double.parseDouble(parts[3].strip()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "«" + text + "»: a bounding box is SOUTH,WEST,NORTH,EAST, four numbers", e);
    }
  }

  boolean contains(Point point) {
    return point.latitude() >= south
        && point.latitude() <= north
        && point.longitude() >= west
        && point.longitude() <= east;
  }
}
