package org.meetwright.server.mail;

import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import org.meetwright.core.outbox.Delivery.PermanentFailure;
import org.meetwright.core.value.EmailAddress;

/// Writes addresses as every mail server takes them: in ASCII.
final class MailAddresses {
  private MailAddresses() {}

  /// Returns the address with a name beside it. A domain outside ASCII becomes its `xn--` form (RFC
  /// 5891).
  ///
  /// @param name may be empty
  /// @throws PermanentFailure if the part before the `@` is not ASCII, which only few servers can
  ///   deliver to (RFC 6531); the message does not repeat the address
  static InternetAddress of(EmailAddress address, String name) throws PermanentFailure {
    InternetAddress written = new InternetAddress();
    written.setAddress(ascii(address));
    try {
      String line = name.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
      written.setPersonal(line.isEmpty() ? null : line, StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
    return written;
  }

  private static String ascii(EmailAddress address) throws PermanentFailure {
    int at = address.value().indexOf('@');
    String local = address.value().substring(0, at);
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(local)) {
      throw new PermanentFailure(
          "The address has letters outside ASCII before the @; such mail cannot be sent yet."
              + " Ask for another address.",
          null);
    }
    return local + "@" + domain(address);
  }

  /// Returns the domain of an address, in ASCII.
  ///
  /// @throws PermanentFailure if it has no such form
  static String domain(EmailAddress address) throws PermanentFailure {
    String domain = address.value().substring(address.value().indexOf('@') + 1);
    try {
      return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException wrong) {
      throw new PermanentFailure(
          "The address has a domain that cannot be written in ASCII.", wrong);
    }
  }
}
