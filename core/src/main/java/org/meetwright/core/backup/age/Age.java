package org.meetwright.core.backup.age;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/// Files that are encrypted with a pass phrase, as `age --passphrase` makes them.
public final class Age {
  private static final String VERSION = "age-encryption.org/v1";
  private static final int FILE_KEY_BYTES = 16;
  private static final int LONGEST_HEADER = 1024;

  /// 2 to this power are the rounds of scrypt for a new file: 64 MiB of memory.
  private static final int WORK = 16;

  /// What is done at most to read one: 256 MiB, as `age` does.
  private static final int MOST_WORK = 18;

  /// What else is needed meanwhile.
  private static final long SPARE = 8L << 20;

  private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();
  private static final SecureRandom RANDOM = new SecureRandom();

  private Age() {}

  /// Says that a file cannot be decrypted.
  public static final class AgeException extends IOException {
    private static final long serialVersionUID = 1L;

    AgeException(String message) {
      super(message);
    }
  }

  /// Returns whether a file that begins like this is encrypted.
  public static boolean isBegunBy(byte[] first) {
    byte[] version = VERSION.getBytes(StandardCharsets.US_ASCII);
    return first.length >= version.length
        && MessageDigest.isEqual(version, Arrays.copyOf(first, version.length));
  }

  static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  /// Returns a stream that encrypts what is written to it. It must be closed.
  public static OutputStream encrypt(OutputStream out, String passphrase) throws IOException {
    byte[] fileKey = random(FILE_KEY_BYTES);
    byte[] salt = random(AgeKeys.SALT_BYTES);
    byte[] wrapped = AgeKeys.wrap(fileKey, AgeKeys.ofPassphrase(passphrase, salt, WORK));
    String head =
        "%s\n-> scrypt %s %d\n%s\n---"
            .formatted(
                VERSION, ENCODER.encodeToString(salt), WORK, ENCODER.encodeToString(wrapped));
    String mac = ENCODER.encodeToString(AgeKeys.mac(fileKey, head));
    out.write((head + " " + mac + "\n").getBytes(StandardCharsets.US_ASCII));
    byte[] nonce = random(AgeKeys.NONCE_BYTES);
    out.write(nonce);
    return new AgeOutput(out, new AgeChunks(AgeKeys.ofPayload(fileKey, nonce)));
  }

  /// Returns what a file holds. Each chunk is checked before any of it is given out, and the end is
  /// checked as well: what is missing or changed is found.
  ///
  /// @throws AgeException if the pass phrase is wrong, or the file was changed
  public static InputStream decrypt(InputStream file, String passphrase) throws IOException {
    InputStream in = new BufferedInputStream(file, AgeChunks.SEALED);
    if (!line(in).equals(VERSION)) {
      throw damaged();
    }
    String stanza = line(in);
    String[] words = stanza.split(" ", -1);
    if (words.length != 4 || !words[0].equals("->") || !words[1].equals("scrypt")) {
      throw new AgeException("It is not encrypted with a pass phrase alone");
    }
    String body = line(in);
    String[] end = line(in).split(" ", -1);
    byte[] salt = bytes(words[2], AgeKeys.SALT_BYTES);
    byte[] wrapped = bytes(body, FILE_KEY_BYTES + AgeKeys.TAG_BYTES);
    if (end.length != 2 || !end[0].equals("---") || !words[3].matches("[1-9][0-9]?")) {
      throw damaged();
    }
    int work = Integer.parseInt(words[3]);
    if (work > MOST_WORK) {
      throw new AgeException("Its pass phrase takes more work than 2^" + MOST_WORK + ": 2^" + work);
    }
    refuseWithoutMemory(work);
    byte[] fileKey = AgeKeys.unwrap(wrapped, AgeKeys.ofPassphrase(passphrase, salt, work));
    String head = VERSION + "\n" + stanza + "\n" + body + "\n---";
    if (!MessageDigest.isEqual(AgeKeys.mac(fileKey, head), bytes(end[1], AgeKeys.MAC_BYTES))) {
      throw damaged();
    }
    byte[] nonce = in.readNBytes(AgeKeys.NONCE_BYTES);
    if (nonce.length < AgeKeys.NONCE_BYTES) {
      throw new EOFException("It ends too early");
    }
    return new AgeInput(in, new AgeChunks(AgeKeys.ofPayload(fileKey, nonce)));
  }

  /// Without it, the whole program would end.
  private static void refuseWithoutMemory(int work) throws AgeException {
    long needed = (1024L << work) + SPARE;
    if (freeMemory() < needed) {
      // Some of what counts as used may be garbage.
      System.gc();
    }
    long free = freeMemory();
    if (free < needed) {
      throw new AgeException(
          "Its pass phrase takes "
              + (needed >> 20)
              + " MiB of memory, and "
              + (free >> 20)
              + " MiB are left: give the program more, such as MEETWRIGHT_JAVA_OPTIONS=-Xmx512m");
    }
  }

  private static long freeMemory() {
    Runtime java = Runtime.getRuntime();
    return java.maxMemory() - java.totalMemory() + java.freeMemory();
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("It ends too early");
      }
      if (line.length() == LONGEST_HEADER) {
        throw damaged();
      }
      line.append((char) next);
    }
    return line.toString();
  }

  private static byte[] bytes(String text, int length) throws AgeException {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      // Only one way of writing them is allowed.
      if (bytes.length == length && ENCODER.encodeToString(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      // As when it is too short.
    }
    throw damaged();
  }

  static AgeException damaged() {
    return new AgeException("It was changed, or damaged");
  }
}
