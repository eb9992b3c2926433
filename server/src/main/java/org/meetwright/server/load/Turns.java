package org.meetwright.server.load;

import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.network.ClientNetwork;
import org.meetwright.core.value.BusyException;

/// Processes as many requests at once as the database can serve; all others are refused at once.
/// One client gets only some of these turns, and its other requests wait for them. The first of a
/// client who has none yet may be one more, up to as many again: so few clients cannot take all
/// turns. A request that waits for its client, to send its body or to take its answer, or for
/// another server, is not worked on. Hosts and invitees have turns of their own, so those who guess
/// passwords take none from those who book.
public final class Turns implements Filter {
  private static final long LONGEST_WAIT_SECONDS = 10;
  private static final ThreadLocal<@Nullable Turn> CURRENT = new ThreadLocal<>();

  /// Those who have turns of their own.
  public enum Lane {
    /// People who book, or look at what can be booked.
    INVITEES,
    /// Hosts, and people who try to sign in as one.
    HOSTS
  }

  private record Places(Semaphore all, Semaphore firsts) {
    Places(int most) {
      this(new Semaphore(most), new Semaphore(most));
    }
  }

  private final int most;
  private final int mostOfAClient;
  private final Map<Lane, Places> places;
  private final Function<ServerRequest, List<ClientNetwork>> client;
  private final ConcurrentHashMap<ClientNetwork, Share> shares = new ConcurrentHashMap<>();

  /// Creates the filter.
  ///
  /// @param most how many requests of a lane are worked on at once
  /// @param mostOfAClient how many of one client
  /// @param client in which networks the sender of a request is, the smallest first
  public Turns(int most, int mostOfAClient, Function<ServerRequest, List<ClientNetwork>> client) {
    this.most = most;
    this.mostOfAClient = mostOfAClient;
    this.places = Map.of(Lane.INVITEES, new Places(most), Lane.HOSTS, new Places(most));
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
  public void enter(Lane lane, ServerRequest request) {
    Turn turn = CURRENT.get();
    if (turn != null) {
      turn.take(client.apply(request), Objects.requireNonNull(places.get(lane)));
    }
  }

  /// Waits for something outside of the server, while others have the turn of this thread's
  /// request.
  ///
  /// @throws BusyException if too many others are worked on afterwards
  public static <T extends @Nullable Object> T away(Supplier<T> wait) {
    Turn turn = CURRENT.get();
    if (turn == null || turn.from == null || turn.among == null) {
      return wait.get();
    }
    turn.give();
    T result = wait.get();
    turn.take(turn.whose, turn.among);
    return result;
  }

  private Share join(ClientNetwork network) {
    return shares.compute(
        network,
        (_, known) -> {
          Share share = known == null ? new Share(network) : known;
          share.users++;
          return share;
        });
  }

  private void leave(Share left) {
    shares.computeIfPresent(left.network, (_, share) -> --share.users == 0 ? null : share);
  }

  /// What one network may have at once.
  private final class Share {
    private final ClientNetwork network;
    private final int size;
    private final Semaphore free;

    /// Those that have a turn, and those that wait for one. Changed under the lock of its entry.
    private int users;

    Share(ClientNetwork network) {
      this.network = network;
      // Others are to have some, however many clients it counts as.
      this.size = Math.max(Math.min(mostOfAClient * network.clients(), most / 2), mostOfAClient);
      this.free = new Semaphore(size, true);
    }

    boolean acquire() {
      try {
        return free.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    boolean hasOne() {
      return free.availablePermits() == size - 1;
    }
  }

  /// The turn of one request. Belongs to one thread.
  private final class Turn {
    private final List<Share> held = new ArrayList<>();
    private List<ClientNetwork> whose = List.of();
    private @Nullable Places among;
    private @Nullable Semaphore from;

    void take(List<ClientNetwork> networks, Places lane) {
      whose = networks;
      among = lane;
      for (ClientNetwork network : networks) {
        Share share = join(network);
        if (!share.acquire()) {
          leave(share);
          give();
          throw new BusyException("Requests of one client waited too long for each other");
        }
        held.add(share);
      }
      if (lane.all.tryAcquire()) {
        from = lane.all;
      } else if (held.getLast().hasOne() && lane.firsts.tryAcquire()) {
        from = lane.firsts;
      } else {
        give();
        throw new BusyException("Too many requests are worked on");
      }
    }

    /// Gives the turn to others. May be called again.
    void give() {
      if (from != null) {
        from.release();
        from = null;
      }
      for (Share share : held) {
        share.free.release();
        leave(share);
      }
      held.clear();
    }
  }
}
