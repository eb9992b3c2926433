package org.meetwright.server.operations;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.Migrations;

/// What the server cannot live without: its database, and the socket that it listens on. They are
/// checked repeatedly; if they do not recover, the program ends, so that a supervisor restarts it.
public final class Watchdog implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Watchdog.class.getName());
  private static final long SECONDS_BETWEEN_LOOKS = 5;

  /// A look may have to wait for the database, as long as a connection to it may take.
  private static final long LONGEST_LOOK_NANOS = TimeUnit.SECONDS.toNanos(45);

  private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);

  /// How often in a row a look has to fail. A database on another machine is waited for without
  /// end; one within this program was closed by a fault, and is opened anew at the next use.
  private static final int FAILURES_OF_LISTENER = 2;

  private static final int FAILURES_OF_DATABASE = 6;

  private final Database database;
  private final CompletableFuture<String> broken = new CompletableFuture<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("watchdog").factory());
  private final ReentrantLock looking = new ReentrantLock();
  private volatile boolean databaseUp = true;
  private volatile long databaseSeen = System.nanoTime() - KEPT_NANOS;
  private volatile boolean listening = true;
  private volatile long looked = System.nanoTime();
  private int withoutListener;
  private int withoutDatabase;

  /// Creates it; the database is looked at when someone asks.
  public Watchdog(Database database) {
    this.database = database;
  }

  /// Looks at everything from now on, every few seconds.
  ///
  /// @param listens whether connections are taken
  public void watch(BooleanSupplier listens) {
    var _ =
        watch.scheduleWithFixedDelay(
            () -> look(listens), SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
  }

  void look(BooleanSupplier listens) {
    try {
      listening = listens.getAsBoolean();
      looked = System.nanoTime();
      withoutListener = listening ? 0 : withoutListener + 1;
      withoutDatabase = isDatabaseUp() ? 0 : withoutDatabase + 1;
      if (withoutListener == FAILURES_OF_LISTENER) {
        end("The server takes no connections any more");
      }
      if (withoutDatabase == FAILURES_OF_DATABASE && database.kind() == DatabaseKind.H2) {
        end("The database is closed and cannot be opened again");
      }
    } catch (RuntimeException unexpected) {
      LOG.log(Level.SEVERE, "Looking after the server failed; it goes on", unexpected);
    }
  }

  private void end(String why) {
    LOG.severe(() -> why + "; the program ends, start it again.");
    broken.complete(why);
  }

  /// Returns what tells why the program has to end, once it has to.
  public CompletableFuture<String> broken() {
    return broken;
  }

  /// Returns whether connections are taken, and someone has looked of late.
  public boolean isAlive() {
    return listening && System.nanoTime() - looked < LONGEST_LOOK_NANOS;
  }

  /// Returns whether connections are taken, as was seen last.
  boolean isListening() {
    return listening;
  }

  /// Returns whether the database can be used, as of at most a second ago. However many ask, one
  /// looks.
  boolean isDatabaseUp() {
    if (System.nanoTime() - databaseSeen >= KEPT_NANOS && looking.tryLock()) {
      try {
        databaseUp = look();
        databaseSeen = System.nanoTime();
      } finally {
        looking.unlock();
      }
    }
    return databaseUp;
  }

  private boolean look() {
    try {
      return database.migrations().state() == Migrations.State.CURRENT;
    } catch (RuntimeException unreachable) {
      return false;
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
