package org.meetwright.core.branding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.meetwright.core.value.InvalidValueException;

/// A picture on a host's pages. Its type is determined from its bytes. SVG is refused because it
/// can contain scripts.
///
/// @param type its media type
/// @param hash the SHA-256 of its bytes, in hexadecimal digits
/// @param base64 its bytes
public record Logo(String type, String hash, String base64) {
  /// How many bytes a logo may have.
  public static final int MOST_BYTES = 64 * 1024;

  /// Takes a picture.
  ///
  /// @throws InvalidValueException (field `logo`) if it is none, or too large
  public static Logo of(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new InvalidValueException(
          "logo", "must have at most 64 KiB, not " + bytes.length / 1024 + "; make it smaller");
    }
    return new Logo(type(bytes), hash(bytes), Base64.getEncoder().encodeToString(bytes));
  }

  /// Returns the bytes of the picture.
  public byte[] bytes() {
    return Base64.getDecoder().decode(base64);
  }

  private static String type(byte[] bytes) {
    if (has(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
      return "image/png";
    }
    if (has(bytes, 0, "\u00ff\u00d8\u00ff")) {
      return "image/jpeg";
    }
    if (has(bytes, 0, "RIFF") && has(bytes, 8, "WEBP")) {
      return "image/webp";
    }
    throw new InvalidValueException("logo", "must be a PNG, JPEG or WebP picture");
  }

  private static boolean has(byte[] bytes, int at, String sign) {
    byte[] expected = sign.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= at + expected.length
        && Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length);
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
