package org.meetwright.server.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.value.HttpUrl;

class ReplyReaderTest {
  /// What was read of an answer.
  private record Read(int status, String text, boolean whole) {}

  private static Read read(String answer) throws IOException {
    Reply reply = reply(answer);
    return new Read(reply.status(), reply.text(), reply.whole());
  }

  private static Reply reply(String answer) throws IOException {
    ReplyReader reader =
        new ReplyReader(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
    Reply.Head head = reader.head(HttpUrl.of("http://hooks.example.org/"));
    return OutgoingHttp.beginning(head, reader.body(head, false), 1024);
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
    Reply.Head head = reply(http("ETag: \"a\"\r\nX-Two: 1\r\nX-Two:2 \r\n", "")).head();
    assertThat(head.last("etag")).isEqualTo("\"a\"");
    assertThat(head.all("x-two")).containsExactly("1", "2");
    assertThat(head.last("x-two")).isEqualTo("2");
    assertThat(head.last("x-three")).isNull();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static Reply packed(byte[] body, boolean unpacked) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes(
        ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    answer.writeBytes(body);
    ReplyReader reader = new ReplyReader(new ByteArrayInputStream(answer.toByteArray()));
    Reply.Head head = reader.head(HttpUrl.of("http://hooks.example.org/"));
    return OutgoingHttp.beginning(head, reader.body(head, unpacked), 1024);
  }

  @Test
  void unpacksWhatWasAskedToBePackedAndNoMoreThanItMay() throws IOException {
    byte[] text = gzip("packed".getBytes(StandardCharsets.UTF_8));
    assertThat(packed(text, true).text()).isEqualTo("packed");
    assertThat(packed(text, false).body()).isEqualTo(text);
    assertThat(packed(new byte[0], true).text()).isEmpty();
    assertThat(packed(gzip(new byte[50_000_000]), true).body()).hasSize(1024);
    assertThat(packed(Arrays.copyOf(text, text.length - 10), true).whole()).isFalse();
    assertThatThrownBy(() -> packed(new byte[] {1, 2, 3}, true)).isInstanceOf(IOException.class);
  }

  @Test
  void endsAStreamThatIsTooLong() throws IOException {
    assertThat(BodyStream.bounded(new ByteArrayInputStream(new byte[1024]), 1024).readAllBytes())
        .hasSize(1024);
    assertThatThrownBy(
            () -> BodyStream.bounded(new ByteArrayInputStream(new byte[1025]), 1024).readAllBytes())
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("larger than 1 KiB");
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
