package org.meetwright.core.access;

import static org.meetwright.core.value.InvalidValueException.shown;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.meetwright.core.value.InvalidValueException;

/// What an API token may be used for.
public enum Scope {
  /// To look.
  READ,
  /// To change something; anyone who may change may look too.
  WRITE;

  /// Everything.
  public static final Set<Scope> ALL = Collections.unmodifiableSet(EnumSet.allOf(Scope.class));

  /// Returns the word that stands for it, `read` or `write`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Returns the scope of a word.
  ///
  /// @throws InvalidValueException (field `scopes`) if there is no such scope
  public static Scope of(String word) {
    return Arrays.stream(values())
        .filter(scope -> scope.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new InvalidValueException("scopes", "must be read or write, not " + shown(word)));
  }

  /// Returns the scopes with those that they imply.
  ///
  /// @throws InvalidValueException (field `scopes`) if there is none
  static Set<Scope> complete(Collection<Scope> scopes) {
    if (scopes.isEmpty()) {
      throw new InvalidValueException("scopes", "must not be empty; give read or write");
    }
    return scopes.contains(WRITE) ? ALL : Set.of(READ);
  }

  static Set<Scope> parse(String words) {
    return Arrays.stream(words.split(" ")).map(Scope::of).collect(Collectors.toUnmodifiableSet());
  }

  static String print(Set<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(" "));
  }
}
