package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sum of small decision trees (gradient boosting, Friedman 2001). Each tree asks a few features
 * in turn whether they are at most a bound, and adds a number; the sum is the logarithm of the
 * odds. Immutable, safe for use by several threads.
 *
 * <p>Written one tree a line, each node before its two branches: {@code f3<=0.25} asks for the
 * feature with index 3, {@code =-0.1} ends with that number.
 */
final class BoostedTrees {
  private final double base;
  private final List<Node> written;
  private final int[] roots;
  private final int[] feature; // −1: a leaf
  private final double[] bound; // of a leaf: the number that it adds
  private final int[]
      above; // where the branch above the bound begins; the other one follows at once

  /** A node while a tree is built or written. */
  sealed interface Node permits Leaf, Split {}

  /** Ends with a number. */
  record Leaf(double value) implements Node {}

  /** Goes on below when the feature is at most the bound, else above. */
  record Split(int feature, double bound, Node below, Node above) implements Node {}

  /**
   * @param base the logarithm of the odds before any tree
   */
  BoostedTrees(double base, List<Node> trees) {
    this.base = base;
    this.written = List.copyOf(trees);
    int nodes = trees.stream().mapToInt(BoostedTrees::size).sum();
    this.roots = new int[trees.size()];
    this.feature = new int[nodes];
    this.bound = new double[nodes];
    this.above = new int[nodes];
    int next = 0;
    for (int tree = 0; tree < roots.length; tree++) {
      roots[tree] = next;
      next = lay(trees.get(tree), next);
    }
  }

  private static int size(Node node) {
    return node instanceof Split split ? 1 + size(split.below) + size(split.above) : 1;
  }

  private int lay(Node node, int at) {
    if (node instanceof Split split) {
      feature[at] = split.feature;
      bound[at] = split.bound;
      above[at] = lay(split.below, at + 1);
      return lay(split.above, above[at]);
    }
    feature[at] = -1;
    bound[at] = ((Leaf) node).value;
    return at + 1;
  }

  /** The logarithm of the odds before any tree. */
  double base() {
    return base;
  }

  /** The logarithm of the odds. */
  double logit(double[] features) {
    double sum = base;
    for (int root : roots) {
      sum += value(root, features);
    }
    return sum;
  }

  private double value(int root, double[] features) {
    int at = root;
    while (feature[at] >= 0) {
      at = features[feature[at]] <= bound[at] ? at + 1 : above[at];
    }
    return bound[at];
  }

  /**
   * @throws IllegalStateException when a line has another form
   */
  static BoostedTrees parse(double base, List<String> lines) {
    List<Node> trees = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.strip().split("\\s+");
      int[] at = {0};
      try {
        trees.add(parse(parts, at));
      } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
        throw new IllegalStateException("no tree: «" + line + "»", e);
      }
      if (at[0] != parts.length) {
        throw new IllegalStateException("more than a tree: «" + line + "»");
      }
    }
    return new BoostedTrees(base, trees);
  }

  private static Node parse(String[] parts, int[] at) {
    String part = parts[at[0]++];
    if (part.startsWith("=")) {
      return new Leaf(Double.parseDouble(part.substring(1)));
    }
    String[] sides = part.substring(1).split("<=");
    int feature = Integer.parseInt(sides[0]);
    double bound = Double.parseDouble(sides[1]);
    Node below = parse(parts, at);
    return new Split(feature, bound, below, parse(parts, at));
  }

  /** One line per tree, as {@link #parse} reads them. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Node tree : written) {
      StringBuilder line = new StringBuilder();
      write(tree, line);
      lines.add(line.toString().strip());
    }
    return lines;
  }

  private static void write(Node node, StringBuilder line) {
    if (node instanceof Split split) {
      line.append(String.format(Locale.ROOT, "f%d<=%.5f ", split.feature, split.bound));
      write(split.below, line);
      write(split.above, line);
    } else {
      line.append(String.format(Locale.ROOT, "=%.4f ", ((Leaf) node).value));
    }
  }
}
