package org.meetwright.core.calendar.remote;

/// A kind of calendar service that the program can speak to.
public interface RemoteProvider {
  /// Returns its kind.
  ProviderKind kind();

  /// Returns an account. Asks nobody yet.
  RemoteAccount open(AccountAccess access);
}
