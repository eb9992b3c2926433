package org.meetwright.core.slot;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/// Checks that two ways to an answer agree before they are timed.
final class Same {
  private Same() {}

  static void check(long[] one, long[] other) {
    if (one.length == 0 || !Arrays.equals(one, other)) {
      throw new IllegalStateException("Found " + one.length + " and " + other.length + " starts");
    }
  }

  static void check(byte[] one, byte[] other) {
    int differs = Arrays.mismatch(one, other);
    if (differs >= 0) {
      throw new IllegalStateException(
          "Wrote other bytes from "
              + differs
              + " on: "
              + around(one, differs)
              + " and "
              + around(other, differs));
    }
  }

  private static String around(byte[] bytes, int at) {
    return new String(Arrays.copyOfRange(bytes, Math.max(0, at - 40), at + 40), US_ASCII);
  }
}
