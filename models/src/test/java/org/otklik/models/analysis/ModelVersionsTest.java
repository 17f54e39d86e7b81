package org.otklik.models.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelVersionsTest {
  @Test
  void everyShippedModelHasItsChecksum() {
    assertThat(ModelVersions.shipped())
        .containsKeys("topic/themes.model.gz", "misinformation/match-trees.txt")
        .allSatisfy((model, checksum) -> assertThat(checksum).as(model).matches("[0-9a-f]{64}"));
  }
}
