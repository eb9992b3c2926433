package org.meetwright.server.outgoing;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.meetwright.core.value.HttpUrl;

/// Reads one answer in HTTP/1.1 (RFC 9112).
final class ReplyReader {
  private static final int MOST_LINE = 8192;
  private static final int MOST_HEADERS = 100;

  private final InputStream in;

  ReplyReader(InputStream raw) {
    this.in = new BufferedInputStream(raw);
  }

  /// Reads what comes before the body.
  ///
  /// @throws IOException if it breaks off, or is no HTTP
  Reply.Head head(HttpUrl url) throws IOException {
    int status = status(line(in));
    Map<String, List<String>> headers = headers();
    while (status < 200) {
      status = status(line(in));
      headers = headers();
    }
    return new Reply.Head(url, status, headers);
  }

  /// Returns the body that follows a head, read while it comes. It throws an [EOFException] if the
  /// connection breaks off before the body's end.
  ///
  /// @param unpacked whether what was packed with gzip is to be unpacked
  InputStream body(Reply.Head head, boolean unpacked) throws IOException {
    if (head.hasNoBody()) {
      return InputStream.nullInputStream();
    }
    InputStream body = BodyStream.of(head, in);
    String packing = head.last("content-encoding");
    if (!unpacked || packing == null || !packing.toLowerCase(Locale.ROOT).endsWith("gzip")) {
      return body;
    }
    PushbackInputStream packed = new PushbackInputStream(body, 1);
    int first = packed.read();
    if (first < 0) {
      return InputStream.nullInputStream();
    }
    packed.unread(first);
    return new GZIPInputStream(packed, 8192);
  }

  private static int status(String line) throws ProtocolException {
    if (!line.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
      throw new ProtocolException("The receiver does not answer in HTTP/1.1");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private Map<String, List<String>> headers() throws IOException {
    Map<String, List<String>> headers = new HashMap<>();
    int count = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon < 1 || ++count > MOST_HEADERS) {
        throw new ProtocolException("The receiver's answer has headers that can't be read");
      }
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return headers;
  }

  /// Reads a line that ends in LF or CRLF.
  static String line(InputStream in) throws IOException {
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
}
