package org.meetwright.core.access.brake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.access.signed.InstallationKey;
import org.meetwright.core.value.EmailAddress;

/// Browsers from which a host has signed in. Each keeps a secret that this installation has signed
/// for this one account; it lets nobody in, but its tries are counted apart from all others, so
/// that nobody can use them up.
public final class KnownDevices {
  /// How long a device is known after its last success.
  public static final Duration KNOWN = Duration.ofDays(365);

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final InstallationKey key;
  private final InstantSource clock;

  /// Creates the service.
  public KnownDevices(InstallationKey key, InstantSource clock) {
    this.key = key;
    this.clock = clock;
  }

  /// Returns what the browser keeps from which a host has just signed in.
  public String remember(EmailAddress account) {
    String device = Secrets.next() + "." + clock.instant().plus(KNOWN).getEpochSecond();
    return device + "." + tag(account, device);
  }

  /// Returns the name of a device that is known for an account; empty if it is not.
  ///
  /// @param sent what a browser sends; null if it sends nothing
  Optional<String> name(EmailAddress account, @Nullable String sent) {
    int end = sent == null ? -1 : sent.lastIndexOf('.');
    if (sent == null || end < 0) {
      return Optional.empty();
    }
    String device = sent.substring(0, end);
    boolean ours =
        MessageDigest.isEqual(
            tag(account, device).getBytes(StandardCharsets.UTF_8),
            sent.substring(end + 1).getBytes(StandardCharsets.UTF_8));
    return ours && lasts(device) ? Optional.of(device) : Optional.empty();
  }

  private boolean lasts(String device) {
    try {
      long until = Long.parseLong(device.substring(device.lastIndexOf('.') + 1));
      return Instant.ofEpochSecond(until).isAfter(clock.instant());
    } catch (NumberFormatException | DateTimeException notOurs) {
      return false;
    }
  }

  private String tag(EmailAddress account, String device) {
    return ENCODER.encodeToString(key.tag("known device " + device + " of " + account.key()));
  }
}
