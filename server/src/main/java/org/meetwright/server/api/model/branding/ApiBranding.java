package org.meetwright.server.api.model.branding;

import org.jspecify.annotations.Nullable;

/// The branding of a host's pages, as the API shows it.
///
/// @param color `#rrggbb`; null for the usual one
/// @param logoUrl where his logo is; null if he has none
public record ApiBranding(@Nullable String color, @Nullable String logoUrl) {
  /// All of it, as it is exported.
  ///
  /// @param logoType the media type of the logo; null if there is none
  /// @param logo its bytes in base64; null if there is none
  public record Export(@Nullable String color, @Nullable String logoType, @Nullable String logo) {}
}
