package org.otklik.models.misinformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {
  private static final BoostedTreesTraining.Settings SETTINGS =
      new BoostedTreesTraining.Settings(60, 3, 0.2, 1, 5);

  @Test
  void eachTreeGoesBelowOrAboveItsBounds() {
    BoostedTrees trees = BoostedTrees.parse(0.5, List.of("f0<=1 =-1 f1<=2 =10 =100", "=1000"));
    assertThat(trees.logit(new double[] {1, 9})).isEqualTo(999.5);
    assertThat(trees.logit(new double[] {1.1, 2})).isEqualTo(1010.5);
    assertThat(trees.logit(new double[] {1.1, 2.1})).isEqualTo(1100.5);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    List<String> lines = List.of("f0<=1.00000 =-1.0000 f1<=2.50000 =0.1250 =3.0000", "=0.5000");
    assertThat(BoostedTrees.parse(0, lines).lines()).isEqualTo(lines);
  }

  @Test
  void aLineThatIsNoTreeIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> BoostedTrees.parse(0, List.of("f0<=1 =2")))
        .withMessageContaining("no tree: «f0<=1 =2»");
    assertThatIllegalStateException()
        .isThrownBy(() -> BoostedTrees.parse(0, List.of("=2 =3")))
        .withMessageContaining("more than a tree");
  }

  /** One feature is true only together with the other: no sum of single features can say it. */
  @Test
  void learnsWhatOnlyTwoFeaturesTogetherSay() {
    BoostedTrees trees = new BoostedTreesTraining(SETTINGS).train(together(400, 1));
    long right =
        together(200, 2).stream()
            .filter(example -> trees.logit(example.features()) > 0 == example.positive())
            .count();
    assertThat(right).isGreaterThan(190);
  }

  @Test
  void theSameExamplesGiveTheSameTrees() {
    assertThat(new BoostedTreesTraining(SETTINGS).train(together(200, 1)).lines())
        .isEqualTo(new BoostedTreesTraining(SETTINGS).train(together(200, 1)).lines());
  }

  @Test
  void withoutTreesTheShareOfPositivesSpeaks() {
    List<LogisticTraining.Example> examples = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      examples.add(new LogisticTraining.Example(new double[] {0}, i < 20, 1));
    }
    BoostedTrees trees =
        new BoostedTreesTraining(new BoostedTreesTraining.Settings(0, 3, 0.1, 1, 5))
            .train(examples);
    assertThat(LogisticModel.probability(trees.logit(new double[] {0})))
        .isEqualTo(0.2, within(1e-9));
  }

  private static List<LogisticTraining.Example> together(int count, int seed) {
    Random random = new Random(seed);
    List<LogisticTraining.Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double one = random.nextDouble();
      double other = random.nextDouble();
      examples.add(
          new LogisticTraining.Example(
              new double[] {one, other, random.nextDouble()}, one > 0.5 == other > 0.5, 1));
    }
    return examples;
  }
}
