package org.meetwright.server.api.branding;

import java.net.URI;
import java.util.UUID;
import org.meetwright.core.branding.Branding;
import org.meetwright.core.branding.Brandings;
import org.meetwright.core.branding.Logo;
import org.meetwright.server.api.exchange.ExportPart;
import org.meetwright.server.api.model.branding.ApiBranding;

/// Translates the branding of pages to the API.
public final class BrandingTranslation {
  private BrandingTranslation() {}

  static ApiBranding toApi(Branding branding, URI publicUrl) {
    String logo = branding.logoHash();
    return new ApiBranding(
        branding.color(), logo == null ? null : publicUrl + "/assets/logo-" + logo);
  }

  /// Returns what is kept about a host.
  public static ApiBranding.Export kept(UUID hostId, Brandings brandings) {
    Branding branding = brandings.of(hostId);
    String hash = branding.logoHash();
    Logo logo = hash == null ? null : brandings.logo(hash).orElse(null);
    return new ApiBranding.Export(
        branding.color(), logo == null ? null : logo.type(), logo == null ? null : logo.base64());
  }

  /// Returns a host's branding, for the export.
  public static ExportPart exported(Brandings brandings) {
    return ExportPart.of("branding", host -> kept(host.id(), brandings));
  }
}
