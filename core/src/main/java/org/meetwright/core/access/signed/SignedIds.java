package org.meetwright.core.access.signed;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Tokens that are an id and its tag under the [InstallationKey], in base64url. They are kept
/// nowhere, neither in the outbox nor in a table, and a mail that is sent again has the same.
public final class SignedIds {
  private static final int ID_BYTES = 16;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final Function<UUID, byte[]> tags;

  private SignedIds(Function<UUID, byte[]> tags) {
    this.tags = tags;
  }

  /// Creates the tokens for a purpose; one for another purpose is none.
  public SignedIds(InstallationKey key, String purpose) {
    this(id -> key.tag(purpose + " " + id));
  }

  /// Returns those of bookings, which are older than purposes: the tag is that of the id alone.
  static SignedIds ofBookings(InstallationKey key) {
    return new SignedIds(id -> key.tag(bytes(id)));
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(ID_BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  /// Returns the token of an id.
  public String token(UUID id) {
    byte[] tag = tags.apply(id);
    return ENCODER.encodeToString(
        ByteBuffer.allocate(ID_BYTES + tag.length).put(bytes(id)).put(tag).array());
  }

  /// Returns the id that a token stands for; empty if it is not one of ours.
  public Optional<UUID> id(String token) {
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
    return MessageDigest.isEqual(tags.apply(id), given) ? Optional.of(id) : Optional.empty();
  }
}
