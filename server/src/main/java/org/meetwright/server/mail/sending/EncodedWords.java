package org.meetwright.server.mail.sending;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Writes text into headers (RFC 2047) so that every mail program shows it as it was typed. Jakarta
/// Mail leaves text in ASCII as it is, and a name such as `=?utf-8?q?Boss?=` would be shown as
/// something else.
final class EncodedWords {
  /// A line with encoded words has at most 76 characters: the header's name, and 12 around base64.
  private static final int MOST_OCTETS = 39;

  private EncodedWords() {}

  /// Returns whether the text can stand in a header as it is.
  static boolean isPlain(String text) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(text) && !text.contains("=?");
  }

  /// Returns the text as encoded words, with a line break between them; as it is if it is plain.
  static String of(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder words = new StringBuilder();
    StringBuilder part = new StringBuilder();
    int octets = 0;
    for (int i = 0; i < text.length(); ) {
      String character = Character.toString(text.codePointAt(i));
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > MOST_OCTETS) {
        append(words, part);
        octets = 0;
      }
      part.append(character);
      octets += size;
      i += character.length();
    }
    append(words, part);
    return words.toString();
  }

  private static void append(StringBuilder words, StringBuilder part) {
    words
        .append(words.isEmpty() ? "" : "\r\n ")
        .append("=?UTF-8?B?")
        .append(Base64.getEncoder().encodeToString(bytes(part)))
        .append("?=");
    part.setLength(0);
  }

  private static byte[] bytes(StringBuilder part) {
    return part.toString().getBytes(StandardCharsets.UTF_8);
  }
}
