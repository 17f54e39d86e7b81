package org.otklik.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HeatTableTest {
  private static final Map<String, String> NAMES =
      Map.of("roads", "Дороги", "energy", "Энергетика");

  @Test
  void putsTheBusiestMunicipalityAndThemeFirst() {
    String table =
        new HeatTable(NAMES, false)
            .render(
                Map.of(
                    "Холмский", Map.of("roads", 3L, "energy", 1L),
                    "Корсаковский", Map.of("roads", 7L),
                    "", Map.of("energy", 2L)));

    assertThat(table.lines().map(String::strip))
        .containsExactly(
            "1    2  всего",
            "Корсаковский        7    ·      7",
            "Холмский            3    1      4",
            "место неизвестно    ·    2      2",
            "всего              10    3     13",
            "",
            "1 Дороги                                     2 Энергетика");
  }

  @Test
  void rendersAnEmptyMap() {
    assertThat(new HeatTable(NAMES, true).render(Map.of())).contains("всего");
  }

  @Test
  void coloursHotCellsOnlyWhereColoursAreShown() {
    Map<String, Map<String, Long>> cells = Map.of("Холмский", Map.of("roads", 3L));

    assertThat(new HeatTable(NAMES, true).render(cells)).contains("\u001b[");
    assertThat(new HeatTable(NAMES, false).render(cells)).doesNotContain("\u001b[");
  }
}
