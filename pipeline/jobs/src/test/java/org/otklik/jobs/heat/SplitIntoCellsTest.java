package org.otklik.jobs.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.PostMove;
import org.otklik.jobs.Standing;
import org.otklik.jobs.TestPosts;

class SplitIntoCellsTest {
  private static final Instant DAY = Instant.parse("2026-03-14T13:00:00Z");

  @Test
  void tellsTheHourTheDayOfTheRegionAndBothHexagons() {
    Standing post = post("Холмский", 0, "85a", "87a");

    assertThat(split(null, post))
        .containsExactly(
            new CellChange(
                new CellKey(CellKey.HOUR, "Холмский", "roads", TestPosts.NOON), null, post),
            new CellChange(new CellKey(CellKey.DAY, "Холмский", "roads", DAY), null, post),
            new CellChange(new CellKey(CellKey.HEXAGON, "85a", "roads", DAY), null, post),
            new CellChange(new CellKey(CellKey.HEXAGON, "87a", "roads", DAY), null, post));
  }

  @Test
  void leavesOutHexagonsWhereThePointIsNotKnownWellEnough() {
    assertThat(split(null, post(null, 0, null, null)))
        .extracting(change -> change.cell().grain())
        .containsExactly(CellKey.HOUR, CellKey.DAY);
  }

  @Test
  void tellsACellThatAPostStaysInOnce() {
    Standing before = post("Холмский", 0, "85a", "87a");
    Standing after = post("Холмский", 3, "85a", "87b");

    assertThat(split(before, after))
        .extracting(change -> change.cell().place() + " " + sides(change))
        .containsExactly("Холмский -+", "Холмский -+", "85a -+", "87a -", "87b +");
  }

  private static String sides(CellChange change) {
    return (change.leaves() == null ? "" : "-") + (change.comes() == null ? "" : "+");
  }

  private static List<CellChange> split(@Nullable Standing before, @Nullable Standing after) {
    List<CellChange> changes = new ArrayList<>();
    new SplitIntoCells(ZoneId.of("Asia/Sakhalin"))
        .flatMap(new PostMove("1", before, after), new ListCollector<>(changes));
    return changes;
  }

  private static Standing post(
      @Nullable String municipality, int urgency, @Nullable String coarse, @Nullable String fine) {
    return new Standing(
        municipality,
        "roads",
        TestPosts.ONE_MINUTE_LATER,
        true,
        urgency,
        false,
        null,
        coarse,
        fine,
        false);
  }
}
