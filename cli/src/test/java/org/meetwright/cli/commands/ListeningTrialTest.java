package org.meetwright.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

final class ListeningTrialTest {
  @Test
  void saysHowToGetTheRightToAPortBelow1024() {
    String said =
        ListeningTrial.explain(
            "0.0.0.0", 80, "--http-port", new BindException("Permission denied"));

    assertThat(said)
        .startsWith("Port 80 is below 1024, and this user has no right to listen there.")
        .contains("the service that its package installs")
        .contains("with --http-port")
        .endsWith("sysctl net.ipv4.ip_unprivileged_port_start=80");
  }

  @Test
  void givesTheReasonThatItDoesNotKnow() {
    assertThat(
            ListeningTrial.explain(
                "192.0.2.1", 1024, "--port", new SocketException("Permission denied")))
        .isEqualTo(
            "The server cannot listen on 192.0.2.1, port 1024 (Permission denied); choose others"
                + " with --host and --port.");
  }
}
