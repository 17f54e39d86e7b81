package org.otklik.models.breakdown;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words that say nothing of a problem: function words, courtesy, «проблема», «вопрос». */
final class EmptyWords {
  private static final String RESOURCE = "empty-words.txt";

  private final Set<String> words;

  private EmptyWords(Set<String> words) {
    this.words = words;
  }

  static EmptyWords load() {
    Set<String> words = new HashSet<>();
    try (InputStream resource = EmptyWords.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          words.addAll(List.of(line.strip().split("\\s+")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " can't be read", e);
    }
    return new EmptyWords(words);
  }

  boolean contains(String surface, String lemma) {
    return words.contains(surface) || words.contains(lemma);
  }
}
