package org.otklik.local.kibana;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of Kibana's query language as the dashboards use: which fields a query asks for what. */
final class Kql {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[()]|>=|<=|:|>|<|[^\\s()\":<>]+)");

  /**
   * One comparison.
   *
   * @param value as written, without quotes; {@code *} asks only whether the field is there
   */
  record Term(String field, String operator, String value) {}

  private final List<String> tokens = new ArrayList<>();
  private final List<Term> terms = new ArrayList<>();
  private int next;

  private Kql(String query) {
    Matcher token = TOKEN.matcher(query);
    int end = 0;
    while (token.lookingAt()) {
      tokens.add(token.group(1));
      end = token.end();
      token.region(end, query.length());
    }
    if (!query.substring(end).isBlank()) {
      throw new IllegalArgumentException("can't be read from «" + query.substring(end) + "»");
    }
  }

  /**
   * The comparisons of a query; none for an empty one.
   *
   * @throws IllegalArgumentException if it is no query
   */
  static List<Term> terms(String query) {
    Kql kql = new Kql(query);
    if (!kql.tokens.isEmpty()) {
      kql.any();
      if (kql.next < kql.tokens.size()) {
        throw new IllegalArgumentException("«" + kql.peek() + "» is not expected");
      }
    }
    return kql.terms;
  }

  private void any() {
    all();
    while (peek().equalsIgnoreCase("or")) {
      next++;
      all();
    }
  }

  private void all() {
    one();
    while (peek().equalsIgnoreCase("and")) {
      next++;
      one();
    }
  }

  private void one() {
    if (peek().equalsIgnoreCase("not")) {
      next++;
      one();
    } else if (peek().equals("(")) {
      next++;
      any();
      expect(")");
    } else {
      comparison();
    }
  }

  private void comparison() {
    String field = word();
    String operator = peek();
    if (!List.of(":", ">", ">=", "<", "<=").contains(operator)) {
      throw new IllegalArgumentException("«" + field + "» is compared with nothing");
    }
    next++;
    if (!peek().equals("(")) {
      terms.add(new Term(field, operator, value()));
      return;
    }
    next++;
    terms.add(new Term(field, operator, value()));
    while (peek().equalsIgnoreCase("or") || peek().equalsIgnoreCase("and")) {
      next++;
      terms.add(new Term(field, operator, value()));
    }
    expect(")");
  }

  private String value() {
    String value = word();
    return value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
  }

  private String word() {
    String word = peek();
    if (word.isEmpty() || List.of("(", ")", ":", "<", ">", "<=", ">=").contains(word)) {
      throw new IllegalArgumentException("a word is missing before «" + word + "»");
    }
    next++;
    return word;
  }

  private void expect(String token) {
    if (!peek().equals(token)) {
      throw new IllegalArgumentException("«" + token + "» is missing");
    }
    next++;
  }

  private String peek() {
    return next < tokens.size() ? tokens.get(next) : "";
  }
}
