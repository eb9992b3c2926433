package org.meetwright.cli.supervisor;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/// A datagram socket of Linux in the file system or, with `@` before its name, outside it
/// (unix(7)). Java has only the sockets of that kind that are connected.
///
/// @param address a path, or `@` and a name; at most 107 bytes
record DatagramSocket(String address) {
  private static final short UNIX = 1;
  private static final int DATAGRAM = 2;
  private static final int CLOSE_ON_EXEC = 0x80000;
  private static final int FAMILY_BYTES = 2;
  private static final int LONGEST = 107;

  /// Creates it; nothing is opened.
  DatagramSocket {
    int bytes = address.getBytes(StandardCharsets.UTF_8).length;
    if (bytes < 2 || bytes > LONGEST || !(address.startsWith("/") || address.startsWith("@"))) {
      throw new IllegalArgumentException("No address of a socket: " + address);
    }
  }

  /// Sends one message.
  ///
  /// @throws IOException if nobody receives it
  void send(String message) throws IOException {
    Linker linker = Linker.nativeLinker();
    MethodHandle socket =
        function(linker, "socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    MethodHandle sendTo =
        function(
            linker,
            "sendto",
            FunctionDescriptor.of(
                JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));
    MethodHandle close = function(linker, "close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    try (Arena memory = Arena.ofConfined()) {
      int descriptor = (int) socket.invokeExact((int) UNIX, DATAGRAM | CLOSE_ON_EXEC, 0);
      if (descriptor < 0) {
        throw new IOException("No socket can be opened");
      }
      try {
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        MemorySegment sent = memory.allocateFrom(ValueLayout.JAVA_BYTE, text);
        MemorySegment to = name(memory);
        long written =
            (long)
                sendTo.invokeExact(
                    descriptor, sent, (long) text.length, 0, to, (int) to.byteSize());
        if (written != text.length) {
          throw new IOException("Nobody receives at " + address);
        }
      } finally {
        int _ = (int) close.invokeExact(descriptor);
      }
    } catch (IOException refused) {
      throw refused;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @SuppressWarnings("restricted") // The types are those of the C library.
  private static MethodHandle function(Linker linker, String name, FunctionDescriptor types) {
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), types);
  }

  /// Returns the address as `struct sockaddr_un`, no longer than it has to be.
  private MemorySegment name(Arena memory) {
    byte[] path = address.getBytes(StandardCharsets.UTF_8);
    if (path[0] == '@') {
      path[0] = 0;
    }
    MemorySegment name = memory.allocate(FAMILY_BYTES + (long) path.length, FAMILY_BYTES);
    name.set(ValueLayout.JAVA_SHORT, 0, UNIX);
    MemorySegment.copy(path, 0, name, ValueLayout.JAVA_BYTE, FAMILY_BYTES, path.length);
    return name;
  }
}
