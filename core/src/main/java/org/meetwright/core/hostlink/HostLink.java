package org.meetwright.core.hostlink;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.meetwright.core.access.signed.InstallationKey;

/// What a link in a mail stands for: one booking, and one of its hosts. Its token is both ids and
/// their tag under the [InstallationKey], in base64url: 64 letters, kept nowhere. The tag is also
/// that of the host's address, by its number, so that it can end with the address.
record HostLink(UUID bookingId, UUID hostId) {
  private static final int IDS_BYTES = 32;
  private static final int TOKEN_LENGTH = 64;

  /// What a token says of itself.
  @SuppressWarnings("ArrayRecordComponent") // The tag is compared in constant time, never as a key.
  record Claim(HostLink link, byte[] tag) {
    /// Returns whether it was made for mail to the host's address of a number.
    boolean isMadeFor(int addressNumber, InstallationKey key) {
      return MessageDigest.isEqual(link.tag(addressNumber, key), tag);
    }
  }

  /// Returns what a token says; empty if it has not the form of one.
  static Optional<Claim> read(String token) {
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
    return Optional.of(new Claim(link, Arrays.copyOfRange(bytes, IDS_BYTES, bytes.length)));
  }

  String token(int addressNumber, InstallationKey key) {
    byte[] tag = tag(addressNumber, key);
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

  /// That of the first address names no number: such links were mailed before there were numbers.
  private byte[] tag(int addressNumber, InstallationKey key) {
    String address = addressNumber == 0 ? "" : " " + addressNumber;
    return key.tag("host link " + bookingId + " " + hostId + address);
  }
}
