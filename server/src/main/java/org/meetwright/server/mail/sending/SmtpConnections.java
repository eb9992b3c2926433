package org.meetwright.server.mail.sending;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// Connections to one SMTP server, each kept while mails follow each other. A connection is closed
/// when nothing was sent over it for a few seconds, or many mails were. Safe for several threads.
final class SmtpConnections implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(SmtpConnections.class.getName());

  private final Opening opening;
  private final Duration idleTime;
  private final int mostMails;
  private final Deque<Connection> idle = new ArrayDeque<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("smtp-idle").factory());
  private boolean closed;

  /// Makes a connection, signed in.
  @FunctionalInterface
  interface Opening {
    SMTPTransport open() throws MessagingException;
  }

  /// A connection that is one thread's until it is given back or dropped.
  static final class Connection {
    private final SMTPTransport transport;
    private int mails;

    private Connection(SMTPTransport transport) {
      this.transport = transport;
    }

    SMTPTransport transport() {
      return transport;
    }
  }

  /// Creates the connections; none is opened yet.
  ///
  /// @param idleTime how long a connection is kept that nobody uses
  /// @param mostMails how many mails one connection carries at most
  SmtpConnections(Opening opening, Duration idleTime, int mostMails) {
    this.opening = opening;
    this.idleTime = idleTime;
    this.mostMails = mostMails;
  }

  /// Returns a connection that the server still answers on: a kept one, or a new one.
  Connection take() throws MessagingException {
    for (Connection kept = poll(); kept != null; kept = poll()) {
      if (kept.transport.isConnected()) {
        return kept;
      }
      drop(kept);
    }
    return new Connection(opening.open());
  }

  private synchronized @Nullable Connection poll() {
    return idle.pollFirst();
  }

  /// Gives a connection back after a mail went over it.
  void giveBack(Connection connection) {
    connection.mails++;
    if (!keep(connection)) {
      drop(connection);
    }
  }

  private synchronized boolean keep(Connection connection) {
    if (closed || connection.mails >= mostMails) {
      return false;
    }
    idle.addFirst(connection);
    int mails = connection.mails;
    var _ =
        timer.schedule(
            () -> dropIfUnused(connection, mails), idleTime.toMillis(), TimeUnit.MILLISECONDS);
    return true;
  }

  private void dropIfUnused(Connection connection, int mails) {
    synchronized (this) {
      if (connection.mails != mails || !idle.remove(connection)) {
        return;
      }
    }
    drop(connection);
  }

  /// Closes a connection, which says goodbye to the server.
  void drop(Connection connection) {
    try {
      connection.transport.close();
    } catch (MessagingException gone) {
      LOG.log(Level.FINE, "A connection to the SMTP server was gone already", gone);
    }
  }

  /// Closes what is idle, and from now on whatever is given back.
  @Override
  public void close() {
    timer.shutdownNow();
    synchronized (this) {
      closed = true;
    }
    for (Connection kept = poll(); kept != null; kept = poll()) {
      drop(kept);
    }
  }
}
