package org.otklik.local.kibana;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where Kibana is, and as whom Otklik comes to it.
 *
 * @param address for example {@code http://localhost:5601}, with the base path if Kibana has one
 * @param space id of the space that gets the objects; null for the default one
 * @param username for basic authentication; null when Kibana asks for none
 * @param password for basic authentication; null when Kibana asks for none
 * @param timeout how long one answer may take
 */
public record KibanaSettings(
    URI address,
    @Nullable String space,
    @Nullable String username,
    @Nullable String password,
    Duration timeout) {
  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);
  private static final Pattern SPACE = Pattern.compile("[a-z0-9_-]+");

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if a value can't be used; names the value and what it should
   *     be
   */
  public KibanaSettings {
    // A password that was put into the address must not be quoted.
    check(
        address.getRawAuthority() == null || !address.getRawAuthority().contains("@"),
        "the address of Kibana holds a user name: give it with --user, and the password in the environment");
    check(
        ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
            && address.getHost() != null
            && address.getQuery() == null
            && address.getFragment() == null,
        "«" + address + "» is no address of Kibana: it should look like http://host:5601");
    check(
        space == null || SPACE.matcher(space).matches(),
        "«"
            + space
            + "» is no id of a space: it holds only lower-case Latin letters, digits, _ and -; look at the space's URL");
    check(
        (username == null) == (password == null),
        "Kibana's user name and password go together: give both or neither");
    check(
        username == null || !username.contains(":"),
        "the user name of basic authentication can't hold a colon");
    check(!timeout.isNegative() && !timeout.isZero(), "the time for an answer should be above 0");
  }

  /**
   * The settings for a Kibana that asks for no user.
   *
   * @throws IllegalArgumentException if it is no address
   */
  public static KibanaSettings at(String address) {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "that is no address of Kibana: it should look like http://host:5601", e);
    }
    return new KibanaSettings(uri, null, null, null, DEFAULT_TIMEOUT);
  }

  /** The same for another space; null for the default one. */
  public KibanaSettings withSpace(@Nullable String newSpace) {
    return new KibanaSettings(address, newSpace, username, password, timeout);
  }

  /** The same with the user that Otklik is to Kibana; both null for none. */
  public KibanaSettings withCredentials(
      @Nullable String newUsername, @Nullable String newPassword) {
    return new KibanaSettings(address, space, newUsername, newPassword, timeout);
  }

  /** The same with another time for one answer. */
  public KibanaSettings withTimeout(Duration newTimeout) {
    return new KibanaSettings(address, space, username, password, newTimeout);
  }

  /** The address of a part of the API that does not belong to a space. */
  URI outsideOfSpaces(String path) {
    return URI.create(base() + path);
  }

  /** The address of a part of the API in the space. */
  URI inSpace(String path) {
    return URI.create(base() + (space == null ? "" : "/s/" + space) + path);
  }

  /** All but the password. */
  @Override
  public String toString() {
    return "Kibana at "
        + address
        + (space == null ? "" : ", space " + space)
        + (username == null ? ", as nobody" : ", as " + username);
  }

  private String base() {
    String text = address.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private static void check(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
