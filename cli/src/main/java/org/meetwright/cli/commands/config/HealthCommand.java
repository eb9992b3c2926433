package org.meetwright.cli.commands.config;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.GeneralSecurityException;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.server.settings.ServerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `meetwright health`.
@Command(
    name = "health",
    description = {
      "Ask the server on this machine whether it can answer requests: exit code 0 if it can,",
      "else 1. For containers and supervisors. The database is not opened."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright health",
      "  meetwright health --url http://127.0.0.1:8080",
      "In a container: HEALTHCHECK CMD meetwright health"
    })
public final class HealthCommand implements Runnable {
  private static final int OK = 200;

  private final Program program;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Where the server is (default: as server.host and server.port say).")
  private @Nullable URI url;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "How long to wait for its answer (default: ${DEFAULT-VALUE}).")
  private int seconds;

  /// Creates the command.
  public HealthCommand(Program program) {
    this.program = program;
  }

  /// What it answered, as JSON.
  record Report(String status, String url) {}

  @Override
  public void run() {
    String server = url == null ? local(program.settings().server()) : url.toString();
    String asked = server.replaceAll("/+$", "") + "/health/ready";
    int status = ask(asked);
    if (program.options().json()) {
      program.terminal().printJson(new Report(status == OK ? "up" : "down", server));
    }
    if (status != OK) {
      throw new Failure("The server at " + server + " is not ready: it answers " + status + ".");
    }
    if (!program.options().json()) {
      program.terminal().print("up " + server);
    }
  }

  private static String local(ServerSettings settings) {
    if (settings.port() == 0) {
      throw new Failure("server.port is 0, a free one; say where the server is: --url URL");
    }
    String host =
        switch (settings.host()) {
          case "0.0.0.0", "::", "[::]" -> "127.0.0.1";
          default -> settings.host();
        };
    String written = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    return settings.scheme() + "://" + written + ":" + settings.port();
  }

  private int ask(String asked) {
    HttpURLConnection connection = null;
    try {
      if (!(URI.create(asked).toURL().openConnection() instanceof HttpURLConnection opened)) {
        throw new Failure("--url must begin with http:// or https://, not " + asked);
      }
      connection = opened;
      if (url == null && opened instanceof HttpsURLConnection secure) {
        // Its certificate is for its public name; this machine asks itself.
        OwnCertificate.accept(secure);
      }
      opened.setConnectTimeout(seconds * 1000);
      opened.setReadTimeout(seconds * 1000);
      opened.setInstanceFollowRedirects(false);
      return opened.getResponseCode();
    } catch (IOException | IllegalArgumentException | GeneralSecurityException failed) {
      throw new Failure(
          "The server at " + asked + " does not answer (" + failed.getMessage() + ").", failed);
    } finally {
      if (connection != null) {
        connection.disconnect();
      }
    }
  }
}
