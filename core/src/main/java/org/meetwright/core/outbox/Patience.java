package org.meetwright.core.outbox;

/// How persistently, and how many at a time, the messages of a kind are delivered.
///
/// @param attempts how often a message is tried before it is parked
/// @param places how many a node delivers at a time
/// @param waiting how many more a node may hold that wait for a place: enough that taking them
///   seldom holds a backlog up, and few enough that none waits longer than its lease
/// @param perLane how many messages of one lane a node delivers at a time
public record Patience(int attempts, int places, int waiting, int perLane) {
  /// For what goes to the outside, such as mail and webhooks.
  public static final Patience OUTSIDE = new Patience(12, 8, 16, 2);

  /// For timers, whose work is in our own database: few at a time, so that visitors are not held
  /// up.
  public static final Patience TIMER = new Patience(12, 2, 6, 2);

  /// For a job that runs alone.
  public static final Patience ALONE = new Patience(12, 1, 0, 1);

  /// Creates it.
  ///
  /// @throws IllegalArgumentException if a number is not positive; only `waiting` may be zero
  public Patience {
    if (attempts < 1 || places < 1 || waiting < 0 || perLane < 1) {
      throw new IllegalArgumentException(
          "Attempts, places and messages of a lane must be positive, and waiting not negative");
    }
  }

  /// Returns how many messages a node may hold at a time, delivered or waiting.
  int inHand() {
    return places + waiting;
  }
}
