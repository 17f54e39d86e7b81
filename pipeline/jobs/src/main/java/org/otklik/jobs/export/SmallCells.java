package org.otklik.jobs.export;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which cells of a day are withheld: those of fewer than k messages, and where such a cell would be
 * the only one of its theme or its municipality that day, the smallest other one of it too. Else
 * the small one could be told from a total that somebody knows from elsewhere.
 */
final class SmallCells {
  private SmallCells() {}

  /**
   * The places of the withheld cells.
   *
   * @param cells all cells of one day
   * @param k the smallest number of messages that is shown
   */
  static Set<Integer> of(List<DayCell> cells, int k) {
    Set<Integer> withheld = new HashSet<>();
    for (int place = 0; place < cells.size(); place++) {
      int messages = cells.get(place).messages();
      if (messages > 0 && messages < k) {
        withheld.add(place);
      }
    }
    boolean more = true;
    while (more) {
      more = protect(cells, withheld, DayCell::theme);
      more |= protect(cells, withheld, DayCell::municipality);
    }
    return withheld;
  }

  private static boolean protect(
      List<DayCell> cells, Set<Integer> withheld, Function<DayCell, String> line) {
    Map<String, Long> alone =
        withheld.stream()
            .collect(Collectors.groupingBy(at -> line.apply(cells.get(at)), Collectors.counting()));
    boolean more = false;
    for (Map.Entry<String, Long> entry : alone.entrySet()) {
      if (entry.getValue() == 1) {
        Optional<Integer> smallest = smallest(cells, withheld, line, entry.getKey());
        more |= smallest.isPresent();
        smallest.ifPresent(withheld::add);
      }
    }
    return more;
  }

  private static Optional<Integer> smallest(
      List<DayCell> cells, Set<Integer> withheld, Function<DayCell, String> line, String of) {
    return IntStream.range(0, cells.size())
        .boxed()
        .filter(at -> !withheld.contains(at))
        .filter(at -> cells.get(at).messages() > 0)
        .filter(at -> line.apply(cells.get(at)).equals(of))
        .min(
            Comparator.<Integer>comparingInt(at -> cells.get(at).messages())
                .thenComparing(at -> cells.get(at).municipality())
                .thenComparing(at -> cells.get(at).theme()));
  }
}
