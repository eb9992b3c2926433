package org.meetwright.core.booking.stored;

import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;

/// A checked text as it is stored.
public record StoredValue(String value) {
  /// Returns what is stored of an address.
  public static StoredValue of(EmailAddress email) {
    return new StoredValue(email.value());
  }

  static StoredValue of(Handle handle) {
    return new StoredValue(handle.value());
  }

  /// Returns the address that was stored.
  public EmailAddress email() {
    return new EmailAddress(value);
  }
}
