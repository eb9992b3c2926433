package org.meetwright.server.acme;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.HexFormat;

/// Writes DER (ITU-T X.690), as far as certificates and the requests for them need it.
final class Der {
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;
  static final int UTF8 = 0x0c;
  static final int GENERALIZED_TIME = 0x18;

  /// The element with a number in brackets, made of others.
  static final int CONTEXT = 0xa0;

  private static final int INTEGER = 0x02;
  private static final int BITS = 0x03;
  private static final int OCTETS = 0x04;
  private static final int DNS_NAME = 0x82;
  private static final int SHORT = 0x80;

  /// ecdsa-with-SHA256 (RFC 5758), and subjectAltName (RFC 5280).
  private static final byte[] ECDSA = element(SEQUENCE, hex("06082a8648ce3d040302"));

  private static final byte[] ALTERNATIVE_NAME = hex("0603551d11");

  private Der() {}

  /// Returns an element.
  ///
  /// @param contents what is in it, one after the other
  static byte[] element(int tag, byte[]... contents) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] each : contents) {
      content.writeBytes(each);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(tag);
    if (content.size() < SHORT) {
      all.write(content.size());
    } else {
      byte[] length = BigInteger.valueOf(content.size()).toByteArray();
      int signs = length[0] == 0 ? 1 : 0;
      all.write(SHORT + length.length - signs);
      all.write(length, signs, length.length - signs);
    }
    all.writeBytes(content.toByteArray());
    return all.toByteArray();
  }

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  static byte[] integer(BigInteger number) {
    return element(INTEGER, number.toByteArray());
  }

  static byte[] text(int tag, String text) {
    return element(tag, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Returns the extensions with the name that a certificate is for.
  static byte[] extensions(String domain) {
    byte[] name = element(DNS_NAME, domain.getBytes(StandardCharsets.US_ASCII));
    byte[] names = element(OCTETS, element(SEQUENCE, name));
    return element(SEQUENCE, element(SEQUENCE, ALTERNATIVE_NAME, names));
  }

  /// Returns how things are signed here.
  static byte[] signatureAlgorithm() {
    return ECDSA.clone();
  }

  /// Returns something with its signature.
  static byte[] signed(byte[] content, PrivateKey key) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(key);
      signature.update(content);
      byte[] bits = element(BITS, new byte[] {0}, signature.sign());
      return element(SEQUENCE, content, ECDSA, bits);
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
