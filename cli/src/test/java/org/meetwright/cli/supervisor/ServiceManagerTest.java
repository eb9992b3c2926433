package org.meetwright.cli.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.core.Patience;

/// What systemd hears. Python stands in for it, which can receive at such a socket.
final class ServiceManagerTest {
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final String RECEIVER =
      """
      import socket, sys
      s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
      s.bind(sys.argv[1].replace('@', '\\0'))
      print('bound', flush=True)
      while True:
          print(s.recv(4096).decode().replace('\\n', ' '), flush=True)
      """;

  @TempDir Path directory;

  @BeforeEach
  void onLinux() {
    assumeThat(PYTHON).exists();
  }

  private Process receiver;
  private BufferedReader heard;

  private void receive(String address) throws IOException {
    receiver = new ProcessBuilder(List.of(PYTHON.toString(), "-c", RECEIVER, address)).start();
    heard = receiver.inputReader();
    assertThat(heard.readLine()).isEqualTo("bound");
  }

  @AfterEach
  void stop() {
    if (receiver != null) {
      receiver.destroyForcibly();
    }
  }

  @Test
  void hearsThatItIsReadyThatItLivesAndThatItEnds() throws Exception {
    String address = directory.resolve("notify").toString();
    receive(address);
    Map<String, String> environment =
        Map.of("NOTIFY_SOCKET", address, "WATCHDOG_USEC", "20000", "WATCHDOG_PID", "7");
    AtomicBoolean lives = new AtomicBoolean(true);
    try (ServiceManager manager = ServiceManager.in(environment, 7)) {
      manager.ready("Ready", lives::get);
      assertThat(heard.readLine()).isEqualTo("READY=1 STATUS=Ready");
      assertThat(heard.readLine()).isEqualTo("WATCHDOG=1");
      assertThat(heard.readLine()).isEqualTo("WATCHDOG=1");
      lives.set(false);
    }
    String last = heard.readLine();
    while (last.equals("WATCHDOG=1")) {
      last = heard.readLine();
    }
    assertThat(last).isEqualTo("STOPPING=1");
  }

  @Test
  void hearsNothingOfTheWatchdogOfAnotherProcess() throws Exception {
    String address = "@meetwright-test-" + ProcessHandle.current().pid();
    receive(address);
    Map<String, String> environment =
        Map.of("NOTIFY_SOCKET", address, "WATCHDOG_USEC", "1", "WATCHDOG_PID", "8");
    try (ServiceManager manager = ServiceManager.in(environment, 7)) {
      manager.ready("Ready", () -> true);
    }
    assertThat(heard.readLine()).startsWith("READY=1");
    assertThat(heard.readLine()).isEqualTo("STOPPING=1");
  }

  @Test
  void nobodyToTellIsNoError() {
    Map<String, String> nobody =
        Map.of("NOTIFY_SOCKET", directory.resolve("nobody").toString(), "WATCHDOG_USEC", "x");
    try (ServiceManager manager = ServiceManager.in(nobody, 7)) {
      manager.ready("Ready", () -> true);
    }
    try (ServiceManager manager = ServiceManager.in(Map.of(), 7)) {
      manager.ready("Ready", () -> true);
    }
  }

  @Test
  void hearsOfTheServerWhenItAnswers() throws Exception {
    String address = directory.resolve("notify").toString();
    receive(address);
    Process server =
        BuiltProgram.in(Files.createDirectory(directory.resolve("home")))
            .with("NOTIFY_SOCKET", address)
            .with("WATCHDOG_USEC", "200000")
            .start("serve", "--port", "0");
    try {
      assertThat(heard.readLine()).startsWith("READY=1 STATUS=Ready at http://127.0.0.1:");
      assertThat(heard.readLine()).isEqualTo("WATCHDOG=1");
    } finally {
      server.destroy();
    }
    String last = heard.readLine();
    while (last.equals("WATCHDOG=1")) {
      last = heard.readLine();
    }
    assertThat(last).isEqualTo("STOPPING=1");
    assertThat(server.waitFor(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
  }
}
