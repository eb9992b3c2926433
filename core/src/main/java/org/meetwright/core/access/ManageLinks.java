package org.meetwright.core.access;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.meetwright.core.database.Database;

/// The tokens of manage links. A token is a booking's id and an HMAC-SHA256 of it (RFC 2104), cut
/// to 128 bits, under a key of this installation: no table is needed to check one, and the link can
/// be written into every mail about the booking.
public final class ManageLinks {
  private static final int ID_BYTES = 16;
  private static final int TAG_BYTES = 16;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final SecretKeySpec key;

  private ManageLinks(String key) {
    this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /// Opens the links of an installation. Its key is made the first time.
  public static ManageLinks open(Database database, InstantSource clock) {
    String known = database.read(tx -> tx.mapper(AccessMapper.class).linkKey());
    if (known != null) {
      return new ManageLinks(known);
    }
    try {
      database.inTransaction(
          tx -> tx.mapper(AccessMapper.class).insertLinkKey(Secrets.next(), clock.instant()));
    } catch (RuntimeException failed) {
      if (!Database.refusedByConstraint(failed)) {
        throw failed;
      }
      // Another node was first; its key counts.
    }
    String made = database.read(tx -> tx.mapper(AccessMapper.class).linkKey());
    if (made == null) {
      throw new IllegalStateException("The installation has no link key");
    }
    return new ManageLinks(made);
  }

  /// Returns a booking's manage link.
  ///
  /// @param publicUrl the address under which invitees reach the server, without a slash at the end
  public URI link(URI publicUrl, UUID bookingId) {
    return URI.create(publicUrl + "/b/" + token(bookingId));
  }

  /// Returns the token of a booking's manage link.
  public String token(UUID bookingId) {
    ByteBuffer bytes = ByteBuffer.allocate(ID_BYTES + TAG_BYTES);
    bytes.putLong(bookingId.getMostSignificantBits());
    bytes.putLong(bookingId.getLeastSignificantBits());
    bytes.put(tag(Arrays.copyOf(bytes.array(), ID_BYTES)));
    return ENCODER.encodeToString(bytes.array());
  }

  /// Returns the booking that a token stands for; empty if the token is not one of ours.
  public Optional<UUID> bookingId(String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (bytes.length != ID_BYTES + TAG_BYTES) {
      return Optional.empty();
    }
    byte[] id = Arrays.copyOf(bytes, ID_BYTES);
    byte[] given = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
    if (!MessageDigest.isEqual(tag(id), given)) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(id);
    return Optional.of(new UUID(buffer.getLong(), buffer.getLong()));
  }

  /// Returns a proof, 16 bytes, that a form was made by this installation.
  ///
  /// @param form what the form is for, when it was made and for whom
  public byte[] formTag(String form) {
    // No id of a booking is as long as this: a proof of the one is never one of the other.
    return tag(("A form of this installation: " + form).getBytes(StandardCharsets.UTF_8));
  }

  private byte[] tag(byte[] id) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(id), TAG_BYTES);
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
