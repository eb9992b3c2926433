package org.meetwright.server.outgoing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The answer to a POST.
///
/// @param body the first KiB of its body, read as UTF-8
/// @param whole whether all of that KiB came; false if the connection broke off before
public record Reply(int status, String body, boolean whole) {
  private static final int MOST_BODY = 1024;
  private static final int MOST_LINE = 8192;
  private static final int MOST_HEADERS = 100;

  /// Reads an HTTP/1.1 answer, and no more of it than is kept.
  ///
  /// @throws IOException if it breaks off before its body, or is no HTTP
  static Reply read(InputStream raw) throws IOException {
    InputStream in = new BufferedInputStream(raw);
    int status = status(line(in));
    Map<String, String> headers = headers(in);
    while (status < 200) {
      status = status(line(in));
      headers = headers(in);
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    boolean whole = status == 204 || status == 304 || readBody(in, headers, body);
    return new Reply(status, body.toString(StandardCharsets.UTF_8), whole);
  }

  private static int status(String line) throws ProtocolException {
    if (!line.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
      throw new ProtocolException("The receiver does not answer in HTTP/1.1");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon < 1 || headers.size() >= MOST_HEADERS) {
        throw new ProtocolException("The receiver's answer has headers that can't be read");
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  /// Reads a line that ends in LF or CRLF.
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("The receiver closed the connection before it had answered");
      }
      if (line.length() >= MOST_LINE) {
        throw new ProtocolException("The receiver's answer has a line that is too long");
      }
      line.append((char) next);
    }
    int end = line.length();
    return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
  }

  /// Returns whether all came that was to be read.
  private static boolean readBody(
      InputStream in, Map<String, String> headers, ByteArrayOutputStream body) throws IOException {
    String encoding = headers.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT);
    if (encoding.endsWith("chunked")) {
      return readChunks(in, body);
    }
    String length = headers.get("content-length");
    if (length == null) {
      body.writeBytes(in.readNBytes(MOST_BODY));
      return true;
    }
    return readExactly(in, number(length, 10), body);
  }

  private static boolean readChunks(InputStream in, ByteArrayOutputStream body) throws IOException {
    while (body.size() < MOST_BODY) {
      long size;
      try {
        size = number(line(in).replaceFirst("[ \\t]*;.*", ""), 16);
        if (size == 0) {
          return true;
        }
        if (!readExactly(in, size, body)) {
          return false;
        }
        if (body.size() < MOST_BODY) {
          line(in);
        }
      } catch (EOFException brokenOff) {
        return false;
      }
    }
    return true;
  }

  private static boolean readExactly(InputStream in, long size, ByteArrayOutputStream body)
      throws IOException {
    int wanted = (int) Math.min(size, MOST_BODY - body.size());
    byte[] read = in.readNBytes(wanted);
    body.writeBytes(read);
    return read.length == wanted;
  }

  private static long number(String text, int radix) throws ProtocolException {
    try {
      long number = Long.parseLong(text.strip(), radix);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Said below.
    }
    throw new ProtocolException("The receiver's answer does not say how long it is");
  }
}
