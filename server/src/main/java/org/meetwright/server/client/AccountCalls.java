package org.meetwright.server.client;

import org.meetwright.server.api.model.branding.ApiBranding;
import org.meetwright.server.api.model.branding.BrandingRequest;
import org.meetwright.server.api.model.host.ApiMe;
import org.meetwright.server.api.model.host.MeRequest;
import org.meetwright.server.client.call.Call;
import org.meetwright.server.client.call.Exchange;

/// What a host says about himself, how his pages look, and all that is kept about him.
public final class AccountCalls {
  private final Exchange exchange;

  AccountCalls(Exchange exchange) {
    this.exchange = exchange;
  }

  /// Returns the host.
  public ApiMe getMe() {
    return exchange.send(Call.of("GET /api/v1/me"), ApiMe.class);
  }

  /// Changes what he says about himself.
  public ApiMe changeMe(MeRequest request) {
    return exchange.send(Call.of("PATCH /api/v1/me"), request, ApiMe.class);
  }

  /// Gives up a change of the e-mail address.
  public void deletePendingEmail() {
    exchange.answer(Call.of("DELETE /api/v1/me/pending-email"));
  }

  /// Returns how his pages look.
  public ApiBranding getBranding() {
    return exchange.send(Call.of("GET /api/v1/me/branding"), ApiBranding.class);
  }

  /// Changes the colour.
  public ApiBranding changeBranding(BrandingRequest request) {
    return exchange.send(Call.of("PATCH /api/v1/me/branding"), request, ApiBranding.class);
  }

  /// Sets the logo.
  ///
  /// @param type image/png, image/jpeg or image/webp
  public ApiBranding putLogo(String type, byte[] logo) {
    return exchange.read(
        exchange.upload(Call.of("PUT /api/v1/me/logo"), type, logo).body(), ApiBranding.class);
  }

  /// Removes the logo.
  public ApiBranding deleteLogo() {
    return exchange.send(Call.of("DELETE /api/v1/me/logo"), ApiBranding.class);
  }

  /// Returns all that is kept about the host, one JSON document in UTF-8.
  public byte[] export() {
    return exchange.answer(Call.of("GET /api/v1/export")).body();
  }
}
