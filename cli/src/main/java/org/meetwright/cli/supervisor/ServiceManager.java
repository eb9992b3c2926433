package org.meetwright.cli.supervisor;

import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Tells systemd, if it started the program, that the server is ready, that it lives, and that it
/// is about to end (sd_notify(3)). Elsewhere nothing is told.
public final class ServiceManager implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ServiceManager.class.getName());

  private final Optional<DatagramSocket> socket;
  private final Optional<Duration> patience;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("service-manager").factory());

  private ServiceManager(Optional<DatagramSocket> socket, Optional<Duration> patience) {
    this.socket = socket;
    this.patience = patience;
  }

  /// Returns the service manager that an environment names.
  ///
  /// @param pid the process id of this program; systemd says for whom its watchdog is
  public static ServiceManager in(Map<String, String> environment, long pid) {
    String address = environment.getOrDefault("NOTIFY_SOCKET", "");
    if (!address.startsWith("/") && !address.startsWith("@")) {
      return new ServiceManager(Optional.empty(), Optional.empty());
    }
    return new ServiceManager(
        Optional.of(new DatagramSocket(address)), patience(environment, Long.toString(pid)));
  }

  private static Optional<Duration> patience(Map<String, String> environment, String pid) {
    String micros = environment.getOrDefault("WATCHDOG_USEC", "");
    boolean isOurs = environment.getOrDefault("WATCHDOG_PID", pid).equals(pid);
    return isOurs && micros.matches("[1-9][0-9]{0,17}")
        ? Optional.of(Duration.of(Long.parseLong(micros), ChronoUnit.MICROS))
        : Optional.empty();
  }

  /// Tells that the server answers, and from now on that it lives, as long as it does: twice in the
  /// time after which systemd would take it for dead.
  public void ready(String status, BooleanSupplier lives) {
    tell("READY=1\nSTATUS=" + status);
    patience.ifPresent(
        most -> {
          long micros = most.toNanos() / 2000;
          var _ =
              watch.scheduleAtFixedRate(() -> alive(lives), micros, micros, TimeUnit.MICROSECONDS);
        });
  }

  private void alive(BooleanSupplier lives) {
    if (lives.getAsBoolean()) {
      tell("WATCHDOG=1");
    }
  }

  /// Tells that the server ends, and lets it live no longer.
  @Override
  public void close() {
    watch.shutdownNow();
    tell("STOPPING=1");
  }

  private void tell(String message) {
    socket.ifPresent(
        to -> {
          try {
            to.send(message);
          } catch (IOException unheard) {
            LOG.log(Level.WARNING, "The service manager was not told: {0}", unheard.getMessage());
          }
        });
  }
}
