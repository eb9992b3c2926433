package org.meetwright.core.value;

import static org.meetwright.core.value.InvalidValueException.shown;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a webhook is: an http or https URL with a host, without credentials and fragment, at most
/// 2000 characters. Whether it may be connected to is not said by that.
///
/// @param uri in ASCII
public record HttpUrl(URI uri) {
  /// How long an address may be, in characters.
  public static final int LONGEST = 2000;

  private static final int LARGEST_PORT = 65_535;
  private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9a-fA-F]*)\\.?");
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  private static final String EXAMPLE = " like https://example.org/hook, not ";

  /// Creates the URL.
  ///
  /// @throws InvalidValueException (field `url`) naming the rule, if it is not such a URL
  public HttpUrl {
    uri = URI.create(uri.toASCIIString());
    // Credentials are not repeated.
    if (uri.getRawUserInfo() != null || String.valueOf(uri.getRawAuthority()).contains("@")) {
      throw wrong("must not hold credentials; check the signature of what comes instead");
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!uri.isAbsolute() || !(scheme.equals("http") || scheme.equals("https"))) {
      throw wrong("must be an absolute http or https URL" + EXAMPLE + shown(uri));
    }
    if (!isHost(uri.getHost()) || uri.getPort() == 0 || uri.getPort() > LARGEST_PORT) {
      throw wrong(
          "must have a host name, a dotted IPv4 address or an IPv6 address in brackets"
              + EXAMPLE
              + shown(uri));
    }
    if (uri.getRawFragment() != null) {
      throw wrong("must not have a fragment (what begins with #), as " + shown(uri) + " has");
    }
    if (uri.toString().length() > LONGEST) {
      throw wrong("must be at most " + LONGEST + " characters long");
    }
  }

  /// Reads a URL.
  ///
  /// @throws InvalidValueException (field `url`) naming the rule, if it is not fit for a webhook
  public static HttpUrl of(String text) {
    try {
      return new HttpUrl(URI.create(text.strip()));
    } catch (InvalidValueException wrong) {
      throw wrong;
    } catch (IllegalArgumentException notAUri) {
      throw wrong(
          "must be an absolute http or https URL"
              + EXAMPLE
              + (text.contains("@") ? "this" : shown(text)));
    }
  }

  /// Some programs read `2130706433`, `0x7f.1` and `0177.0.0.1` as 127.0.0.1, others do not: a host
  /// that ends in a number must be the usual form of an IPv4 address.
  private static boolean isHost(@Nullable String host) {
    return host != null && (!NUMERIC.matcher(host).matches() || IPV4.matcher(host).matches());
  }

  private static InvalidValueException wrong(String message) {
    return new InvalidValueException("url", message);
  }

  /// Returns the host: a name, a dotted IPv4 address, or an IPv6 address without brackets.
  public String host() {
    String host = uri.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /// Returns whether it is https.
  public boolean isSecure() {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  /// Returns the port, 1 to 65535.
  public int port() {
    if (uri.getPort() > 0) {
      return uri.getPort();
    }
    return isSecure() ? 443 : 80;
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
