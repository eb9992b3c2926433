package org.meetwright.server.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReaderTest {
  /// What was read of an answer.
  private record Read(int status, String text, boolean whole) {}

  private static Read read(String answer) throws IOException {
    Reply reply = reply(answer);
    return new Read(reply.status(), reply.text(), reply.whole());
  }

  private static Reply reply(String answer) throws IOException {
    return new ReplyReader(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)), 1024)
        .read();
  }

  private static String http(String headers, String body) {
    return "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body;
  }

  @Test
  void readsABodyHoweverItsLengthIsTold() throws IOException {
    assertThat(read(http("", "to the end"))).isEqualTo(new Read(200, "to the end", true));
    assertThat(read(http("Content-Length: 3\r\n", "abcdef"))).isEqualTo(new Read(200, "abc", true));
    assertThat(read(http("content-length:0\r\n", ""))).isEqualTo(new Read(200, "", true));
    assertThat(read(http("Transfer-Encoding: chunked\r\n", "3;x=y\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")))
        .isEqualTo(new Read(200, "abcde", true));
    assertThat(read("HTTP/1.0 204 \nA: b\n\n")).isEqualTo(new Read(204, "", true));
    assertThat(read("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 500 No\r\n\r\n"))
        .isEqualTo(new Read(500, "", true));
  }

  @Test
  void readsNoMoreThanItMay() throws IOException {
    String kibibyte = "x".repeat(1024);
    assertThat(read(http("", kibibyte + "y")).text()).isEqualTo(kibibyte);
    assertThat(read(http("Content-Length: 5000\r\n", kibibyte)))
        .isEqualTo(new Read(200, kibibyte, true));
    assertThat(read(http("Transfer-Encoding: chunked\r\n", "1000\r\n" + kibibyte)))
        .isEqualTo(new Read(200, kibibyte, true));
  }

  @Test
  void tellsHeadersByTheirNamesInLowerCase() throws IOException {
    assertThat(reply(http("ETag: \"a\"\r\nX-Two: 1\r\nX-Two:2 \r\n", "")).headers())
        .containsEntry("etag", "\"a\"")
        .containsEntry("x-two", "2");
  }

  @Test
  void noticesThatTheBodyBrokeOff() throws IOException {
    assertThat(read(http("Content-Length: 10\r\n", "abc")).whole()).isFalse();
    assertThat(read(http("Transfer-Encoding: chunked\r\n", "a\r\nabc")).whole()).isFalse();
    assertThat(read(http("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n")).whole()).isFalse();
    assertThat(read(http("Transfer-Encoding: chunked\r\n", "3\r\nabc")).whole()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\n",
        "SSH-2.0-OpenSSH\r\n",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 999 x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nnonsense\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
      })
  void refusesWhatIsNoAnswer(String answer) {
    assertThatThrownBy(() -> read(answer)).isInstanceOf(IOException.class);
  }

  @Test
  void refusesEndlessHeads() {
    assertThatThrownBy(() -> read("HTTP/1.1 200 " + "x".repeat(9000)))
        .isInstanceOf(IOException.class);
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      many.append("h").append(i).append(": x\r\n");
    }
    assertThatThrownBy(() -> read(http(many.toString(), ""))).isInstanceOf(IOException.class);
  }
}
