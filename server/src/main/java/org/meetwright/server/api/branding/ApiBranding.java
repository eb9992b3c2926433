package org.meetwright.server.api.branding;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.branding.Branding;
import org.meetwright.core.branding.Brandings;
import org.meetwright.core.branding.Logo;

/// How a host's pages look, as the API tells it.
///
/// @param color `#rrggbb`; null for the usual one
/// @param logoUrl where his logo is; null if he has none
public record ApiBranding(@Nullable String color, @Nullable String logoUrl) {

  /// Returns how the API tells it.
  static ApiBranding of(Branding branding, URI publicUrl) {
    String logo = branding.logoHash();
    return new ApiBranding(
        branding.color(), logo == null ? null : publicUrl + "/assets/logo-" + logo);
  }

  /// All of it, as it is exported.
  ///
  /// @param logoType the media type of the logo; null if there is none
  /// @param logo its bytes in base64; null if there is none
  public record Kept(@Nullable String color, @Nullable String logoType, @Nullable String logo) {
    /// Returns what is kept about a host.
    public static Kept of(UUID hostId, Brandings brandings) {
      Branding branding = brandings.of(hostId);
      String hash = branding.logoHash();
      Logo logo = hash == null ? null : brandings.logo(hash).orElse(null);
      return new Kept(
          branding.color(), logo == null ? null : logo.type(), logo == null ? null : logo.base64());
    }
  }
}
