package org.meetwright.core.access.signed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.database.Database;

/// The key with which an installation signs what it gives away and wants back unchanged: links,
/// forms, cookies. Any of its nodes can check it, and no table is needed. A tag is an HMAC-SHA256
/// (RFC 2104), cut to 128 bits.
public final class InstallationKey {
  private static final int TAG_BYTES = 16;

  private final SecretKeySpec key;

  private InstallationKey(String key) {
    this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /// Opens the key of an installation. It is made the first time.
  public static InstallationKey open(Database database, InstantSource clock) {
    String known = database.read(tx -> tx.mapper(InstallationKeyMapper.class).linkKey());
    if (known != null) {
      return new InstallationKey(known);
    }
    try {
      database.inTransaction(
          tx ->
              tx.mapper(InstallationKeyMapper.class)
                  .insertLinkKey(Secrets.next(), clock.instant()));
    } catch (RuntimeException failed) {
      if (!Database.refusedByConstraint(failed)) {
        throw failed;
      }
      // Another node was first; its key counts.
    }
    String made = database.read(tx -> tx.mapper(InstallationKeyMapper.class).linkKey());
    if (made == null) {
      throw new IllegalStateException("The installation has no key");
    }
    return new InstallationKey(made);
  }

  /// Returns the tag of a text, 16 bytes.
  ///
  /// @param text begins with what it is for, so that a tag for one purpose is none for another
  public byte[] tag(String text) {
    // No id is as long as this: the tag of a text is never that of an id.
    return tag(("A form of this installation: " + text).getBytes(StandardCharsets.UTF_8));
  }

  byte[] tag(byte[] bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(bytes), TAG_BYTES);
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
