package org.meetwright.core.backup.age;

import com.password4j.ScryptFunction;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.meetwright.core.backup.age.Age.AgeException;

/// The keys of a file, as the format has them.
final class AgeKeys {
  static final int SALT_BYTES = 16;
  static final int NONCE_BYTES = 16;
  static final int TAG_BYTES = 16;
  static final int MAC_BYTES = 32;
  static final String CIPHER = "ChaCha20-Poly1305";

  private static final int KEY_BYTES = 32;
  private static final String LABEL = "age-encryption.org/v1/scrypt";
  private static final byte[] NO_NONCE = new byte[12];

  private AgeKeys() {}

  static byte[] ofPassphrase(String passphrase, byte[] salt, int work) {
    ByteArrayOutputStream labelled = new ByteArrayOutputStream();
    labelled.writeBytes(LABEL.getBytes(StandardCharsets.US_ASCII));
    labelled.writeBytes(salt);
    try {
      return ScryptFunction.getInstance(1 << work, 8, 1, KEY_BYTES)
          .scrypt(passphrase.getBytes(StandardCharsets.UTF_8), labelled.toByteArray(), KEY_BYTES);
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  static byte[] wrap(byte[] fileKey, byte[] key) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key).doFinal(fileKey);
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /// @throws AgeException if the key is wrong
  static byte[] unwrap(byte[] wrapped, byte[] key) throws AgeException {
    try {
      return cipher(Cipher.DECRYPT_MODE, key).doFinal(wrapped);
    } catch (AEADBadTagException wrong) {
      throw new AgeException("The pass phrase is wrong");
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  private static Cipher cipher(int mode, byte[] key) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(NO_NONCE));
    return cipher;
  }

  static byte[] mac(byte[] fileKey, String head) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(derived(fileKey, new byte[0], "header"), "HmacSHA256"));
      return mac.doFinal(head.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  static SecretKeySpec ofPayload(byte[] fileKey, byte[] nonce) {
    return new SecretKeySpec(derived(fileKey, nonce, "payload"), "ChaCha20");
  }

  private static byte[] derived(byte[] fileKey, byte[] salt, String purpose) {
    HKDFParameterSpec.Builder extract = HKDFParameterSpec.ofExtract().addIKM(fileKey);
    if (salt.length > 0) {
      extract.addSalt(salt);
    }
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(extract.thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), KEY_BYTES));
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
