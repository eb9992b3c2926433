package org.meetwright.core.access.secrets;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A key for AES-256-GCM (NIST SP 800-38D). Its id, eight hexadecimal digits, tells keys apart and
/// nothing about them.
final class SecretKey {
  private static final int BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String id;
  private final byte[] bytes;

  private SecretKey(byte[] bytes) {
    this.bytes = bytes.clone();
    this.id = HexFormat.of().formatHex(Arrays.copyOf(sha256(bytes), 4));
  }

  static SecretKey next() {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    return new SecretKey(random);
  }

  /// Reads a key as a key file has it; empty if the text is none.
  static Optional<SecretKey> parse(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return bytes.length == BYTES ? Optional.of(new SecretKey(bytes)) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static byte[] sha256(byte[] key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key);
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  String id() {
    return id;
  }

  /// Returns the key as a key file has it.
  String print() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /// Returns a new nonce and what it encrypts to.
  byte[][] encrypt(byte[] plain, byte[] context) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      return new byte[][] {nonce, cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain)};
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /// @throws GeneralSecurityException if it was changed, or stood elsewhere
  byte[] decrypt(byte[] nonce, byte[] encrypted, byte[] context) throws GeneralSecurityException {
    return cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(encrypted);
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(bytes, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context);
    return cipher;
  }

  /// Leaves the key out.
  @Override
  public String toString() {
    return "SecretKey " + id;
  }
}
