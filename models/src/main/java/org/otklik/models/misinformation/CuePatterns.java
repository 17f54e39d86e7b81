package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.otklik.models.text.Lemmatizer;
import org.otklik.models.text.Token;

/**
 * Finds turns of phrase in a text by the patterns of the resource {@code cues.txt}; their language
 * is described there.
 */
final class CuePatterns {
  static final String RESOURCE = "cues.txt";

  /** One step of a pattern: any of these words, at most so many words after the step before. */
  private record Step(Set<String> words, int gap) {}

  private record Pattern(String code, List<Step> steps) {}

  private final Map<String, List<Pattern>> byFirstWord = new HashMap<>();
  private final Map<Integer, String> bySign = new HashMap<>();

  private static final class Shared {
    static final CuePatterns INSTANCE = new CuePatterns(ResourceLines.of(RESOURCE));
  }

  static CuePatterns shared() {
    return Shared.INSTANCE;
  }

  CuePatterns(List<String> lines) {
    Map<String, Set<String>> sets = new HashMap<>();
    for (boolean readingSets : new boolean[] {true, false}) {
      for (String line : lines) {
        String[] sides = line.split(":", 2);
        String[] head = sides[0].strip().split("\\s+");
        if (sides.length != 2 || head.length != 2) {
          throw new IllegalStateException(RESOURCE + ": can't read the line «" + line + "»");
        }
        boolean isSet = head[0].equals("set");
        if (head[0].equals("sign")) {
          sides[1].strip().codePoints().forEach(sign -> bySign.put(sign, head[1]));
          continue;
        }
        if (isSet && readingSets) {
          Set<String> words = new HashSet<>();
          Arrays.stream(sides[1].split(",")).map(CuePatterns::word).forEach(words::add);
          sets.put(head[1], words);
        } else if (!isSet && !readingSets) {
          Pattern pattern = new Pattern(head[1], steps(line, sides[1].strip(), sets));
          for (String word : pattern.steps.get(0).words) {
            byFirstWord.computeIfAbsent(word, unused -> new ArrayList<>()).add(pattern);
          }
        }
      }
    }
  }

  private static String word(String written) {
    return Lemmatizer.normalize(written.strip());
  }

  private static List<Step> steps(String line, String written, Map<String, Set<String>> sets) {
    List<Step> steps = new ArrayList<>();
    int gap = 0;
    for (String part : written.split("\\s+")) {
      if (part.startsWith("..")) {
        gap = Integer.parseInt(part.substring(2));
        continue;
      }
      Set<String> words = new HashSet<>();
      for (String alternative : part.split("\\|")) {
        if (alternative.startsWith("{")) {
          Set<String> set = sets.get(alternative.substring(1, alternative.length() - 1));
          if (set == null) {
            throw new IllegalStateException(
                RESOURCE + ": «" + alternative + "» is no set above the line «" + line + "»");
          }
          words.addAll(set);
        } else {
          words.add(word(alternative));
        }
      }
      steps.add(new Step(words, gap));
      gap = 0;
    }
    return steps;
  }

  /** All turns of phrase in a text in the order of their places, then the pictures. */
  Cues find(String text, List<Token> tokens) {
    List<Cues.Cue> found = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      apply(byFirstWord.get(token.surface()), text, tokens, i, found);
      if (!token.lemma().equals(token.surface())) {
        apply(byFirstWord.get(token.lemma()), text, tokens, i, found);
      }
    }
    addSigns(text, found);
    return new Cues(found);
  }

  /** Pictures are no tokens: they are looked for in the text. */
  private void addSigns(String text, List<Cues.Cue> found) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))) {
        String code = bySign.get(text.codePointAt(i));
        if (code != null) {
          int end = i + Character.charCount(text.codePointAt(i));
          found.add(new Cues.Cue(code, text.substring(i, end), i, end));
        }
      }
    }
  }

  private static void apply(
      List<Pattern> patterns, String text, List<Token> tokens, int first, List<Cues.Cue> found) {
    if (patterns == null) {
      return;
    }
    for (Pattern pattern : patterns) {
      int last = end(pattern, text, tokens, first);
      if (last >= 0) {
        found.add(
            new Cues.Cue(
                pattern.code,
                text.substring(tokens.get(first).start(), tokens.get(last).end()),
                tokens.get(first).start(),
                tokens.get(last).end()));
      }
    }
  }

  /**
   * Index of the last token of the pattern that begins at a token; −1 when it does not stand there.
   */
  private static int end(Pattern pattern, String text, List<Token> tokens, int first) {
    int at = first;
    for (int step = 1; step < pattern.steps.size(); step++) {
      Step wanted = pattern.steps.get(step);
      int next = -1;
      for (int i = at + 1; i < tokens.size() && i <= at + 1 + wanted.gap; i++) {
        if (sentenceEnds(text, tokens.get(i - 1).end(), tokens.get(i).start())) {
          break;
        }
        Token token = tokens.get(i);
        if (wanted.words.contains(token.surface()) || wanted.words.contains(token.lemma())) {
          next = i;
          break;
        }
      }
      if (next < 0) {
        return -1;
      }
      at = next;
    }
    return at;
  }

  private static boolean sentenceEnds(String text, int from, int to) {
    for (int c = from; c < to; c++) {
      switch (text.charAt(c)) {
        case '.', '!', '?', '…', '\n' -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }
}
