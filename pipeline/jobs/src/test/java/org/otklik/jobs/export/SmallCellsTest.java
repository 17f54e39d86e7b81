package org.otklik.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SmallCellsTest {
  @Test
  void withholdsCellsOfFewerThanK() {
    assertThat(SmallCells.of(List.of(cell("A", "x", 4), cell("B", "y", 5)), 5)).containsExactly(0);
  }

  @Test
  void leavesNothingOutOfAnEmptyCell() {
    assertThat(SmallCells.of(List.of(cell("A", "x", 0), cell("B", "x", 9)), 5)).isEmpty();
  }

  @Test
  void withholdsTheSmallestOtherOfAThemeWhereOneWouldBeAlone() {
    assertThat(SmallCells.of(List.of(cell("A", "x", 2), cell("B", "x", 30), cell("C", "x", 20)), 5))
        .containsExactlyInAnyOrder(0, 2);
  }

  @Test
  void doesSoForMunicipalitiesToo() {
    assertThat(SmallCells.of(List.of(cell("A", "x", 2), cell("A", "y", 30), cell("A", "z", 20)), 5))
        .containsExactlyInAnyOrder(0, 2);
  }

  @Test
  void goesOnUntilNoneIsAlone() {
    // x of A is small; y of A protects it in A, x of B in x; then y of B must protect both of them
    List<DayCell> cells =
        List.of(cell("A", "x", 2), cell("A", "y", 10), cell("B", "x", 11), cell("B", "y", 12));

    assertThat(SmallCells.of(cells, 5)).containsExactlyInAnyOrder(0, 1, 2, 3);
  }

  @Test
  void withholdsNothingWhereAllAreLarge() {
    assertThat(SmallCells.of(List.of(cell("A", "x", 5), cell("B", "x", 6)), 5)).isEmpty();
  }

  private static DayCell cell(String municipality, String theme, int messages) {
    return new DayCell(municipality, theme, "2026-03-02", messages, 0, 0, 0, 1, null);
  }
}
