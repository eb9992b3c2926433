package org.meetwright.core.eventtype;

import java.net.URI;
import java.util.Arrays;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// Where a meeting takes place.
///
/// @param value the address, the telephone number, the http(s) link, or any other line; at most 500
///   characters
public record Location(Kind kind, String value) {

  /// What the value is.
  public enum Kind {
    IN_PERSON("inPerson"),
    PHONE("phone"),
    LINK("link"),
    OTHER("other");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// Returns the word that stands for the kind outside the program.
    public String word() {
      return word;
    }

    /// Returns the kind of a word.
    ///
    /// @throws InvalidValueException (field `kind`) if there is none
    public static Kind of(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.word.equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new InvalidValueException(
                      "kind",
                      "must be inPerson, phone, link or other, not "
                          + InvalidValueException.shown(word)));
    }
  }

  /// Creates the location.
  ///
  /// @throws InvalidValueException (field `value`) if it is not one line, or a link is none
  public Location {
    value = Text.line("value", value, 500);
    if (kind == Kind.LINK && !isWebLink(value)) {
      throw new InvalidValueException(
          "value", "must be an http or https link, not " + InvalidValueException.shown(value));
    }
  }

  private static boolean isWebLink(String value) {
    try {
      URI uri = URI.create(value);
      return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
          && uri.getHost() != null;
    } catch (IllegalArgumentException notAUri) {
      return false;
    }
  }
}
