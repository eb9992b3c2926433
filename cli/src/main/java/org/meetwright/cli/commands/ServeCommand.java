package org.meetwright.cli.commands;

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
import org.meetwright.server.settings.AcmeSettings;
import org.meetwright.server.settings.PrivateTargets;
import org.meetwright.server.settings.ServerSettings;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.settings.declaration.Setting;
import org.meetwright.server.settings.source.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
      "  meetwright serve meet.example.org        on the internet, with a certificate",
      "  meetwright serve --host 0.0.0.0 --port 80"
    })
public final class ServeCommand implements Runnable {
  private final Program program;

  @Parameters(
      arity = "0..1",
      paramLabel = "DOMAIN",
      description = {
        "The domain name of this server: it then orders a certificate for it by itself (ACME),"
            + " listens on ports 443 and 80 of all addresses, and sends http to https."
      })
  private @Nullable String domain;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "The address to listen on (default: 127.0.0.1, or all with DOMAIN; 0.0.0.0 for all).")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description =
          "The port to listen on (default: 8080, or 443 with DOMAIN; 0 picks a free one).")
  private @Nullable String port;

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      description = "With DOMAIN, the port for http (default: 80).")
  private @Nullable String httpPort;

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
    checkAddresses(settings);
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
    if (domain != null) {
      given.put(AcmeSettings.DOMAIN, domain);
      given.put(ServerSettings.HOST, "0.0.0.0");
      given.put(ServerSettings.PORT, "443");
    }
    if (httpPort != null) {
      given.put(AcmeSettings.HTTP_PORT, httpPort);
    }
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

  /// Refuses addresses that cannot be listened on. The server would say so only in the log, and
  /// after the database has been opened.
  private static void checkAddresses(Settings settings) {
    String on = settings.server().host();
    ListeningTrial.check(on, settings.server().port(), "--port");
    if (settings.acme().domain() != null) {
      ListeningTrial.check(on, settings.acme().httpPort(), "--http-port");
    }
  }
}
