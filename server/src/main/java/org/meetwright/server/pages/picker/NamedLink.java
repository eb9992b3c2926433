package org.meetwright.server.pages.picker;

import java.net.URI;
import java.net.URISyntaxException;
import org.meetwright.core.value.EmailAddress;

/// A way on.
///
/// @param label where it leads
public record NamedLink(String label, String href) {
  /// The way to a field, with what is wrong there.
  ///
  /// @param label what the field is called, perhaps a question
  public static NamedLink toField(String id, String label, String error) {
    return new NamedLink(
        label + (label.matches("(?s).*[?!:.\uFF1F\u061F]\\s*") ? " " : ": ") + error, "#" + id);
  }

  /// The way to someone's mailbox.
  public static NamedLink to(EmailAddress address) {
    try {
      return new NamedLink(
          address.value(), new URI("mailto", address.value(), null).toASCIIString());
    } catch (URISyntaxException everyAddressFits) {
      throw new IllegalStateException(everyAddressFits);
    }
  }
}
