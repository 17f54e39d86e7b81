package org.otklik.models.place;

import com.uber.h3core.H3Core;
import com.uber.h3core.util.LatLng;
import java.io.IOException;

/**
 * Cells of the H3 grid, which heat maps count by where municipalities are too coarse. Uses H3's
 * native library, which its jar brings for Linux (glibc 2.17 or newer), macOS and Windows on x86-64
 * and ARM 64.
 */
public final class HexCells {
  /** Resolution of the coarse keys: about 250 km². */
  public static final int COARSE = 5;

  /** Resolution of the fine keys: about 5 km². */
  public static final int FINE = 7;

  /**
   * The middle of a cell.
   *
   * @param latitude degrees north
   * @param longitude degrees east
   */
  public record Centre(double latitude, double longitude) {}

  private final H3Core h3;

  /**
   * Loads the native library.
   *
   * @throws IllegalStateException when there is none for this machine
   */
  public HexCells() {
    try {
      h3 = H3Core.newInstance();
    } catch (IOException | UnsatisfiedLinkError e) {
      throw new IllegalStateException(
          "H3's native library can't be loaded on "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + ": Otklik needs glibc Linux, macOS or Windows, and a temporary folder (java.io.tmpdir)"
              + " that allows execution",
          e);
    }
  }

  /**
   * Address of the cell that a point lies in, such as {@code 872f5a363ffffff}.
   *
   * @param latitude degrees north
   * @param longitude degrees east
   * @param resolution 0 (coarsest) to 15
   */
  public String at(double latitude, double longitude, int resolution) {
    return h3.latLngToCellAddress(latitude, longitude, resolution);
  }

  /** The middle of a cell. */
  public Centre centre(String address) {
    LatLng centre = h3.cellToLatLng(address);
    return new Centre(centre.lat, centre.lng);
  }

  /** Resolution of a cell, 0 (coarsest) to 15. */
  public int resolution(String address) {
    return h3.getResolution(address);
  }

  /** True when a place is known well enough for a cell: its settlement, or a point of its own. */
  public static boolean fits(Place place) {
    String precision = place.pointPrecision();
    return place.latitude() != null
        && place.longitude() != null
        && precision != null
        && (precision.equals(Place.OWN_POINT) || precision.equals(Place.SETTLEMENT_POINT));
  }
}
