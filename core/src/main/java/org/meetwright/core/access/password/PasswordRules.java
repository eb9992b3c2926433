package org.meetwright.core.access.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.InvalidValueException;

/// Which passwords a host may choose: of 8 to 200 characters, not among the million that a guesser
/// tries first, and not made of what is publicly known about the host.
///
/// @param own what everybody knows of him
public record PasswordRules(List<String> own) {
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final double FEWEST_GUESSES = 1e6;

  /// More than the library looks at in a few milliseconds.
  private static final int LOOKED_AT = 40;

  /// An own word that is shorter is left to the library.
  private static final int SHORTEST_OWN = 4;

  /// How many further characters make a password of an own word.
  private static final int FURTHER = 6;

  /// Creates the rules.
  public PasswordRules {
    own = List.copyOf(own);
  }

  /// Loaded when the first password is chosen.
  private static final class Library {
    static final Zxcvbn ZXCVBN = load();

    private static Zxcvbn load() {
      try {
        return new ZxcvbnBuilder()
            .dictionaries(
                List.of(
                    StandardDictionaries.PASSWORDS_LOADER.load(),
                    StandardDictionaries.FEMALE_NAMES_LOADER.load(),
                    StandardDictionaries.MALE_NAMES_LOADER.load()))
            .keyboards(StandardKeyboards.loadAllKeyboards())
            .build();
      } catch (IOException notInTheJar) {
        throw new UncheckedIOException(notInTheJar);
      }
    }
  }

  /// Returns the rules for a host.
  public static PasswordRules of(Host host) {
    return of(host.handle(), host.name(), host.email());
  }

  /// Returns the rules for a host who is to be added.
  public static PasswordRules of(Handle handle, String name, EmailAddress email) {
    String address = email.key();
    int at = address.indexOf('@');
    Stream<String> whole =
        Stream.of(
            address, address.substring(0, at), address.substring(at + 1), handle.value(), name);
    Stream<String> words = WORDS.splitAsStream(address.substring(0, at) + " " + name);
    return new PasswordRules(Stream.concat(whole, words).distinct().toList());
  }

  /// Returns why a password may not be chosen; empty if it may.
  public Optional<Weakness> weakness(String password) {
    if (!Passwords.isFit(password)) {
      return Optional.of(Weakness.WRONG_LENGTH);
    }
    if (own.stream().anyMatch(word -> isMadeOf(plain(password), plain(word)))) {
      return Optional.of(Weakness.OWN);
    }
    String begin = password.substring(0, Math.min(password.length(), LOOKED_AT));
    double guesses = Library.ZXCVBN.measure(begin, own).getGuesses();
    return guesses < FEWEST_GUESSES ? Optional.of(Weakness.COMMON) : Optional.empty();
  }

  private static boolean isMadeOf(String password, String word) {
    return word.length() >= SHORTEST_OWN
        && password.contains(word)
        && password.length() - word.length() < FURTHER;
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /// Returns the hash to keep of a password that may be chosen.
  ///
  /// @throws InvalidValueException (field `password`) if it may not
  public String hash(String password) {
    weakness(password)
        .ifPresent(
            weakness -> {
              throw new InvalidValueException("password", weakness.message());
            });
    return Passwords.hash(password);
  }
}
