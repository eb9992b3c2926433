package org.meetwright.server.mail.sending;

import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import org.meetwright.core.outbox.Delivery.PermanentFailure;
import org.meetwright.core.value.EmailAddress;

/// Writes addresses for mail servers: in ASCII wherever that is possible.
public final class MailAddresses {
  private MailAddresses() {}

  /// An address with a name that is shown as it was typed.
  private static final class Named extends InternetAddress {
    private static final long serialVersionUID = 1;

    Named(String address, String name) {
      this.address = address;
      if (!name.isEmpty()) {
        this.personal = name;
        this.encodedPersonal = EncodedWords.of(name);
      }
    }

    @Override
    public Named clone() {
      return (Named) super.clone();
    }
  }

  /// Returns the address with a name beside it. A domain outside ASCII becomes its `xn--` form (RFC
  /// 5891). A part before the `@` outside ASCII stays: only a server that offers SMTPUTF8 (RFC
  /// 6531) can take it.
  ///
  /// @param name may be empty
  /// @throws PermanentFailure if the domain has no form in ASCII; the message does not repeat the
  ///   address
  public static InternetAddress of(EmailAddress address, String name) throws PermanentFailure {
    return new Named(
        address.localPart() + "@" + domain(address),
        name.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " "));
  }

  /// Returns whether any mail server can take the address.
  static boolean isAscii(InternetAddress address) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(address.getAddress());
  }

  /// Returns the domain of an address, in ASCII.
  ///
  /// @throws PermanentFailure if it has no such form
  public static String domain(EmailAddress address) throws PermanentFailure {
    try {
      return address.asciiDomain();
    } catch (IllegalArgumentException wrong) {
      throw new PermanentFailure(
          "The address has a domain that cannot be written in ASCII.", wrong);
    }
  }
}
