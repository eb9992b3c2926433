package org.meetwright.core.access.signin;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One-time passwords by time (RFC 6238) as authenticator apps make them: HMAC-SHA-1, six digits,
/// steps of 30 seconds. Secrets are written in Base32 (RFC 4648).
final class Totp {
  private static final int STEP_SECONDS = 30;
  private static final int MODULUS = 1_000_000;
  private static final int SECRET_BYTES = 20;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Totp() {}

  /// Returns a new secret of 160 random bits.
  static String newSecret() {
    return random(SECRET_BYTES);
  }

  /// Returns random bytes in Base32.
  ///
  /// @param count a multiple of 5, so that no padding is needed
  static String random(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int kept = 0;
    for (byte next : bytes) {
      bits = (bits << 8) | (next & 0xff);
      for (kept += 8; kept >= 5; kept -= 5) {
        text.append(BASE32.charAt((bits >> (kept - 5)) & 31));
      }
      bits &= (1 << kept) - 1;
    }
    return text.toString();
  }

  private static byte[] decode(String base32) {
    ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
    int bits = 0;
    int kept = 0;
    for (int i = 0; i < base32.length(); i++) {
      bits = (bits << 5) | BASE32.indexOf(base32.charAt(i));
      kept += 5;
      if (kept >= 8) {
        kept -= 8;
        bytes.put((byte) (bits >> kept));
        bits &= (1 << kept) - 1;
      }
    }
    return bytes.array();
  }

  /// Returns the step that an instant lies in.
  static long step(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), STEP_SECONDS);
  }

  /// Returns the code of a step, six digits.
  static String code(String secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(decode(secret), "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
      // Not with String.format, which writes the digits of the default locale.
      return Integer.toString(MODULUS + number % MODULUS).substring(1);
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
