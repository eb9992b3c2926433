package org.meetwright.cli.stress.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The bookings that clients know of, all clients together, so that they meet at one booking.
final class Known {
  private static final int MOST = 400;

  private final Map<UUID, Held> byId = new HashMap<>();
  private final List<UUID> ids = new ArrayList<>();

  /// A booking as a client last saw it.
  ///
  /// @param token of its manage link
  /// @param host one of its hosts
  record Held(
      UUID id,
      String token,
      String host,
      Stage.Offering offering,
      String status,
      int version,
      Instant start) {

    boolean pending() {
      return status.equals("pending");
    }

    boolean ended() {
      return status.equals("cancelled") || status.equals("declined");
    }
  }

  /// Returns any one; null if there is none.
  synchronized @Nullable Held any(Random random) {
    return ids.isEmpty() ? null : byId.get(ids.get(random.nextInt(ids.size())));
  }

  /// Keeps one, instead of what was known about it. Forgets another one if there are too many.
  synchronized void keep(Held held, Random random) {
    if (byId.put(held.id(), held) == null) {
      ids.add(held.id());
      if (ids.size() > MOST) {
        forget(ids.get(random.nextInt(MOST)));
      }
    }
  }

  synchronized void forget(UUID id) {
    if (byId.remove(id) != null) {
      ids.remove(id);
    }
  }
}
