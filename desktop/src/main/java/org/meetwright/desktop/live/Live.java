package org.meetwright.desktop.live;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.server.api.model.news.ApiEvent;
import org.meetwright.server.client.ApiClient;

/// The stream of a host's events. It comes back by itself after a break, and goes on where it was.
/// Listeners and properties are for the window's thread.
public final class Live implements AutoCloseable {
  /// The type of the event that says: read everything anew.
  public static final String RESET = "reset";

  private static final long FIRST_WAIT_MILLIS = 500;
  private static final long LONGEST_WAIT_MILLIS = 10_000;

  /// The server is to be heard every 15 seconds.
  private static final long LONGEST_SILENCE_NANOS = TimeUnit.SECONDS.toNanos(45);

  /// How the stream is.
  public enum State {
    /// It has not been open yet.
    CONNECTING,
    /// It is open.
    LIVE,
    /// It broke, and is tried again.
    BROKEN
  }

  private final Supplier<ApiClient> client;
  private final InstantSource clock;
  private final Executor window;
  private final Runnable signedOut;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.CONNECTING);
  private final ReadOnlyObjectWrapper<Instant> asOf;
  private final List<Consumer<ApiEvent>> listeners = new ArrayList<>();
  private final Semaphore hurry = new Semaphore(0);
  private volatile @Nullable InputStream open;
  private volatile boolean closed;
  private volatile long heardNanos = System.nanoTime();
  private @Nullable String last;

  /// Creates it; [#start] opens the stream.
  ///
  /// @param client who asks; another one after signing in again
  /// @param signedOut called when the server no longer knows the session
  public Live(
      Supplier<ApiClient> client, InstantSource clock, Executor window, Runnable signedOut) {
    this.client = client;
    this.clock = clock;
    this.window = window;
    this.signedOut = signedOut;
    this.asOf = new ReadOnlyObjectWrapper<>(clock.instant());
  }

  /// Returns how the stream is.
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Returns when the server was last known to be heard.
  public ReadOnlyObjectProperty<Instant> asOfProperty() {
    return asOf.getReadOnlyProperty();
  }

  /// Calls a listener for each event from now on.
  ///
  /// @return ends that
  public Runnable listen(Consumer<ApiEvent> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /// Opens the stream.
  public void start() {
    var _ = Thread.ofVirtual().name("live").start(this::run);
    var _ = Thread.ofVirtual().name("live-watch").start(this::watch);
  }

  /// Tries at once, if the stream is broken.
  public void hurry() {
    hurry.release();
  }

  private void run() {
    long wait = FIRST_WAIT_MILLIS;
    while (!closed) {
      try (InputStream stream = client.get().account().listenToEvents(last)) {
        open = stream;
        heardNanos = System.nanoTime();
        wait = FIRST_WAIT_MILLIS;
        new EventReader(stream).read(id -> heard(id, null), event -> heard(null, event));
      } catch (IOException | RuntimeException failed) { // Whatever it is: it is tried again.
        if (Trouble.of(failed).kind() == Trouble.Cause.SIGNED_OUT) {
          tell(signedOut);
          wait = LONGEST_WAIT_MILLIS;
        }
      }
      open = null;
      tell(() -> state.set(State.BROKEN));
      pause(wait);
      wait = Math.min(LONGEST_WAIT_MILLIS, wait * 2);
    }
  }

  private void heard(@Nullable String id, @Nullable ApiEvent event) {
    if (id != null) {
      last = id;
    }
    heardNanos = System.nanoTime();
    Instant now = clock.instant();
    tell(
        () -> {
          asOf.set(now);
          boolean back = state.get() == State.BROKEN;
          state.set(State.LIVE);
          if (event != null) {
            List.copyOf(listeners).forEach(listener -> listener.accept(event));
          } else if (back) {
            ApiEvent reset = EventReader.reset(now);
            List.copyOf(listeners).forEach(listener -> listener.accept(reset));
          }
        });
  }

  /// A connection that nobody ended may be gone, for example after the computer slept.
  private void watch() {
    try {
      while (!closed) {
        Thread.sleep(LONGEST_WAIT_MILLIS);
        if (System.nanoTime() - heardNanos > LONGEST_SILENCE_NANOS) {
          end();
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void pause(long millis) {
    try {
      if (!closed && hurry.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
        hurry.drainPermits();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  private void tell(Runnable action) {
    if (!closed) {
      window.execute(action);
    }
  }

  /// Ends the stream.
  @Override
  public void close() {
    closed = true;
    hurry.release();
    end();
  }

  private void end() {
    InputStream stream = open;
    if (stream != null) {
      try {
        stream.close();
      } catch (IOException alreadyOver) {
        // It was to end.
      }
    }
  }
}
