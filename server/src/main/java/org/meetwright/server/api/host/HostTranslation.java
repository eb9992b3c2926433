package org.meetwright.server.api.host;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.account.EmailChanges;
import org.meetwright.core.account.EmailChanges.PendingEmail;
import org.meetwright.core.account.invitation.HostInvitation;
import org.meetwright.core.host.Host;
import org.meetwright.core.hostlink.HostLinks;
import org.meetwright.core.hostlink.MailActions;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.server.api.exchange.ExportPart;
import org.meetwright.server.api.model.host.ApiHost;
import org.meetwright.server.api.model.host.ApiHostName;
import org.meetwright.server.api.model.host.ApiInvitation;
import org.meetwright.server.api.model.host.ApiMe;

/// Translates hosts to the API.
public final class HostTranslation {
  private HostTranslation() {}

  /// Returns the name of a host.
  public static ApiHostName name(Host host) {
    return new ApiHostName(host.handle().value(), host.name());
  }

  /// Returns how the API tells a host to himself.
  ///
  /// @param pendingEmail null if none waits
  public static ApiMe me(Host host, @Nullable EmailAddress pendingEmail, MailActions mailActions) {
    return new ApiMe(
        host.id(),
        host.handle().value(),
        host.name(),
        host.email().value(),
        pendingEmail == null ? null : pendingEmail.value(),
        host.timeZone().getId(),
        host.locale().toLanguageTag(),
        role(host),
        host.limits().maxMeetingsPerDay(),
        host.limits().maxMinutesPerDay(),
        mailActions.word());
  }

  /// Returns a host as it is shown to the operator of the server.
  public static ApiHost toApi(Host host) {
    return new ApiHost(
        host.id(),
        host.handle().value(),
        host.name(),
        host.email().value(),
        host.timeZone().getId(),
        host.locale().toLanguageTag(),
        role(host),
        host.active());
  }

  /// Returns how the API tells an invitation to an admin. The link is only mailed.
  public static ApiInvitation toApi(HostInvitation invitation) {
    Handle handle = invitation.handle();
    ZoneId zone = invitation.timeZone();
    return new ApiInvitation(
        invitation.id(),
        invitation.email().value(),
        handle == null ? null : handle.value(),
        invitation.name(),
        zone == null ? null : zone.getId(),
        invitation.locale().toLanguageTag(),
        invitation.expiresAt());
  }

  private static String role(Host host) {
    return host.role().name().toLowerCase(Locale.ROOT);
  }

  /// Returns who a host is, for the export.
  public static ExportPart exported(EmailChanges changes, HostLinks hostLinks) {
    return ExportPart.of(
        "host",
        host ->
            me(
                host,
                changes.pending(host.id()).map(PendingEmail::email).orElse(null),
                hostLinks.mailActions(host.id())));
  }
}
