package org.otklik.models.post;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Deterministic document ids: the same post always gets the same id, however often and by whichever
 * way it arrives.
 */
public final class PostId {
  private PostId() {}

  /**
   * The first 128 bits of SHA-256 over channel and native id, as 32 lower-case hex digits.
   *
   * @param channel the channel's name, for example {@code vk}
   * @param nativeId the channel's own id, for example {@code -1_23}
   */
  public static String of(String channel, String nativeId) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(channel.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(nativeId.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
