package org.meetwright.cli.commands.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetwright.cli.commands.doctor.Finding.Level;
import org.meetwright.core.value.HttpUrl;

final class UpdateCheckTest {
  private static Finding look(String own, int status, String body) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      HttpUrl url = HttpUrl.of("http://127.0.0.1:" + server.getAddress().getPort() + "/newest");
      return new UpdateCheck(url, own).look().getFirst();
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.0.0, 1.0.1, WARNING",
    "1.9.0, 1.10.0, WARNING",
    "1.0.0-SNAPSHOT, 1.0.0, WARNING",
    "1.0.0, 1.0.0, OK",
    "2.0.0, 1.99.99, OK",
    "1.0.0, 1.0.0-rc1, OK",
    "(unpackaged), 1.0.0, OK"
  })
  void tellsOfNewerVersionsAlone(String own, String newest, Level level) throws Exception {
    Finding found = look(own, 200, "{\"version\": \"" + newest + "\"}");

    assertThat(found.level()).as(found.message()).isEqualTo(level);
    if (level == Level.WARNING) {
      assertThat(found.message()).contains(newest).contains(own).contains("docs/operations.md");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | <html> | it is no JSON",
        "200 | {\"version\": \"latest\"} | there is no version like 1.2.3 in it",
        "200 | [] | there is no version like 1.2.3 in it",
        "404 | {} | it answers 404"
      })
  void saysWhatItCouldNotSee(int status, String body, String why) throws Exception {
    Finding found = look("1.0.0", status, body);

    assertThat(found.level()).isEqualTo(Level.WARNING);
    assertThat(found.message()).contains(why).contains("check updates.url");
  }

  @Test
  void saysThatNobodyAnswers() {
    Finding found =
        new UpdateCheck(HttpUrl.of("http://127.0.0.1:1/newest"), "1.0.0").look().getFirst();

    assertThat(found.level()).isEqualTo(Level.WARNING);
    assertThat(found.message()).contains("127.0.0.1").contains("check updates.url");
  }
}
