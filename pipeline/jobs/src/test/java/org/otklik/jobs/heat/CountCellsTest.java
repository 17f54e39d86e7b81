package org.otklik.jobs.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.jobs.TestPosts;

class CountCellsTest {
  private static final CellKey CELL = new CellKey("Холмский", "roads", TestPosts.NOON);

  private KeyedOneInputStreamOperatorTestHarness<String, CellChange, HeatCell> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        ProcessFunctionTestHarnesses.forKeyedProcessFunction(
            new CountCells(Duration.ofDays(1)), change -> change.cell().asString(), Types.STRING);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void tellsTheNewContentAfterEveryChangeUnderAGrowingVersion() throws Exception {
    harness.processElement(new CellChange(CELL, 1, 0), 0);
    harness.processElement(new CellChange(CELL, 1, 1), 0);
    harness.processElement(new CellChange(CELL, -1, 0), 0);

    assertThat(harness.extractOutputValues())
        .containsExactly(
            new HeatCell(CELL, 1, 0, 1), new HeatCell(CELL, 2, 1, 2), new HeatCell(CELL, 1, 1, 3));
  }

  @Test
  void keepsCellsApart() throws Exception {
    CellKey unplaced = new CellKey(null, "roads", TestPosts.NOON);
    harness.processElement(new CellChange(CELL, 1, 0), 0);
    harness.processElement(new CellChange(unplaced, 1, 0), 0);

    assertThat(harness.extractOutputValues())
        .containsExactly(new HeatCell(CELL, 1, 0, 1), new HeatCell(unplaced, 1, 0, 1));
  }
}
