package org.meetwright.core.outbox;

import org.jspecify.annotations.Nullable;

/// Delivers the messages of one kind. May be asked to deliver one message more than once, if the
/// program was ended between delivering and marking: the receiver tells repeats by the dedupe key.
@FunctionalInterface
public interface Delivery {
  /// Delivers a message, or finds that it is no longer needed.
  ///
  /// @throws Exception if it could not be delivered now; it is tried again later
  void deliver(Message message) throws Exception;

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
