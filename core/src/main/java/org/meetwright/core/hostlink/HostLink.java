package org.meetwright.core.hostlink;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.meetwright.core.access.signed.InstallationKey;

/// What a link in a mail stands for: one booking, and one of its hosts. Its token is both ids and
/// their tag under the [InstallationKey], in base64url: 64 letters, kept nowhere.
record HostLink(UUID bookingId, UUID hostId) {
  private static final int IDS_BYTES = 32;
  private static final int TOKEN_LENGTH = 64;

  /// Returns what a token stands for; empty if it is not one of ours.
  static Optional<HostLink> read(String token, InstallationKey key) {
    if (token.length() != TOKEN_LENGTH) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    HostLink link =
        new HostLink(
            new UUID(buffer.getLong(), buffer.getLong()),
            new UUID(buffer.getLong(), buffer.getLong()));
    byte[] tag = Arrays.copyOfRange(bytes, IDS_BYTES, bytes.length);
    return MessageDigest.isEqual(link.tag(key), tag) ? Optional.of(link) : Optional.empty();
  }

  String token(InstallationKey key) {
    byte[] tag = tag(key);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ByteBuffer.allocate(IDS_BYTES + tag.length)
                .putLong(bookingId.getMostSignificantBits())
                .putLong(bookingId.getLeastSignificantBits())
                .putLong(hostId.getMostSignificantBits())
                .putLong(hostId.getLeastSignificantBits())
                .put(tag)
                .array());
  }

  private byte[] tag(InstallationKey key) {
    return key.tag("host link " + bookingId + " " + hostId);
  }
}
