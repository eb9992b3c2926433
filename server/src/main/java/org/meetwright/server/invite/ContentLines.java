package org.meetwright.server.invite;

/// Folds content lines as RFC 5545 section 3.1 says. The folding of ical4j counts characters, where
/// the RFC counts octets.
public final class ContentLines {
  private static final int MOST_OCTETS = 75;
  private static final String LINE_END = "\r\n";

  private ContentLines() {}

  /// Returns the lines folded, so that none is longer than 75 octets of UTF-8 without its CRLF.
  /// Characters stay whole.
  ///
  /// @param lines each ended by CRLF
  public static String fold(String lines) {
    StringBuilder folded = new StringBuilder(lines.length() + 64);
    lines.lines().forEach(line -> fold(line, folded));
    return folded.toString();
  }

  private static void fold(String line, StringBuilder folded) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int character = line.codePointAt(i);
      int size = octets(character);
      if (octets + size > MOST_OCTETS) {
        folded.append(LINE_END).append(' ');
        octets = 1;
      }
      folded.appendCodePoint(character);
      octets += size;
      i += Character.charCount(character);
    }
    folded.append(LINE_END);
  }

  private static int octets(int character) {
    if (character < 0x80) {
      return 1;
    }
    if (character < 0x800) {
      return 2;
    }
    return character < 0x10000 ? 3 : 4;
  }
}
