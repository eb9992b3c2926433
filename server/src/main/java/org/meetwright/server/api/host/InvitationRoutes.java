package org.meetwright.server.api.host;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.meetwright.core.access.Caller;
import org.meetwright.core.account.invitation.HostInvitation;
import org.meetwright.core.account.invitation.HostInvitations;
import org.meetwright.core.account.invitation.HostInvitations.Invited;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Role;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.TimeZones;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.ProblemException.Code;
import org.meetwright.server.api.exchange.Times;
import org.meetwright.server.api.model.host.InvitationRequest;

/// The route with which an admin invites someone to become a host.
public final class InvitationRoutes implements HttpService {
  private final HostInvitations invitations;
  private final Authentication authentication;

  /// Creates the routes.
  public InvitationRoutes(HostInvitations invitations, Authentication authentication) {
    this.invitations = invitations;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.post("/", this::invite);
  }

  private void invite(ServerRequest request, ServerResponse response) {
    Caller caller = authentication.caller(request);
    Host admin = caller.host();
    if (admin.role() != Role.ADMIN) {
      throw ProblemException.of(
          Code.FORBIDDEN,
          "Only an admin may invite hosts; ask one, or whoever runs meetwright host invite.");
    }
    Fields body = Json.body(request).only(InvitationRequest.class);
    HostInvitation made =
        invitations.invite(
            caller,
            new Invited(
                new EmailAddress(body.text("email")),
                body.optionalText("handle").map(Handle::new).orElse(null),
                body.text("name", ""),
                body.optionalText("timeZone")
                    .map(zone -> TimeZones.parse("timeZone", zone))
                    .orElse(null),
                body.optionalText("locale")
                    .map(tag -> Times.locale("locale", tag))
                    .orElse(admin.locale())));
    response.status(Status.CREATED_201);
    Json.send(response, HostTranslation.toApi(made));
  }
}
