package org.meetwright.server.calendar.google;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.oauth.AccessTokens;
import org.meetwright.core.calendar.remote.oauth.AuthorizationServer;
import org.meetwright.core.calendar.remote.oauth.OAuthProvider;
import org.meetwright.server.calendar.http.CalendarHttp;
import org.meetwright.server.calendar.oauth.AuthorizationEndpoints;
import org.meetwright.server.calendar.oauth.ConsentServer;
import org.meetwright.server.outgoing.RequestBounds;
import org.meetwright.server.outgoing.Targets;
import org.meetwright.server.settings.calendar.OAuthClient;

/// Speaks to Google Calendar.
public final class GoogleProvider implements OAuthProvider {
  private static final Duration TOKEN_LIMIT = Duration.ofSeconds(10);
  private static final int TOKEN_BYTES = 256 * 1024;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 10 * 1024 * 1024;
  private static final String SCOPE = "https://www.googleapis.com/auth/calendar.";

  private final GoogleEndpoints endpoints;
  private final AuthorizationServer consents;
  private final CalendarHttp http;

  /// Creates it.
  ///
  /// @param client as what Google knows this server
  public GoogleProvider(
      GoogleEndpoints endpoints, OAuthClient client, Targets targets, InstantSource clock) {
    this.endpoints = endpoints;
    this.http = new CalendarHttp(targets, new RequestBounds(LIMIT, MOST_BYTES, 0), clock);
    // access_type and prompt have Google hand out a refresh token, each time.
    AuthorizationEndpoints asked =
        new AuthorizationEndpoints(
            endpoints.page(),
            endpoints.token(),
            endpoints.revocation(),
            Set.of(SCOPE + "calendarlist.readonly", SCOPE + "events", SCOPE + "freebusy"),
            Set.of("openid", "email"),
            Map.of(
                "access_type", "offline", "prompt", "consent", "include_granted_scopes", "true"));
    this.consents =
        new ConsentServer(
            asked,
            client,
            new CalendarHttp(targets, new RequestBounds(TOKEN_LIMIT, TOKEN_BYTES, 0), clock));
  }

  @Override
  public ProviderKind kind() {
    return ProviderKind.GOOGLE;
  }

  @Override
  public AuthorizationServer authorizationServer() {
    return consents;
  }

  @Override
  public String address() {
    return endpoints.api();
  }

  @Override
  public RemoteAccount open(AccountAccess access, AccessTokens tokens) {
    return new GoogleAccount(new GoogleApi(http, endpoints.api(), tokens));
  }
}
