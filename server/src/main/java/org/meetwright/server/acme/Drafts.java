package org.meetwright.server.acme;

import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What a server writes about its own key, while nobody else vouches for it.
final class Drafts {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// extensionRequest (RFC 2985), and commonName (RFC 5280).
  private static final String EXTENSION_REQUEST = "06092a864886f70d01090e";

  private static final String COMMON_NAME = "0603550403";

  private Drafts() {}

  /// Returns the request for a certificate (PKCS #10, RFC 2986), in DER.
  static byte[] request(String domain, KeyPair keys) {
    byte[] wanted = Der.element(Der.SET, Der.extensions(domain));
    byte[] attribute = Der.element(Der.SEQUENCE, Der.hex(EXTENSION_REQUEST), wanted);
    byte[] content =
        Der.element(
            Der.SEQUENCE,
            Der.integer(BigInteger.ZERO),
            Der.element(Der.SEQUENCE),
            keys.getPublic().getEncoded(),
            Der.element(Der.CONTEXT, attribute));
    return Der.signed(content, keys.getPrivate());
  }

  /// Returns a certificate that only the server itself vouches for (X.509, RFC 5280), in DER.
  /// Browsers warn of it.
  static byte[] selfSigned(String domain, KeyPair keys, Instant now) {
    byte[] common =
        Der.element(Der.SEQUENCE, Der.hex(COMMON_NAME), Der.text(Der.UTF8, "Meetwright"));
    byte[] name = Der.element(Der.SEQUENCE, Der.element(Der.SET, common));
    byte[] times =
        Der.element(
            Der.SEQUENCE,
            Der.text(Der.GENERALIZED_TIME, TIME.format(now.minus(Duration.ofDays(1)))),
            Der.text(Der.GENERALIZED_TIME, TIME.format(now.plus(Duration.ofDays(30)))));
    byte[] content =
        Der.element(
            Der.SEQUENCE,
            Der.element(Der.CONTEXT, Der.integer(BigInteger.TWO)),
            Der.integer(BigInteger.valueOf(now.toEpochMilli())),
            Der.signatureAlgorithm(),
            name,
            times,
            name,
            keys.getPublic().getEncoded(),
            Der.element(Der.CONTEXT + 3, Der.extensions(domain)));
    return Der.signed(content, keys.getPrivate());
  }
}
