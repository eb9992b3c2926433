package org.meetwright.core.outbox;

/// A kind of messages, with its delivery.
public record Handler<T extends Record>(OutboxKind<T> kind, Delivery<T> delivery) {
  /// Delivers a message of the kind.
  ///
  /// @throws Exception as [Delivery#deliver] does, or if the payload cannot be read
  public void deliver(Message message) throws Exception {
    delivery.deliver(kind.read(message), message);
  }
}
