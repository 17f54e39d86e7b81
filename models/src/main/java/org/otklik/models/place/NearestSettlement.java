package org.otklik.models.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the settlement nearest to a point, among those whose own point is known. */
final class NearestSettlement {
  /** A settlement and how far it is. */
  record Found(Gazetteer.Settlement settlement, double kilometres) {}

  /** Cells of half a degree: at most 56 km high. */
  private static final double CELLS_PER_DEGREE = 2;

  private static final int FARTHEST_RING = 4;

  private final Map<Long, List<Gazetteer.Settlement>> cells = new HashMap<>();

  NearestSettlement(List<Gazetteer.Settlement> settlements) {
    for (Gazetteer.Settlement settlement : settlements) {
      if (settlement.ownPoint()) {
        cells
            .computeIfAbsent(
                cell(row(settlement.latitude()), column(settlement.longitude())),
                key -> new ArrayList<>())
            .add(settlement);
      }
    }
  }

  private static int row(double latitude) {
    return (int) Math.floor(latitude * CELLS_PER_DEGREE);
  }

  private static int column(double longitude) {
    return (int) Math.floor(longitude * CELLS_PER_DEGREE);
  }

  private static long cell(int row, int column) {
    return (long) row << 32 | column & 0xFFFFFFFFL;
  }

  /** The nearest one within two degrees of latitude and longitude, or null. */
  @Nullable Found to(double latitude, double longitude) {
    Found nearest = null;
    int row = row(latitude);
    int column = column(longitude);
    for (int ring = 0; ring <= FARTHEST_RING; ring++) {
      for (int i = row - ring; i <= row + ring; i++) {
        boolean edge = i == row - ring || i == row + ring;
        for (int j = column - ring; j <= column + ring; j += edge || ring == 0 ? 1 : 2 * ring) {
          for (Gazetteer.Settlement settlement : cells.getOrDefault(cell(i, j), List.of())) {
            double kilometres =
                Distance.kilometres(
                    latitude, longitude, settlement.latitude(), settlement.longitude());
            if (nearest == null || kilometres < nearest.kilometres) {
              nearest = new Found(settlement, kilometres);
            }
          }
        }
      }
      // what lies in a farther ring is at least this far: cells are narrowest from west to east
      double reach =
          ring * 111.2 / CELLS_PER_DEGREE * Math.max(0.05, Math.cos(Math.toRadians(latitude)));
      if (nearest != null && nearest.kilometres <= reach) {
        return nearest;
      }
    }
    return nearest;
  }
}
