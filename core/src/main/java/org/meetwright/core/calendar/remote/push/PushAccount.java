package org.meetwright.core.calendar.remote.push;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteFault;

/// An account whose service says by itself that something has changed.
public interface PushAccount extends RemoteAccount {
  /// Where it is to say so.
  ///
  /// @param id of the channel
  /// @param secret what it has to show
  record Wish(UUID id, String secret, URI address) {}

  /// A channel that the service has opened.
  ///
  /// @param resource what it calls what is watched
  /// @param expiresAt until when it is good
  record Channel(String resource, Instant expiresAt) {}

  /// Opens a channel for a calendar.
  Channel watch(String calendarId, Wish wish) throws RemoteFault;

  /// Closes a channel. One that is not known is closed.
  void stop(UUID id, String resource) throws RemoteFault;
}
