package org.meetwright.server.pages.guard;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.meetwright.core.access.signed.InstallationKey;

/// The proof that a form carries of its origin.
///
/// @param from from when on it may come back, in whole milliseconds
/// @param visit the visit that it was made for
record FormToken(Instant from, String visit) {
  private static final int TIME_BYTES = Long.BYTES;
  private static final int TAG_BYTES = 16;

  /// Reads a token; empty if it was not made here, or for another form.
  ///
  /// @param path the address of the form
  static Optional<FormToken> read(String text, String path, InstallationKey key) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (bytes.length != TIME_BYTES + Visit.ID_BYTES + TAG_BYTES) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    Instant from = Instant.ofEpochMilli(buffer.getLong());
    byte[] visit = new byte[Visit.ID_BYTES];
    buffer.get(visit);
    byte[] tag = new byte[TAG_BYTES];
    buffer.get(tag);
    FormToken token = new FormToken(from, HexFormat.of().formatHex(visit));
    return MessageDigest.isEqual(tag, token.tag(path, key)) ? Optional.of(token) : Optional.empty();
  }

  /// Returns the token as a form carries it.
  String text(String path, InstallationKey key) {
    ByteBuffer bytes = ByteBuffer.allocate(TIME_BYTES + Visit.ID_BYTES + TAG_BYTES);
    bytes.putLong(from.toEpochMilli());
    bytes.put(HexFormat.of().parseHex(visit));
    bytes.put(tag(path, key));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private byte[] tag(String path, InstallationKey key) {
    return key.tag(from.toEpochMilli() + " " + visit + " " + path);
  }
}
