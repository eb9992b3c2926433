package org.meetwright.server.invite;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.meetwright.core.value.EmailAddress;

/// Writes e-mail addresses as calendars want them (RFC 6068).
final class MailtoUris {
  private static final String LITERAL = "!$'*+-._~@";

  private MailtoUris() {}

  /// Returns the address as `mailto:`, with its domain in ASCII as in the headers of mail: programs
  /// compare both. What URIs don't allow is written as `%XX` of its UTF-8.
  static URI of(EmailAddress address) {
    String mail = address.localPart() + "@" + address.asciiDomain();
    StringBuilder uri = new StringBuilder("mailto:");
    for (byte octet : mail.getBytes(StandardCharsets.UTF_8)) {
      if (isLiteral(octet)) {
        uri.append((char) octet);
      } else {
        uri.append(String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
      }
    }
    return URI.create(uri.toString());
  }

  private static boolean isLiteral(byte octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= '0' && octet <= '9')
        || LITERAL.indexOf(octet) >= 0;
  }
}
