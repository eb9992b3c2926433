package org.meetwright.core.access;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.BusyException;
import org.meetwright.core.value.InvalidValueException;

/// Hashes and checks passwords with Argon2id (RFC 9106): 19 MiB, 2 passes, 1 lane, as the OWASP
/// Password Storage Cheat Sheet recommends. One or two are hashed at a time for all purposes.
/// Callers pass the brake first; otherwise a flood of requests that are refused in the end would
/// keep all others waiting.
public final class Passwords {
  private static final int SHORTEST = 8;

  /// How long a password may be, in characters.
  public static final int LONGEST = 200;

  private static final int SALT_BYTES = 16;

  /// How many may wait for theirs; all others are refused at once.
  static final int MOST_WAITING = 14;

  /// Written here, not by Password4j, which writes `argon2\u0131d` in a Turkish locale.
  private static final String PREFIX = "$argon2id$v=19$m=19456,t=2,p=1$";

  private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Checked when there is no such host, so that the answer takes as long.
  private static final String NOBODYS = hashOf("nobody's password");

  private Passwords() {}

  /// Returns whether a password may be chosen: whether it has 8 to 200 characters.
  public static boolean isFit(String password) {
    return password.length() >= SHORTEST && password.length() <= LONGEST;
  }

  /// Returns the hash to keep, in the PHC string format, salt included.
  ///
  /// @throws InvalidValueException (field `password`) if the password has less than 8 or more than
  ///   200 characters
  /// @throws BusyException if too many wait for theirs
  public static String hash(String password) {
    if (!isFit(password)) {
      throw new InvalidValueException(
          "password", "must have " + SHORTEST + " to " + LONGEST + " characters");
    }
    return hashOf(password);
  }

  private static String hashOf(String password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return PREFIX
        + ENCODER.encodeToString(salt)
        + "$"
        + ENCODER.encodeToString(Hashing.raw(password, salt));
  }

  /// Returns whether the password is the one that was hashed. Takes the same time whether there is
  /// a hash or not. Ask the brake first: anyone who guesses must not get as far as this.
  ///
  /// @param hash null if there is no password that could be right
  /// @throws BusyException if too many wait for theirs
  public static boolean matches(String password, @Nullable String hash) {
    if (password.length() > LONGEST) {
      return false;
    }
    return isHashOf(password, hash == null ? NOBODYS : hash) && hash != null;
  }

  private static boolean isHashOf(String password, String hash) {
    if (!hash.startsWith(PREFIX)) {
      throw new IllegalStateException("A password hash has other parameters than " + PREFIX);
    }
    int end = hash.indexOf('$', PREFIX.length());
    byte[] salt = Base64.getDecoder().decode(hash.substring(PREFIX.length(), end));
    byte[] expected = Base64.getDecoder().decode(hash.substring(end + 1));
    return MessageDigest.isEqual(expected, Hashing.raw(password, salt));
  }

  /// Where hashes are computed.
  private static final class Hashing {
    private static final Argon2Function ARGON2 =
        Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    /// Each hash takes 19 MiB and a processor; a flood of them must take neither all memory nor all
    /// processors.
    private static final int AT_A_TIME =
        Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 2);

    /// Threads of the system, which share the processors with all others. A virtual thread would
    /// keep its processor until it is done.
    private static final ExecutorService THREADS =
        new ThreadPoolExecutor(
            AT_A_TIME,
            AT_A_TIME,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("passwords-", 0).factory());

    static byte[] raw(String password, byte[] salt) {
      byte[] chars = password.getBytes(StandardCharsets.UTF_8);
      try {
        return CompletableFuture.supplyAsync(() -> ARGON2.hash(chars, salt).getBytes(), THREADS)
            .join();
      } catch (RejectedExecutionException full) {
        throw new BusyException(MOST_WAITING + " passwords wait to be checked");
      }
    }
  }
}
