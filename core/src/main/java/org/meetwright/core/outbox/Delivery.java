package org.meetwright.core.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Delivers the messages of one kind. May be asked to deliver one message more than once, if the
/// program was ended between delivering and marking: the receiver recognises repeats by the dedupe
/// key.
///
/// @param <T> the record that the messages carry
@FunctionalInterface
public interface Delivery<T extends Record> {
  /// Delivers a message, or finds that it is no longer needed.
  ///
  /// @param payload what the message carries
  /// @throws Exception if it could not be delivered now; it is tried again later
  void deliver(T payload, Message message) throws Exception;

  /// Says that a limit holds the message back. Nothing is wrong with it, or with its receiver.
  final class Withheld extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration wait;

    /// Creates the exception.
    ///
    /// @param reason which limit it is, without personal data
    /// @param wait after which it is tried again; null if it is not unless someone says so
    public Withheld(String reason, @Nullable Duration wait) {
      super(reason);
      this.wait = wait;
    }

    @Nullable Duration retryAfter() {
      return wait;
    }
  }

  /// Says that the message is due again, and that this was no attempt: it was delivered and comes
  /// back, or its receiver asks to wait.
  final class Again extends Exception {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    /// Creates the exception.
    ///
    /// @param wait after which it is delivered again
    public Again(Duration wait) {
      super("Again after " + wait);
      this.wait = wait;
    }

    Duration retryAfter() {
      return wait;
    }
  }

  /// Says that trying again can't help. The message is parked at once.
  final class PermanentFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /// Creates the exception.
    ///
    /// @param message what the receiver said
    public PermanentFailure(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
