package org.meetwright.cli.commands;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.meetwright.cli.program.Failure;

/// Tries whether a port can be listened on.
final class ListeningTrial {
  /// Ports below are for who has the right.
  private static final int FIRST_FREE = 1024;

  private ListeningTrial() {}

  /// Listens for a moment.
  ///
  /// @param option with which another port is chosen
  /// @throws Failure if that cannot be; says what to do
  @SuppressWarnings("AddressSelection") // One address of a name, as the server does.
  static void check(String host, int port, String option) {
    try (ServerSocket trial = new ServerSocket()) {
      trial.bind(new InetSocketAddress(host, port));
    } catch (IOException failed) {
      throw new Failure(explain(host, port, option, failed), failed);
    }
  }

  static String explain(String host, int port, String option, IOException cause) {
    String said = String.valueOf(cause.getMessage());
    if (cause instanceof BindException && said.contains("in use")) {
      return "Port "
          + port
          + " on "
          + host
          + " is in use; choose another with "
          + option
          + (option.equals("--port") ? " (0 picks a free one)." : ".");
    }
    if (said.contains("ermission denied") && port < FIRST_FREE) {
      return "Port "
          + port
          + " is below 1024, and this user has no right to listen there. Run Meetwright as the"
          + " service that its package installs, which has it; or put a proxy in front and choose a"
          + " port like 8080 with "
          + option
          + "; or, as root, let everyone on this machine listen from there on: sysctl"
          + " net.ipv4.ip_unprivileged_port_start="
          + port;
    }
    return "The server cannot listen on "
        + host
        + ", port "
        + port
        + " ("
        + said
        + "); choose others with --host and "
        + option
        + ".";
  }
}
