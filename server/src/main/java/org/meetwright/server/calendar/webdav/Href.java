package org.meetwright.server.calendar.webdav;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.meetwright.core.value.HttpUrl;

/// Writes addresses in one way: servers write one and the same as `%C3%BC`, `%c3%bc`, `%40` or `@`.
public final class Href {
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/";

  private Href() {}

  /// Returns where an address leads that is in the answer of a server.
  ///
  /// @param base who answered
  /// @param href whole, or from the root, or beside the base
  /// @throws IllegalArgumentException if it leads nowhere, or from a safe connection to one that
  ///   others can read
  public static HttpUrl resolve(HttpUrl base, String href) {
    HttpUrl to = canonical(new HttpUrl(base.uri().resolve(encoded(href.strip()))));
    if (base.isSecure() && !to.isSecure()) {
      throw new IllegalArgumentException("From https to http");
    }
    return to;
  }

  /// Returns an address in the one way to write it, without its query.
  public static HttpUrl canonical(HttpUrl url) {
    URI uri = url.uri();
    int usual = url.isSecure() ? 443 : 80;
    String port = url.port() == usual ? "" : ":" + url.port();
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return HttpUrl.of(
        String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)
            + "://"
            + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT)
            + port
            + path(path));
  }

  /// Returns the path of an address in the one way to write it.
  public static String path(HttpUrl url) {
    return path(url.uri().getRawPath());
  }

  /// A slash or a percent sign that was escaped stays so: it means something else than a plain one.
  private static String path(String raw) {
    byte[] octets = raw.getBytes(StandardCharsets.UTF_8);
    StringBuilder path = new StringBuilder(raw.length());
    for (int i = 0; i < octets.length; i++) {
      int octet = octets[i] & 0xff;
      boolean escaped = isEscape(octets, i);
      if (escaped) {
        octet = HexFormat.fromHexDigits(new String(octets, i + 1, 2, StandardCharsets.US_ASCII));
        i += 2;
      }
      if (octet < 0x80 && PLAIN.indexOf(octet) >= 0 && !(escaped && octet == '/')) {
        path.append((char) octet);
      } else {
        escape(octet, path);
      }
    }
    return path.toString();
  }

  private static boolean isEscape(byte[] octets, int i) {
    return octets[i] == '%'
        && i + 2 < octets.length
        && HexFormat.isHexDigit(octets[i + 1])
        && HexFormat.isHexDigit(octets[i + 2]);
  }

  private static void escape(int octet, StringBuilder into) {
    into.append(String.format(Locale.ROOT, "%%%02X", octet));
  }

  /// Escapes what can't be in a URI at all, as some servers leave spaces and letters as they are.
  private static String encoded(String href) {
    StringBuilder encoded = new StringBuilder(href.length());
    for (byte signed : href.getBytes(StandardCharsets.UTF_8)) {
      int octet = signed & 0xff;
      if (octet < 0x80 && (PLAIN.indexOf(octet) >= 0 || "%?#[]".indexOf(octet) >= 0)) {
        encoded.append((char) octet);
      } else {
        escape(octet, encoded);
      }
    }
    return encoded.toString();
  }
}
