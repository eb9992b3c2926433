package org.meetwright.server.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.Patience;

/// A connection on which anything can be sent, HTTP or not.
final class Wire implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  Wire(URI server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(Patience.MILLIS);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /// An answer as it came.
  ///
  /// @param headers by their names in lower case
  @SuppressWarnings("ArrayRecordComponent") // Only for tests.
  record Answer(int status, Map<String, List<String>> headers, byte[] body) {
    String header(String name) {
      return String.join(", ", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
    }

    boolean closes() {
      return header("Connection").equalsIgnoreCase("close");
    }

    String head() {
      return status + " " + headers;
    }
  }

  /// Sends bytes. That the server has hung up meanwhile is seen when its answer is read.
  void send(byte[] bytes, boolean last) {
    try {
      out.write(bytes);
      out.flush();
      if (last) {
        socket.shutdownOutput();
      }
    } catch (IOException hungUp) {
      // What was answered before can still be read.
    }
  }

  /// Reads an answer; empty if the server hangs up instead.
  ///
  /// @throws IOException if what comes is not an answer
  Optional<Answer> answer(boolean toHead) throws IOException {
    while (true) {
      String first = firstLine();
      if (first == null) {
        return Optional.empty();
      }
      if (!first.matches("HTTP/1\\.1 \\d{3} .*")) {
        throw new IOException("Not the first line of an answer: " + first);
      }
      int status = Integer.parseInt(first.substring(9, 12));
      Map<String, List<String>> headers = headers();
      if (status >= 200) {
        boolean empty = toHead || status == 204 || status == 304;
        return Optional.of(new Answer(status, headers, empty ? new byte[0] : body(headers)));
      }
    }
  }

  private @Nullable String firstLine() throws IOException {
    try {
      return line();
    } catch (EOFException | SocketException hungUp) {
      return null;
    }
  }

  /// Returns whether the server sends more although it was asked nothing more.
  boolean hasMore() throws IOException {
    return in.available() > 0;
  }

  private Map<String, List<String>> headers() throws IOException {
    Map<String, List<String>> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IOException("Not a header: " + line);
      }
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return headers;
  }

  private byte[] body(Map<String, List<String>> headers) throws IOException {
    byte[] body;
    if (headers.containsKey("transfer-encoding")) {
      body = chunks();
    } else if (headers.containsKey("content-length")) {
      body = exactly(Integer.parseInt(headers.get("content-length").getFirst()));
    } else {
      throw new IOException("An answer without a length: " + headers);
    }
    return headers.containsKey("content-encoding")
        ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes()
        : body;
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      all.write(exactly(size));
      line();
    }
    line();
    return all.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("The answer ends early");
    }
    return bytes;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("Hung up after: " + line.toString(ISO_8859_1));
      }
      line.write(next);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
