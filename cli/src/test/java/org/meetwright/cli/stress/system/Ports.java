package org.meetwright.cli.stress.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Free ports that stay free between two lives of a server: below those from which the system takes
/// one for each outgoing connection.
final class Ports {
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;

  private Ports() {}

  static int free() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      try (ServerSocket trial = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return trial.getLocalPort();
      } catch (IOException taken) {
        // Another one, then.
      }
    }
  }
}
