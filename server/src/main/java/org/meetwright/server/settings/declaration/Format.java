package org.meetwright.server.settings.declaration;

import java.net.IDN;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.net.AddressBlock;
import org.meetwright.server.text.JsonTemplate;

/// The format of a setting's values, and how they are parsed.
///
/// @param allowed completes "must be ..."
/// @param parse reads a value; throws [InvalidValueException] whose message says what is allowed
public record Format<T>(String allowed, Function<String, T> parse) {
  /// RFC 1035, as text.
  private static final int LONGEST_DOMAIN = 253;

  /// Any text, taken as it is.
  public static Format<String> text(String allowed) {
    return new Format<>(allowed, text -> text);
  }

  /// A whole number between two others, both inclusive.
  public static Format<Integer> number(int least, int most) {
    String allowed = "a whole number from " + least + " to " + most;
    return new Format<>(
        allowed,
        text -> {
          // At most nine digits, so that every one of them is an int.
          int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
          if (number < least || number > most) {
            throw wrong(allowed, text);
          }
          return number;
        });
  }

  /// Addresses and blocks of addresses, with commas between them.
  public static Format<List<AddressBlock>> addressBlocks() {
    String allowed = "addresses like `10.0.0.7` or blocks like `10.0.0.0/8`, with commas between";
    return new Format<>(
        allowed,
        text -> {
          try {
            return Arrays.stream(text.split(",", -1)).map(AddressBlock::parse).toList();
          } catch (InvalidValueException notOne) {
            throw wrong(allowed, text);
          }
        });
  }

  /// Calling codes, with commas between them.
  public static Format<List<String>> callingCodes() {
    String allowed = "calling codes like `+49` or `+1`, with commas between";
    return new Format<>(
        allowed,
        text -> {
          List<String> codes = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
          // A settings file may take a number for one, without its sign.
          if (!codes.stream().allMatch(code -> code.matches("\\+?[1-9][0-9]{0,14}"))) {
            throw wrong(allowed, text);
          }
          return codes.stream().map(code -> "+" + code.replace("+", "")).distinct().toList();
        });
  }

  /// Yes or no.
  public static Format<Boolean> trueOrFalse() {
    return oneOf("`true` or `false`", Map.of("true", true, "false", false));
  }

  /// One of some words, in any case.
  public static <T> Format<T> oneOf(String allowed, Map<String, T> words) {
    return new Format<>(
        allowed,
        text -> {
          T chosen = words.get(text.toLowerCase(Locale.ROOT));
          if (chosen == null) {
            throw wrong(allowed, text);
          }
          return chosen;
        });
  }

  /// The name or address of a computer, without a port.
  public static Format<String> computer(String allowed) {
    return new Format<>(
        allowed,
        text -> {
          boolean name = text.matches("[\\p{L}\\p{N}._-]+");
          if (!name && !text.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%\\w+)?")) {
            throw wrong(allowed, text);
          }
          return text;
        });
  }

  /// A domain name for which a certificate can be had: not an address, with a dot, and in ASCII.
  public static Format<String> domain() {
    String allowed = "a domain name like `meet.example.org` (not an IP address)";
    return new Format<>(
        allowed,
        text -> {
          String name = ascii(text).toLowerCase(Locale.ROOT);
          boolean isDomain =
              name.length() <= LONGEST_DOMAIN
                  && name.matches(
                      "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
          if (!isDomain) {
            throw wrong(allowed, text);
          }
          return name;
        });
  }

  /// Returns a name with letters of any language as DNS has it (RFC 5890); empty if it is none.
  private static String ascii(String name) {
    try {
      return IDN.toASCII(name);
    } catch (IllegalArgumentException noName) {
      return "";
    }
  }

  /// The JDBC URL of a database that Meetwright runs on. What a wrong one holds after its scheme
  /// may be a password and is not shown.
  public static Format<String> jdbcUrl() {
    return new Format<>(
        "a JDBC URL that begins with `jdbc:h2:` or `jdbc:postgresql:`",
        text -> {
          DatabaseKind.of(text);
          return text;
        });
  }

  /// An http or https URL; a slash at its end is taken off.
  public static Format<URI> webAddress() {
    String allowed = "an address like `https://meet.example.org`";
    return new Format<>(
        allowed,
        text -> {
          try {
            URI uri = URI.create(text.replaceFirst("/+$", ""));
            if (isWebAddress(uri)) {
              return uri;
            }
          } catch (IllegalArgumentException notAUri) {
            // Said below.
          }
          throw wrong(allowed, text);
        });
  }

  private static boolean isWebAddress(URI uri) {
    return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
        && uri.getHost() != null
        && uri.getUserInfo() == null
        && uri.getQuery() == null
        && uri.getFragment() == null;
  }

  /// Where a gateway is. What a wrong one holds may be a password and is not shown.
  public static Format<HttpUrl> gatewayUrl() {
    String allowed = "an http or https URL without credentials and fragment";
    return new Format<>(
        allowed,
        text -> {
          try {
            return HttpUrl.of(text);
          } catch (InvalidValueException secret) {
            throw new InvalidValueException("", "must be " + allowed);
          }
        });
  }

  /// A header of a request. What a wrong one holds may be a password and is not shown.
  public static Format<String> header() {
    String allowed = "a header like `Authorization: Bearer SECRET`";
    return new Format<>(
        allowed,
        text -> {
          if (!isHeader(text)) {
            throw new InvalidValueException("", "must be " + allowed.replace("`", ""));
          }
          return text;
        });
  }

  /// Returns whether a text is a header that may be added to a request: those that frame the
  /// request may not.
  public static boolean isHeader(String text) {
    return text.matches(
        "(?i)(?!(host|connection|content-length|transfer-encoding|expect|te|trailer|upgrade):)"
            + "[a-z0-9!#$%&'*+.^_`|~-]+:[ \\t]*[!-~]([ -~]*[!-~])?[ \\t]*");
  }

  /// The JSON that a gateway is sent. What a wrong one holds may be a password and is not shown.
  public static Format<JsonTemplate> smsTemplate() {
    String allowed = "a JSON object with `${to}` and `${text}` in strings, and `${id}` if you like";
    return new Format<>(
        allowed,
        text -> {
          try {
            JsonTemplate template = JsonTemplate.of(text);
            Set<String> places = template.places();
            if (places.containsAll(Set.of("to", "text"))
                && Set.of("to", "text", "id").containsAll(places)) {
              return template;
            }
          } catch (IllegalArgumentException notJson) {
            // Said below.
          }
          throw new InvalidValueException("", "must be " + allowed.replace("`", ""));
        });
  }

  /// An e-mail address.
  public static Format<EmailAddress> email() {
    return new Format<>("an e-mail address like `ada@example.org`", EmailAddress::new);
  }

  /// The absolute path of a file.
  public static Format<Path> file() {
    String allowed = "the absolute path of a file";
    return new Format<>(
        allowed,
        text -> {
          try {
            Path path = Path.of(text);
            if (path.isAbsolute()) {
              return path;
            }
          } catch (InvalidPathException notAPath) {
            // Said below.
          }
          throw wrong(allowed, text);
        });
  }

  private static InvalidValueException wrong(String allowed, String text) {
    return new InvalidValueException(
        "", "must be " + allowed.replace("`", "") + ", not " + InvalidValueException.shown(text));
  }
}
