package org.meetwright.server.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.calendar.sync.CalendarSync.Lag;
import org.meetwright.core.email.Resend;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.outbox.OutboxWorker.Result;

/// How the parts of the server are.
public final class Health {
  private static final Duration LATE = Duration.ofMinutes(15);
  private static final Duration CALENDARS_LATE = Duration.ofMinutes(90);
  private static final Duration KEPT = Duration.ofSeconds(2);
  private static final long LITTLE_BYTES = 500L << 20;
  private static final long TOO_LITTLE_BYTES = 50L << 20;

  private final Watchdog watchdog;
  private final Outbox outbox;
  private final Path home;
  private final InstantSource clock;
  private final BooleanSupplier closing;
  private volatile boolean mailFailing;
  private volatile Supplier<List<Lag>> calendars = List::of;
  private volatile @Nullable CachedReport seen;

  /// How a part is.
  public enum Status {
    UP,
    /// It does its work, but someone should look at it.
    DEGRADED,
    DOWN;

    /// Returns the word for it.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How all parts are, by name.
  public record Report(Map<String, Status> parts) {
    /// Creates the report.
    public Report {
      parts = new TreeMap<>(parts);
    }

    /// Returns the worst of them.
    public Status worst() {
      return parts.values().stream().max(Status::compareTo).orElse(Status.UP);
    }
  }

  private record CachedReport(Instant at, Report report) {}

  /// Creates it.
  ///
  /// @param home the data directory
  /// @param closing whether the server is shutting down
  public Health(
      Watchdog watchdog, Outbox outbox, Path home, InstantSource clock, BooleanSupplier closing) {
    this.watchdog = watchdog;
    this.outbox = outbox;
    this.home = home;
    this.clock = clock;
    this.closing = closing;
  }

  /// Has it look from now on at how late calendars are.
  public void watch(Supplier<List<Lag>> lags) {
    calendars = lags;
  }

  /// Notes an attempt to deliver a message.
  public void attempt(OutboxKind<?> kind, Result result) {
    if (kind.equals(BookingNotice.KIND) || kind.equals(Resend.KIND)) {
      mailFailing = result != Result.DELIVERED && result != Result.WITHHELD;
    }
  }

  /// Returns whether requests are answered now.
  public boolean isReady() {
    return server() == Status.UP && database() == Status.UP;
  }

  /// Returns whether the program does its work, or will again by itself.
  public boolean isLive() {
    return watchdog.isListening() && database() == Status.UP;
  }

  /// Returns how all parts are, as of at most two seconds ago: anyone may ask, as often as he
  /// likes.
  public Report report() {
    CachedReport last = seen;
    Instant now = clock.instant();
    if (last == null || Duration.between(last.at, now).abs().compareTo(KEPT) > 0) {
      last = new CachedReport(now, look(now));
      seen = last;
    }
    Map<String, Status> parts = new TreeMap<>(last.report.parts());
    parts.put("server", server());
    return new Report(parts);
  }

  private Report look(Instant now) {
    Status databaseIs = database();
    return new Report(
        Map.of(
            "database",
            databaseIs,
            "outbox",
            databaseIs == Status.UP ? outbox(now) : Status.DOWN,
            "mail",
            mailFailing ? Status.DEGRADED : Status.UP,
            "calendars",
            databaseIs == Status.UP ? calendars() : Status.DOWN,
            "disk",
            disk()));
  }

  private Status server() {
    return closing.getAsBoolean() || !watchdog.isListening() ? Status.DOWN : Status.UP;
  }

  private Status database() {
    return watchdog.isDatabaseUp() ? Status.UP : Status.DOWN;
  }

  /// Messages that are parked, or that should have been delivered long ago.
  private Status outbox(Instant now) {
    boolean late =
        outbox.depths().stream()
            .filter(depth -> !depth.state().equals("withheld"))
            .anyMatch(
                depth ->
                    depth.state().equals("parked") || depth.oldest().isBefore(now.minus(LATE)));
    return late ? Status.DEGRADED : Status.UP;
  }

  /// A kind of service of which no calendar at all can be read. One account that fails is its
  /// host's to mend.
  private Status calendars() {
    boolean late =
        calendars.get().stream().anyMatch(lag -> lag.newest().compareTo(CALENDARS_LATE) > 0);
    return late ? Status.DEGRADED : Status.UP;
  }

  private Status disk() {
    try {
      long free = Files.getFileStore(home).getUsableSpace();
      if (free < TOO_LITTLE_BYTES) {
        return Status.DOWN;
      }
      return free < LITTLE_BYTES ? Status.DEGRADED : Status.UP;
    } catch (IOException unknown) {
      return Status.DEGRADED;
    }
  }
}
