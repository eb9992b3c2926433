package org.meetwright.core.backup.age;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.meetwright.core.backup.age.Age.AgeException;

/// The chunks of a file: each is sealed with its number, and the last with a mark, so that none can
/// be left out, moved or cut off.
final class AgeChunks {
  /// The bytes of every chunk but the last.
  static final int PLAIN = 64 * 1024;

  /// The same once it is sealed.
  static final int SEALED = PLAIN + AgeKeys.TAG_BYTES;

  private final SecretKeySpec key;
  private final Cipher cipher;
  private long number;

  AgeChunks(SecretKeySpec key) {
    this.key = key;
    try {
      cipher = Cipher.getInstance(AgeKeys.CIPHER);
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  byte[] seal(byte[] plain, int length, boolean last) {
    try {
      begin(Cipher.ENCRYPT_MODE, last);
      return cipher.doFinal(plain, 0, length);
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /// @throws AgeException if the chunk is not the next one
  byte[] open(byte[] sealed, int length, boolean last) throws AgeException {
    boolean first = number == 0;
    try {
      begin(Cipher.DECRYPT_MODE, last);
      byte[] plain = cipher.doFinal(sealed, 0, length);
      if (plain.length == 0 && !first) {
        throw Age.damaged();
      }
      return plain;
    } catch (AEADBadTagException changed) {
      throw Age.damaged();
    } catch (GeneralSecurityException tooShort) {
      throw new AgeException("It ends too early");
    }
  }

  private void begin(int mode, boolean last) throws GeneralSecurityException {
    byte[] nonce =
        ByteBuffer.allocate(12).position(3).putLong(number).put((byte) (last ? 1 : 0)).array();
    number++;
    cipher.init(mode, key, new IvParameterSpec(nonce));
  }
}
