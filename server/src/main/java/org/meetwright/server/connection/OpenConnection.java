package org.meetwright.server.connection;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.meetwright.server.net.AddressBlock;

/// An open connection, and until when what it waits for has to be there. Its own thread sets the
/// deadline; another one ends it then ([OpenConnections]), whatever the client sends or takes.
final class OpenConnection {
  private static final long NEVER = 0;

  private final SocketChannel channel;
  private final AddressBlock client;
  private final long opened = System.nanoTime();
  private volatile long deadline;
  private volatile boolean overdue;
  private volatile boolean unread;

  OpenConnection(SocketChannel channel, AddressBlock client) {
    this.channel = channel;
    this.client = client;
  }

  /// Returns where it comes from.
  AddressBlock client() {
    return client;
  }

  /// Returns when it was opened, as [System#nanoTime] counts.
  long opened() {
    return opened;
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  /// Sets by when something has to be there or gone, as [System#nanoTime] counts.
  void waitUntil(long nanos) {
    deadline = nanos == NEVER ? 1 : nanos;
  }

  /// Waits for nothing from now on.
  void waitForNothing() {
    deadline = NEVER;
  }

  /// Returns whether it waits for its client, and not the client for an answer.
  boolean isWaiting() {
    return deadline != NEVER;
  }

  /// Notes that a request was answered before it was read.
  void leaveUnread() {
    unread = true;
  }

  /// Returns whether that was noted since the last call.
  boolean wasLeftUnread() {
    boolean was = unread;
    unread = false;
    return was;
  }

  /// Returns whether it was ended at its deadline.
  boolean isOverdue() {
    return overdue;
  }

  /// Ends it if its deadline is past. What the client has not taken is dropped.
  void endIfOverdue(long now) {
    long until = deadline;
    if (until != NEVER && now - until > 0) {
      overdue = true;
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException | UnsupportedOperationException alreadyClosed) {
        // Closed below, if it is not.
      }
      close();
    }
  }

  void close() {
    try {
      channel.close();
    } catch (IOException gone) {
      // Nothing is left to be closed.
    }
  }
}
