package org.otklik.models.post;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns an author's native id into a pseudonym: HMAC-SHA-256 under a secret key, first 96 bits.
 * Without the key neither the author nor the equality with an author of another installation can be
 * recovered.
 */
public final class Pseudonyms implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MINIMUM_KEY_BYTES = 16;
  private static final int PSEUDONYM_BYTES = 12;

  private final byte[] key;

  /**
   * @param key the secret, at least 16 bytes; kept outside of configuration files
   * @throws IllegalArgumentException when the key is too short
   */
  public Pseudonyms(byte[] key) {
    if (key.length < MINIMUM_KEY_BYTES) {
      throw new IllegalArgumentException(
          "the pseudonym key has " + key.length + " bytes, it needs at least " + MINIMUM_KEY_BYTES);
    }
    this.key = key.clone();
  }

  /** The pseudonym of an author: 24 hex digits, the same for the same channel and id. */
  public String of(String channel, String authorId) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(channel.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of()
          .formatHex(mac.doFinal(authorId.getBytes(StandardCharsets.UTF_8)), 0, PSEUDONYM_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
