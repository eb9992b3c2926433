package org.meetwright.server.outgoing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Reads one answer in HTTP/1.1 (RFC 9112).
final class ReplyReader {
  private static final int MOST_LINE = 8192;
  private static final int MOST_HEADERS = 100;

  private final InputStream in;
  private final int mostBytes;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /// @param mostBytes how much of the body is read
  ReplyReader(InputStream raw, int mostBytes) {
    this.in = new BufferedInputStream(raw);
    this.mostBytes = mostBytes;
  }

  /// Reads an answer, and no more of it than is kept.
  ///
  /// @throws IOException if it breaks off before its body, or is no HTTP
  Reply read() throws IOException {
    int status = status(line());
    Map<String, String> headers = headers();
    while (status < 200) {
      status = status(line());
      headers = headers();
    }
    boolean whole = status == 204 || status == 304 || readBody(headers);
    return new Reply(status, headers, body.toByteArray(), whole);
  }

  private static int status(String line) throws ProtocolException {
    if (!line.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
      throw new ProtocolException("The receiver does not answer in HTTP/1.1");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
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
  private String line() throws IOException {
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
  private boolean readBody(Map<String, String> headers) throws IOException {
    String encoding = headers.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT);
    if (encoding.endsWith("chunked")) {
      return readChunks();
    }
    String length = headers.get("content-length");
    if (length == null) {
      body.writeBytes(in.readNBytes(mostBytes));
      return true;
    }
    return readExactly(number(length, 10));
  }

  private boolean readChunks() throws IOException {
    while (body.size() < mostBytes) {
      long size;
      try {
        size = number(line().replaceFirst("[ \\t]*;.*", ""), 16);
        if (size == 0) {
          return true;
        }
        if (!readExactly(size)) {
          return false;
        }
        if (body.size() < mostBytes) {
          line();
        }
      } catch (EOFException brokenOff) {
        return false;
      }
    }
    return true;
  }

  private boolean readExactly(long size) throws IOException {
    int wanted = (int) Math.min(size, mostBytes - body.size());
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
