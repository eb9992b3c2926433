package org.meetwright.server.acme;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keys (ECDSA on P-256) and certificates as text (PEM, RFC 7468).
final class KeyText {
  static final String CERTIFICATE = "CERTIFICATE";
  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";
  private static final int LINE = 64;

  private KeyText() {}

  static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  static String block(String kind, byte[] content) {
    String text = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
  }

  static String ofPrivate(KeyPair keys) {
    return block(PRIVATE, keys.getPrivate().getEncoded());
  }

  static String ofBoth(KeyPair keys) {
    return ofPrivate(keys) + block(PUBLIC, keys.getPublic().getEncoded());
  }

  /// Reads what [#ofBoth] wrote.
  static KeyPair parse(String text) {
    try {
      KeyFactory factory = KeyFactory.getInstance("EC");
      return new KeyPair(
          factory.generatePublic(new X509EncodedKeySpec(content(PUBLIC, text))),
          factory.generatePrivate(new PKCS8EncodedKeySpec(content(PRIVATE, text))));
    } catch (GeneralSecurityException changed) {
      throw new IllegalStateException("The key of the account cannot be read", changed);
    }
  }

  private static byte[] content(String kind, String text) {
    Matcher found =
        Pattern.compile("-----BEGIN " + kind + "-----(.*?)-----END", Pattern.DOTALL).matcher(text);
    return Base64.getMimeDecoder().decode(found.find() ? found.group(1) : "");
  }
}
