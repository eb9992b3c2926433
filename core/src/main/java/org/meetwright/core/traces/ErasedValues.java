package org.meetwright.core.traces;

import java.util.UUID;
import org.meetwright.core.value.EmailAddress;

/// The values that replace the data of an erased person.
public final class ErasedValues {
  /// The name of an invitee.
  public static final String INVITEE = "Erased invitee";

  /// The name of a host.
  public static final String HOST = "Erased host";

  /// The end of an address that reaches nobody (RFC 2606 keeps `invalid` for that).
  private static final String NOWHERE = "@erased.invalid";

  private ErasedValues() {}

  /// Returns an address that reaches nobody.
  ///
  /// @param id of the booking or the host
  public static String addressOf(UUID id) {
    return "erased-" + id + NOWHERE;
  }

  /// Returns whether an address is what is left of someone who was erased.
  public static boolean is(EmailAddress email) {
    return email.value().endsWith(NOWHERE);
  }
}
