package org.meetwright.cli.commands;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.demo.DemoServer;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.supervisor.ServiceManager;
import org.meetwright.core.Core;
import org.meetwright.core.booking.localtime.LocalTimes;
import org.meetwright.server.MeetwrightServer;
import org.meetwright.server.settings.PrivateTargets;
import org.meetwright.server.settings.ServerSettings;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.settings.declaration.Setting;
import org.meetwright.server.settings.source.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `meetwright serve`.
@Command(
    name = "serve",
    description = {
      "Run the server: booking pages, HTTP API, mail.",
      "It brings the database up to date and ends on Ctrl-C or SIGTERM."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright serve --demo                  with made-up data, to look around",
      "  meetwright serve --host 0.0.0.0 --port 80"
    })
public final class ServeCommand implements Runnable {
  private final Program program;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "The address to listen on (default: 127.0.0.1; 0.0.0.0 for all).")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port to listen on (default: 8080; 0 picks a free one).")
  private @Nullable String port;

  @Option(
      names = "--demo",
      description = {
        "Start with made-up data: in a new temporary directory, or where --home or --database-url"
            + " say if there is no host yet."
      })
  private boolean demo;

  /// Creates the command.
  public ServeCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    Path home = demo && !program.isHomeChosen() ? DemoServer.newDirectory() : program.home();
    Settings settings = program.settings(home, options());
    checkAddress(settings);
    DataDirectory.create(home);
    try (StopSignal end = StopSignal.stopped();
        Core core = program.openMigrated(settings);
        DemoServer seeded = demo ? DemoServer.seed(core) : null) {
      try (MeetwrightServer server = MeetwrightServer.start(core, settings)) {
        program.terminal().print("Meetwright is ready at " + server.url());
        if (seeded != null) {
          seeded.guide(core, settings, server.url()).forEach(program.terminal()::say);
        }
        LocalTimeCheck.begin(new LocalTimes(core.database(), core.outbox(), core.clock()));
        var _ = server.broken().thenRun(end::stop);
        try (ServiceManager manager =
            ServiceManager.in(program.environment(), ProcessHandle.current().pid())) {
          manager.ready("Ready at " + server.url(), server::isAlive);
          end.await();
        }
        if (server.broken().isDone()) {
          throw new Failure(server.broken().join() + "; start the program again.");
        }
        server.drain(settings.server().shutdownDelay());
      }
    }
  }

  private Map<Setting<?>, String> options() {
    Map<Setting<?>, String> given = new HashMap<>();
    if (host != null) {
      given.put(ServerSettings.HOST, host);
    }
    if (demo) {
      // The demo's calendar is on this computer.
      given.put(PrivateTargets.CALENDARS, "true");
    }
    if (port != null) {
      given.put(ServerSettings.PORT, port);
    }
    return given;
  }

  /// Refuses an address that cannot be listened on. The server would say so only in the log, and
  /// after the database has been opened.
  @SuppressWarnings("AddressSelection") // One address of a name, as the server does.
  private static void checkAddress(Settings settings) {
    try (ServerSocket trial = new ServerSocket()) {
      trial.bind(new InetSocketAddress(settings.server().host(), settings.server().port()));
    } catch (IOException failed) {
      throw new Failure(cannotListen(settings, failed), failed);
    }
  }

  private static String cannotListen(Settings settings, IOException cause) {
    if (cause instanceof BindException && String.valueOf(cause.getMessage()).contains("in use")) {
      return "Port "
          + settings.server().port()
          + " on "
          + settings.server().host()
          + " is in use; choose another with --port (0 picks a free one).";
    }
    return "The server cannot listen on "
        + settings.server().host()
        + ", port "
        + settings.server().port()
        + " ("
        + cause.getMessage()
        + "); choose others with --host and --port.";
  }
}
