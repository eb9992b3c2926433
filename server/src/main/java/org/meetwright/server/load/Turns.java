package org.meetwright.server.load;

import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.BusyException;

/// Lets so many requests be worked on at once as the database serves; all others are refused at
/// once. Of one client only some are, and the others of his wait for these. A request that waits
/// for its client, to send its body or to take its answer, or for another server, is not worked on.
public final class Turns implements Filter {
  /// How many of one client's requests are worked on at once.
  static final int MOST_OF_A_CLIENT = 16;

  private static final long LONGEST_WAIT_SECONDS = 10;
  private static final ThreadLocal<@Nullable Turn> CURRENT = new ThreadLocal<>();

  private final Semaphore all;
  private final Function<ServerRequest, Object> client;
  private final ConcurrentHashMap<Object, Share> shares = new ConcurrentHashMap<>();

  /// Creates the filter.
  ///
  /// @param most how many requests are worked on at once
  /// @param client who sent a request
  public Turns(int most, Function<ServerRequest, Object> client) {
    this.all = new Semaphore(most);
    this.client = client;
  }

  /// Takes the turn back when the answer begins, or whatever else ends the request.
  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    Turn turn = new Turn();
    CURRENT.set(turn);
    response.beforeSend(turn::give);
    try {
      chain.proceed();
    } finally {
      turn.give();
      CURRENT.remove();
    }
  }

  /// Waits until it is this thread's request's turn.
  ///
  /// @throws BusyException if too many others are worked on
  public void enter(ServerRequest request) {
    Turn turn = CURRENT.get();
    if (turn != null) {
      turn.take(client.apply(request));
    }
  }

  /// Waits for something outside of the server, while others have the turn of this thread's
  /// request.
  ///
  /// @throws BusyException if too many others are worked on afterwards
  public static <T extends @Nullable Object> T away(Supplier<T> wait) {
    Turn turn = CURRENT.get();
    if (turn == null || !turn.taken) {
      return wait.get();
    }
    turn.give();
    T result = wait.get();
    turn.take(turn.whose);
    return result;
  }

  /// What one client may have at once.
  private static final class Share {
    private final Semaphore free = new Semaphore(MOST_OF_A_CLIENT, true);

    /// Those that have a turn, and those that wait for one. Changed under the lock of its entry.
    private int users;
  }

  /// The turn of one request. Belongs to one thread.
  private final class Turn {
    private Object whose = "";
    private boolean taken;

    void take(Object client) {
      whose = client;
      Share share =
          shares.compute(
              whose,
              (key, known) -> {
                Share his = known == null ? new Share() : known;
                his.users++;
                return his;
              });
      if (!acquire(share)) {
        leave();
        throw new BusyException("Requests of one client waited too long for each other");
      }
      if (!all.tryAcquire()) {
        share.free.release();
        leave();
        throw new BusyException("Too many requests are worked on");
      }
      taken = true;
    }

    private boolean acquire(Share share) {
      try {
        return share.free.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    /// Gives the turn to others. May be called again.
    void give() {
      if (taken) {
        taken = false;
        all.release();
        shares.computeIfPresent(
            whose,
            (key, share) -> {
              share.free.release();
              return share;
            });
        leave();
      }
    }

    private void leave() {
      shares.computeIfPresent(whose, (key, share) -> --share.users == 0 ? null : share);
    }
  }
}
