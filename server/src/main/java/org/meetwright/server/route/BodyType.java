package org.meetwright.server.route;

import java.util.Locale;
import java.util.Set;

/// The media type that the body of a request must have. Pages of other sites can send forms and
/// plain text to any address with no question asked before; programs never need to send either.
public enum BodyType {
  /// `application/json`, or a type made of it, such as `application/merge-patch+json`.
  JSON("application/json"),
  /// A picture. Its bytes tell which; so any type will do, but those of forms.
  PICTURE("image/png, image/jpeg or image/webp"),
  /// A form.
  FORM("application/x-www-form-urlencoded"),
  /// A form with a file.
  UPLOAD("multipart/form-data");

  private static final Set<String> OF_ANY_SITE =
      Set.of("", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data");

  private final String usual;

  BodyType(String usual) {
    this.usual = usual;
  }

  /// Returns what to send instead, for messages.
  String usual() {
    return usual;
  }

  /// Returns whether a header `Content-Type` names such a type.
  ///
  /// @param header empty if there is none
  boolean accepts(String header) {
    String type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (this) {
      case JSON -> type.equals(usual) || type.matches("application/[a-z0-9.!#$&^_-]+\\+json");
      case PICTURE -> !OF_ANY_SITE.contains(type) && type.matches("[a-z]+/[a-z0-9.+-]+");
      case FORM, UPLOAD -> type.equals(usual);
    };
  }
}
