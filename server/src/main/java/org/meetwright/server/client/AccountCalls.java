package org.meetwright.server.client;

import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.branding.ApiBranding;
import org.meetwright.server.api.model.branding.BrandingRequest;
import org.meetwright.server.api.model.host.ApiInvitation;
import org.meetwright.server.api.model.host.ApiMe;
import org.meetwright.server.api.model.host.InvitationRequest;
import org.meetwright.server.api.model.host.MeRequest;
import org.meetwright.server.api.model.news.ApiHostProblem;
import org.meetwright.server.api.model.news.ApiNotification;
import org.meetwright.server.api.model.news.ReadRequest;
import org.meetwright.server.client.call.ApiExchange;
import org.meetwright.server.client.call.Call;

/// What a host says about himself, how his pages look, and all that is kept about him.
public final class AccountCalls {
  private final ApiExchange exchange;

  AccountCalls(ApiExchange exchange) {
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

  /// Invites someone to become a host, as an admin.
  public ApiInvitation invite(InvitationRequest request) {
    return exchange.send(Call.of("POST /api/v1/invitations"), request, ApiInvitation.class);
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

  /// Listens to what happens to the host: server-sent events, until the stream is closed or ends.
  ///
  /// @param lastEventId the id of the last event that was read; null to begin now
  public InputStream listenToEvents(@Nullable String lastEventId) {
    return exchange.listen(Call.of("GET /api/v1/events").header("Last-Event-ID", lastEventId));
  }

  /// Returns a page of notifications, the latest first.
  ///
  /// @param limit how many at most; null for as many as usual
  /// @param cursor where the page begins; null for the first
  public ApiNotification.Listing listNotifications(
      @Nullable Integer limit, @Nullable String cursor) {
    return exchange.send(
        Call.of("GET /api/v1/notifications").query("limit", limit).query("cursor", cursor),
        ApiNotification.Listing.class);
  }

  /// Marks notifications as read.
  public ApiNotification.Unread markNotificationsRead(ReadRequest request) {
    return exchange.send(
        Call.of("POST /api/v1/notifications/read"), request, ApiNotification.Unread.class);
  }

  /// Returns what does not work for the host, what began last first.
  public List<ApiHostProblem> listProblems() {
    return exchange.send(Call.of("GET /api/v1/problems"), ApiHostProblem.Listing.class).problems();
  }
}
