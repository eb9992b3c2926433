package org.meetwright.cli.setup;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A DNS server on loopback that knows a few texts (RFC 1035), and no other name.
final class LocalDns implements AutoCloseable {
  private static final int TXT = 16;
  private static final int ANSWER = 0x8580;
  private static final int NO_SUCH_NAME = 3;
  private static final int HEADER = 12;
  private static final int MOST_IN_A_STRING = 200;

  private final DatagramSocket socket;
  private final Map<String, String> texts;

  /// Starts it.
  ///
  /// @param texts by name; a name exists, too, if another one ends with it
  LocalDns(Map<String, String> texts) throws SocketException {
    this.texts = Map.copyOf(texts);
    this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        DatagramPacket question = new DatagramPacket(new byte[512], 512);
        socket.receive(question);
        byte[] answer = answer(question.getData());
        socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
      } catch (IOException closed) {
        // It is asked no more.
      }
    }
  }

  private byte[] answer(byte[] question) throws IOException {
    StringBuilder name = new StringBuilder();
    int at = HEADER;
    while (question[at] != 0) {
      name.append(new String(question, at + 1, question[at], StandardCharsets.US_ASCII))
          .append('.');
      at += question[at] + 1;
    }
    String asked = name.substring(0, name.length() - 1);
    String text = texts.get(asked);
    boolean known = text != null || texts.keySet().stream().anyMatch(n -> n.endsWith("." + asked));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(question, 0, 2);
    out.writeShort(known ? ANSWER : ANSWER | NO_SUCH_NAME);
    out.writeShort(1);
    out.writeShort(text == null ? 0 : 1);
    out.writeShort(0);
    out.writeShort(0);
    out.write(question, HEADER, at + 5 - HEADER);
    if (text != null) {
      ByteArrayOutputStream strings = new ByteArrayOutputStream();
      for (int from = 0; from < text.length(); from += MOST_IN_A_STRING) {
        String part = text.substring(from, Math.min(text.length(), from + MOST_IN_A_STRING));
        strings.write(part.length());
        strings.write(part.getBytes(StandardCharsets.US_ASCII));
      }
      out.writeShort(0xC000 | HEADER);
      out.writeShort(TXT);
      out.writeShort(1);
      out.writeInt(60);
      out.writeShort(strings.size());
      strings.writeTo(out);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    socket.close();
  }
}
