package org.meetwright.server.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// A request as its bytes.
///
/// @param target the address in it
/// @param own whether it must be sent on a connection of its own, being broken HTTP
/// @param whole whether it ends: of half a request no answer is owed
@SuppressWarnings("ArrayRecordComponent") // Only for tests.
record BrokenRequest(String method, String target, byte[] bytes, boolean own, boolean whole) {

  boolean toHead() {
    return method.equals("HEAD");
  }

  boolean changes() {
    return !method.equals("GET") && !toHead();
  }

  @Override
  public String toString() {
    String text = new String(bytes, ISO_8859_1);
    return text.substring(0, Math.min(600, text.length())) + " ... (" + bytes.length + " bytes)";
  }
}
