package org.meetwright.server.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.meetwright.server.fuzz.WrongValues.one;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Breaks the HTTP of a request.
@SuppressWarnings("ArrayRecordComponent") // Only for tests.
record BrokenHttp(Random random, String method, String target, String headers, byte[] body) {
  private static final List<String> VERSIONS =
      List.of(
          "HTTP/1.0",
          "HTTP/0.9",
          "HTTP/2.0",
          "HTTP/1.2",
          "http/1.1",
          "HTTP/11",
          "HTTP",
          "",
          "HTTP/1.1 ",
          "HTTP/1.1\u0000",
          "FTP/1.1",
          "HTTP/" + "1".repeat(50));
  private static final List<String> LINES =
      List.of(
          ": no name",
          "No colon",
          "Sp ace: x",
          "X: a\u0000b",
          "X: a\rb",
          "X\u0001: y",
          " folded",
          "\tfolded",
          "X : y",
          "X: \u0080\u00ff",
          "\u00e9: x",
          "X\r\n Y: z",
          "X: a\nY: b",
          "Host: other",
          "Host: a:b:c",
          "Host: [::1",
          "Host: \u0000",
          "Host: a b",
          "Host:",
          "Content-Length: 5\r\nContent-Length: 6",
          "Content-Length: -1",
          "Content-Length: x",
          "Content-Length: 99999999999999999999",
          "Content-Length: +0",
          "Content-Length: 0, 0",
          "Content-Length: 0x1",
          "Transfer-Encoding: gzip",
          "Transfer-Encoding: gzip, chunked",
          "Transfer-Encoding: chunked, chunked",
          "Transfer-Encoding:",
          "Transfer-Encoding: \u000bchunked",
          "Transfer-Encoding: chunked\r\nContent-Length: 3",
          "Expect: 100-continue",
          "Expect: nonsense",
          "Connection: close, x, keep-alive",
          "Upgrade: h2c\r\nConnection: Upgrade",
          "Content-Encoding: gzip",
          "Cookie: " + "a=b; ".repeat(1000),
          "Cookie: =;;=\"");
  private static final List<String> CHUNKS =
      List.of(
          "zz\r\nabc\r\n0\r\n\r\n",
          "-1\r\n\r\n",
          "ffffffff\r\nabc\r\n",
          "7fffffff\r\nabc",
          "3\r\nabcdef\r\n0\r\n\r\n",
          "3;ext=\"\r\nabc\r\n0\r\n\r\n",
          "0\r\nTrailer: x\r\n\r\n",
          "\r\n\r\n",
          "3\nabc\n0\n\n",
          "ffffffffffffffffff\r\n",
          "3\r\nabc",
          " 3 \r\nabc\r\n0\r\n\r\n",
          "0x3\r\nabc\r\n0\r\n\r\n");
  private static final List<String> TARGETS =
      List.of(
          "*",
          "",
          "//",
          "//evil.example/",
          "http://evil.example/api/v1/me",
          "https://[::1",
          "http:",
          "/../../etc/passwd",
          "/..%2f..%2fetc/passwd",
          "/%2e%2e/%2e%2e/etc/passwd",
          "/./././",
          "/a//b",
          "/api//v1/me",
          "/api/../api/v1/me",
          "/api/v1/%",
          "/%zz",
          "/%c0%af",
          "/\u0000",
          "/a\u0001b",
          "/\u00ff\u00fe",
          "/a#b",
          "/?#",
          "/?%",
          "/?a=%zz",
          "/?a=%c3%28",
          "/?\u0000",
          "/?a=[]{}|\\^`",
          "api",
          "evil:443",
          "/\\..\\..\\windows",
          "/" + "a/".repeat(400),
          "/" + "a".repeat(9000),
          "/?" + "a=b&".repeat(400),
          "/;a=b/;c",
          "/<script>",
          "/\"quoted\"",
          "/a b c");

  BrokenRequest next() {
    return switch (random.nextInt(9)) {
      case 0 -> whole(method + " " + target + " " + one(random, VERSIONS), headers);
      case 1 -> whole(line(), headers + one(random, LINES) + "\r\n");
      case 2 -> whole(line(), headers + "X-" + "y".repeat(20_000) + ": z\r\n");
      case 3 -> whole(line(), headers + "X: y\r\n".repeat(3000));
      case 4 -> chunked();
      case 5 -> aimed();
      case 6 -> half();
      case 7 -> garbage();
      default ->
          whole(
              one(
                  random,
                  List.of(
                      "",
                      " ",
                      "GET",
                      "GET /",
                      "\u0000",
                      line() + " x",
                      "\u00e9 / HTTP/1.1",
                      " " + line(),
                      method + "  " + target + "  HTTP/1.1",
                      "G\u0000T / HTTP/1.1",
                      "(): / HTTP/1.1")),
              headers);
    };
  }

  private String line() {
    return method + " " + target + " HTTP/1.1";
  }

  private BrokenRequest whole(String line, String lines) {
    String end = random.nextInt(12) == 0 ? "\n" : "\r\n";
    String head = (line + "\r\n" + lines + "\r\n").replace("\r\n", end);
    return request(head.getBytes(ISO_8859_1), new byte[0], target, false);
  }

  private BrokenRequest aimed() {
    String other = one(random, TARGETS);
    byte[] head = (method + " " + other + " HTTP/1.1\r\n" + headers + "\r\n").getBytes(ISO_8859_1);
    return request(head, new byte[0], other, true);
  }

  private BrokenRequest chunked() {
    byte[] head =
        (line() + "\r\n" + headers + "Transfer-Encoding: chunked\r\n\r\n").getBytes(UTF_8);
    return request(head, one(random, CHUNKS).getBytes(UTF_8), target, false);
  }

  /// Ends anywhere.
  private BrokenRequest half() {
    byte[] head =
        (line() + "\r\n" + headers + "Content-Length: " + (body.length + 10) + "\r\n\r\n")
            .getBytes(ISO_8859_1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head);
    bytes.writeBytes(body);
    byte[] all = bytes.toByteArray();
    int length = random.nextBoolean() ? all.length : random.nextInt(all.length);
    return request(Arrays.copyOf(all, length), new byte[0], target, false);
  }

  private BrokenRequest garbage() {
    byte[] bytes = new byte[1 + random.nextInt(2000)];
    random.nextBytes(bytes);
    return request(bytes, new byte[0], "", false);
  }

  private BrokenRequest request(byte[] head, byte[] rest, String aim, boolean whole) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head);
    bytes.writeBytes(rest);
    return new BrokenRequest(method, aim, bytes.toByteArray(), true, whole);
  }
}
