package org.meetwright.core.certificate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How it stands with the certificate of a name.
///
/// @param renewAt from when on it is to be renewed; null while there is none
/// @param endsAt when it ends, exclusive; null while there is none
/// @param failures how many tries have failed since the last that succeeded
/// @param nextAt before when nothing is tried again
/// @param error why the last try failed; null if it did not
public record CertificateState(
    @Nullable Instant renewAt,
    @Nullable Instant endsAt,
    int failures,
    Instant nextAt,
    @Nullable String error) {

  /// Returns whether it has to be ordered now.
  public boolean isDue(Instant now) {
    return !now.isBefore(nextAt) && (renewAt == null || !now.isBefore(renewAt));
  }
}
