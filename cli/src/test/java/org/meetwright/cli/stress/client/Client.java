package org.meetwright.cli.stress.client;

import java.util.Random;

/// Books and changes at random until the run ends.
public final class Client implements Runnable {
  private final Clients shared;
  private final Random random;
  private final Booker booker;
  private final Changer changer;

  /// Creates a client.
  ///
  /// @param number among all clients of the run
  public Client(Clients shared, long seed, int number) {
    this.shared = shared;
    this.random = new Random(seed * 1_000 + number);
    this.booker = new Booker(shared, random, "c" + number);
    this.changer = new Changer(shared, random);
  }

  @Override
  public void run() {
    while (shared.running().get()) {
      Known.Held held = random.nextInt(100) < 55 ? null : shared.known().any(random);
      if (held == null) {
        booker.book();
      } else {
        changer.change(held);
      }
    }
  }
}
