package org.meetwright.server.pages.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Distinguishes forms of our own pages from those that other sites send in a visitor's name: each
/// carries a token made of a secret in the visitor's cookie, which other sites can neither read nor
/// set.
public final class Csrf {
  /// The form field that carries it.
  public static final String FIELD = "csrf";

  private static final byte[] PURPOSE = "form".getBytes(StandardCharsets.UTF_8);

  private Csrf() {}

  /// Returns the token of a secret: its HMAC-SHA256, so that a page that leaks does not give the
  /// secret away.
  ///
  /// @param secret what the visitor's cookie holds, not empty
  public static String token(String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE));
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /// Returns whether a form carries the token of a secret.
  ///
  /// @param secret what the visitor's cookie holds; nothing matches an empty one
  public static boolean matches(String secret, String token) {
    return !secret.isEmpty()
        && MessageDigest.isEqual(
            token(secret).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }
}
