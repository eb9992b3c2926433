package org.meetwright.server.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// What nobody should send.
final class WrongValues {
  private static final String KIB_64 = "x".repeat(64 * 1024);

  /// Times, dates, zones, numbers and texts that are none, or hardly.
  static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "0000-00-00",
          "2026-02-30",
          "2026-13-01",
          "+999999999-12-31",
          "-999999999-01-01",
          "+1000000000-01-01",
          "9999-12-31T23:59:60Z",
          "2026-03-03T25:00:00Z",
          "+1000000000-12-31T23:59:59.999999999Z",
          "-1000000000-01-01T00:00:00Z",
          "2026-03-03T15:00:00+99:00",
          "2026-03-01T15:00:00.123456789Z",
          "2026-W10",
          "1969-12-31",
          "24:00",
          "25:61",
          "Mars/Olympus_Mons",
          "Europe/",
          "UTC+99",
          "GMT0\u0000",
          "+18:01",
          "EST5EDT",
          "../../../../etc/passwd",
          "-1",
          "0",
          "1e400",
          "99999999999999999999999999999999999999",
          "2147483648",
          "-9223372036854775809",
          "00000000-0000-0000-0000-000000000000",
          "0-0-0-0-0",
          "ffffffff-ffff-ffff-ffff-fffffffffffff",
          "null",
          "true",
          "'; DROP TABLE booking; --",
          "%",
          "%_\\",
          "${7*7}",
          "{{7*7}}",
          "<script>alert(1)</script>",
          "\"'><b>",
          "a\r\nSet-Cookie: x=1",
          "a\u0000b",
          "\u0001\u001f\u007f\u0085",
          "\ud83d\ude00\ud83d\udc69\u200d\ud83d\udcbb",
          "\u202e\u2067\u200f\u05d0",
          "\ufeff\ufffe\uffff",
          "\ud83d",
          "\ude00\ud83d",
          "e\u0301".repeat(300),
          "\u0130\u0131I\u00df\ufb03",
          "x".repeat(1000),
          "x".repeat(5000));

  /// Values of JSON, as they are written, some of them badly.
  static final List<String> JSON =
      List.of(
          "null",
          "true",
          "0",
          "-0",
          "-1",
          "1.5",
          "1e999",
          "-1e-999",
          "9".repeat(400),
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "[{}]",
          "{\"\": {}}",
          "[1, \"a\", null]",
          "NaN",
          "Infinity",
          "01",
          "+1",
          "'a'",
          "undefined",
          "\"\\ud83d\"",
          "\"\\ude00\\ud83d\"",
          "\"\\u0000\"",
          "\"\\q\"",
          "\"\t\"",
          "\"a",
          "// a\n1",
          "2147483648",
          "9223372036854775808",
          "0.1e-2147483649",
          "1e2147483648",
          "[".repeat(2000) + "]".repeat(2000),
          "{\"a\":".repeat(600) + "1" + "}".repeat(600),
          "[" + "0,".repeat(9000) + "0]",
          '"' + KIB_64 + '"',
          "\"" + "\\u0000".repeat(900) + '"',
          "\"data:image/png;base64,AAAA\"",
          "\"2026-03-01T15:00:00Z\"");

  /// Parts of an address, encoded badly or trickily.
  static final List<String> ENCODED =
      List.of(
          "%zz",
          "%",
          "%c",
          "%c3%28",
          "%ed%a0%80",
          "%00",
          "%0d%0aX-Evil:%201",
          "%2e%2e%2f",
          "..",
          ".",
          "%2F",
          "%5c",
          "..;",
          ";a=b",
          "a;jsessionid=1",
          "%f0%9f%98%80",
          "%ff%fe",
          "*",
          "~",
          "@",
          ":",
          "%25%32%65",
          "{id}",
          "a".repeat(3000),
          "%e2%80%ae",
          "+",
          "%2B",
          "&",
          "=",
          "[",
          "|",
          "^");

  private WrongValues() {}

  static <T> T one(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /// Returns a part of an address that is none of ours.
  static String part(Random random) {
    return random.nextInt(3) == 0
        ? one(random, ENCODED)
        : URLEncoder.encode(one(random, TEXTS), UTF_8).replace("+", "%20");
  }

  /// Returns a value as JSON writes it, or as nobody should.
  static String json(Random random) {
    if (random.nextInt(3) > 0) {
      return one(random, JSON);
    }
    StringBuilder escaped = new StringBuilder("\"");
    for (char c : one(random, TEXTS).toCharArray()) {
      escaped.append("\\u").append(String.format(Locale.ROOT, "%04x", (int) c));
    }
    return escaped.append('"').toString();
  }
}
