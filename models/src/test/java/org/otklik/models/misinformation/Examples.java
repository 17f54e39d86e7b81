package org.otklik.models.misinformation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.otklik.models.text.Lemmatizer;
import org.otklik.models.text.Token;

/** Claims and posts that several tests use. */
final class Examples {
  static final Path REGISTER = Path.of("..", "config", "claims");
  static final Path RESOURCES = Path.of("src", "test", "resources", "misinformation");
  private static final Path LABELLED = Path.of("src/training/claims");

  static final Claim BOATS =
      claim("boats", "С 1 мая лодки без мотора запретят держать на берегу, штраф 15 тысяч рублей");
  static final Claim WELL =
      claim("well", "В Приреченске в колодцах нашли ртуть, жителям об этом не говорят");
  static final Claim BENEFIT =
      claim("benefit", "С марта перестанут выдавать пособие на молоко для младенцев");

  private static final Lemmatizer LEMMATIZER = new Lemmatizer();

  private Examples() {}

  static Claim claim(String id, String text) {
    return new Claim(
        id,
        text,
        List.of(),
        "Не подтвердилось",
        "Всё по-прежнему. (Пример ответа.)",
        "ведомство (пример)",
        null,
        "2026-04-01",
        null,
        null,
        List.of("other"),
        null);
  }

  static List<Token> tokens(String text) {
    synchronized (LEMMATIZER) {
      return LEMMATIZER.tokens(text);
    }
  }

  static TermText read(String text) {
    return new TermReader(Words.shared()).read(text, tokens(text));
  }

  /** The claims of config/claims and the further ones of the tests. */
  static List<Claim> allClaims() throws IOException {
    List<Claim> claims = new ArrayList<>(ClaimRegister.load(REGISTER).claims());
    claims.addAll(ClaimRegister.load(LABELLED.resolve("claims-1.tsv")).claims());
    return claims;
  }

  static List<LabelledPost> posts(String split) throws IOException {
    return LabelledPost.read(LABELLED.resolve("posts-1.tsv")).stream()
        .filter(post -> post.split().equals(split))
        .toList();
  }
}
