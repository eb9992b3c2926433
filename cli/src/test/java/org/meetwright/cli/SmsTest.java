package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `sms test`, with a real gateway.
final class SmsTest {
  @TempDir Path home;

  private final Queue<String> got = new ConcurrentLinkedQueue<>();
  private HttpServer gateway;
  private volatile int status = 202;

  @BeforeEach
  void open() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    gateway.createContext(
        "/",
        exchange -> {
          got.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] answer = "No credit left".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    gateway.start();
  }

  @AfterEach
  void close() {
    gateway.stop(0);
  }

  private CommandLineRun test(String number) {
    List<String> variables =
        List.of(
            "MEETWRIGHT_SMS_GATEWAY_URL",
            "http://127.0.0.1:" + gateway.getAddress().getPort() + "/?key=s3cret",
            "MEETWRIGHT_SMS_GATEWAY_HEADER",
            "X-Key: s3cret");
    return CommandLineRun.in(home, variables, "sms", "test", number);
  }

  @Test
  void sendsATestSms() {
    CommandLineRun run = test("+49 30 123456");

    assertThat(run.out()).isEqualToIgnoringNewLines("Sent to +4930123456");
    assertThat(got).singleElement().asString().contains("\"to\":\"+4930123456\"", "Test:");
  }

  @Test
  void saysAtWhichStepItFailsAndWhatToChange() {
    status = 402;
    CommandLineRun refused = test("+4930123456");
    gateway.stop(0);
    CommandLineRun down = test("+4930123456");

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err())
        .contains(
            "at the step gateway: The gateway answered 402: No credit left",
            "check sms.gateway.header")
        .doesNotContain("s3cret");
    assertThat(down.exit()).isEqualTo(1);
    assertThat(down.err()).contains("at the step connect:", "firewall").doesNotContain("s3cret");
  }

  @Test
  void saysThatSmsIsOff() {
    CommandLineRun run = CommandLineRun.in(home, "sms", "test", "+4930123456");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("SMS is off; set sms.gateway.url");
  }

  @Test
  void refusesANumberWithoutItsCountry() {
    CommandLineRun run = test("030 123456");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("country code like +4930123456, not \"030 123456\"");
    assertThat(got).isEmpty();
  }
}
