package org.meetwright.server.calendar.script;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A name server on loopback, which answers over UDP (RFC 1035) what it is told about services.
public final class NameServer implements AutoCloseable {
  private static final int TXT = 16;
  private static final int SRV = 33;
  private static final int NO_SUCH_NAME = 3;

  private final DatagramSocket socket;
  private final Map<String, List<byte[]>> records = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /// Starts it.
  public NameServer() throws IOException {
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("names").start(this::serve);
  }

  /// Returns its address and port.
  public String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  /// Returns the questions so far: type and name, with a blank between.
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /// Has a service be at a server.
  public NameServer srv(String name, int priority, int weight, int port, String target) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    number(data, priority);
    number(data, weight);
    number(data, port);
    for (String label : target.split("\\.", -1)) {
      text(data, label);
    }
    data.write(0);
    return add(SRV, name, data.toByteArray());
  }

  /// Adds a text.
  public NameServer txt(String name, String words) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    text(data, words);
    return add(TXT, name, data.toByteArray());
  }

  private NameServer add(int type, String name, byte[] data) {
    records.computeIfAbsent(key(type, name), _ -> new ArrayList<>()).add(data);
    return this;
  }

  private static String key(int type, String name) {
    return type + " " + name.toLowerCase(Locale.ROOT);
  }

  private static void number(ByteArrayOutputStream data, int value) {
    data.write(value >> 8);
    data.write(value);
  }

  private static void text(ByteArrayOutputStream data, String words) {
    byte[] octets = words.getBytes(StandardCharsets.UTF_8);
    data.write(octets.length);
    data.writeBytes(octets);
  }

  private void serve() {
    byte[] buffer = new byte[512];
    while (!socket.isClosed()) {
      try {
        DatagramPacket question = new DatagramPacket(buffer, buffer.length);
        socket.receive(question);
        byte[] answer = answer(buffer);
        socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private byte[] answer(byte[] question) throws IOException {
    int at = 12;
    List<String> labels = new ArrayList<>();
    while (question[at] != 0) {
      labels.add(new String(question, at + 1, question[at], StandardCharsets.UTF_8));
      at += question[at] + 1;
    }
    int type = ((question[at + 1] & 0xff) << 8) | (question[at + 2] & 0xff);
    String name = String.join(".", labels);
    asked.add((type == SRV ? "SRV " : "TXT ") + name);
    List<byte[]> found = records.getOrDefault(key(type, name), List.of());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(question, 0, 2);
      // An answer of authority; what is asked for it can't ask elsewhere.
      out.writeShort(0x8400 | (found.isEmpty() ? NO_SUCH_NAME : 0));
      out.writeShort(1);
      out.writeShort(found.size());
      out.writeInt(0);
      out.write(question, 12, at + 5 - 12);
      for (byte[] data : found) {
        out.writeShort(0xc00c);
        out.writeShort(type);
        out.writeShort(1);
        out.writeInt(60);
        out.writeShort(data.length);
        out.write(data);
      }
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    socket.close();
  }
}
