package org.meetwright.core.booking.wish;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// The tokens that are mailed to invitees. Like that of a manage link, a token is an id and a tag
/// of it under the installation's key: it is kept nowhere, neither in the outbox nor in a table,
/// and is the same at every attempt to send the mail.
///
/// @param purpose what the tokens are for: one for another purpose is none
/// @param tags signs a text
record ConfirmationTokens(String purpose, Function<String, byte[]> tags) {
  private static final int ID_BYTES = 16;

  String token(UUID id) {
    byte[] tag = tag(id);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ByteBuffer.allocate(ID_BYTES + tag.length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(tag)
                .array());
  }

  /// Returns the id that a token stands for; empty if it is not one of ours.
  Optional<UUID> id(String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (bytes.length <= ID_BYTES) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    UUID id = new UUID(buffer.getLong(), buffer.getLong());
    byte[] given = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
    return MessageDigest.isEqual(tag(id), given) ? Optional.of(id) : Optional.empty();
  }

  private byte[] tag(UUID id) {
    return tags.apply(purpose + " " + id);
  }
}
