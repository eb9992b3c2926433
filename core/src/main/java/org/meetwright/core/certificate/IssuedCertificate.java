package org.meetwright.core.certificate;

import java.time.Duration;
import java.time.Instant;

/// A certificate, with its private key.
///
/// @param chain in PEM, the certificate itself first
/// @param privateKey in PEM, PKCS #8
/// @param from when it begins to be good, inclusive
/// @param until when it ends, exclusive
public record IssuedCertificate(String chain, String privateKey, Instant from, Instant until) {
  /// Creates the certificate.
  ///
  /// @throws IllegalArgumentException if it ends before it begins
  public IssuedCertificate {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("A certificate from " + from + " until " + until);
    }
  }

  /// Returns from when on it is to be renewed: after three fifths of its life, so that tries may
  /// fail for days.
  public Instant renewAt() {
    return from.plus(Duration.between(from, until).multipliedBy(3).dividedBy(5));
  }

  /// Leaves the key out.
  @Override
  public String toString() {
    return "IssuedCertificate[" + from + " - " + until + "]";
  }
}
