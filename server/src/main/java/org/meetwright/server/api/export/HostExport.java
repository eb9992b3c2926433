package org.meetwright.server.api.export;

import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.Core;
import org.meetwright.core.access.Scope;
import org.meetwright.core.account.EmailChanges.PendingEmail;
import org.meetwright.core.archive.Archive.Archived;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.api.access.AccessTranslation;
import org.meetwright.server.api.booking.BookingTranslation;
import org.meetwright.server.api.bookinglink.BookingLinkTranslation;
import org.meetwright.server.api.branding.BrandingTranslation;
import org.meetwright.server.api.busy.BusyTimeTranslation;
import org.meetwright.server.api.eventtype.Assignments;
import org.meetwright.server.api.eventtype.EventTypeTranslation;
import org.meetwright.server.api.host.HostTranslation;
import org.meetwright.server.api.schedule.ScheduleTranslation;
import org.meetwright.server.api.team.TeamTranslation;
import org.meetwright.server.api.webhook.WebhookTranslation;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes everything that is kept about a host as one JSON document, page by page, so that a long
/// history needs no more memory than a short one. Secrets are not in it: of passwords and tokens
/// only hashes are kept, and those of webhooks are left out.
public final class HostExport {
  /// What is in memory at a time: each may have as many bytes as a request.
  private static final int PAGE = 20;

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final Core core;
  private final Supplier<URI> publicUrl;

  /// Creates the export.
  ///
  /// @param publicUrl the server's address, for links; without a slash at the end
  public HostExport(Core core, Supplier<URI> publicUrl) {
    this.core = core;
    this.publicUrl = publicUrl;
  }

  /// Writes the document. The stream stays open.
  ///
  /// @param scopes of whoever reads it: who may not change anything is told no manage links
  public void write(Host host, Set<Scope> scopes, OutputStream out) {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writePOJOProperty("exportedAt", core.clock().instant());
      json.writePOJOProperty("host", HostTranslation.me(host, pendingEmail(host)));
      json.writePOJOProperty("branding", BrandingTranslation.kept(host.id(), core.brandings()));
      writeSettings(host, json);
      writeAccess(host, json);
      json.writePOJOProperty(
          "confirmations",
          core.confirmations().waiting(host.id()).stream().map(BookingTranslation::toApi).toList());
      writeBookings(host, scopes, json);
      writeArchive(host, json);
      json.writeEndObject();
    }
  }

  private @Nullable EmailAddress pendingEmail(Host host) {
    return core.emailChanges().pending(host.id()).map(PendingEmail::email).orElse(null);
  }

  private void writeSettings(Host host, JsonGenerator json) {
    Assignments assignments = new Assignments(core.teams());
    json.writePOJOProperty(
        "schedules",
        core.schedules().list(host.id()).stream().map(ScheduleTranslation::toApi).toList());
    json.writePOJOProperty(
        "eventTypes",
        core.eventTypes().list(host.id()).stream()
            .map(type -> EventTypeTranslation.toApi(type, assignments))
            .toList());
    json.writePOJOProperty(
        "bookingLinks",
        core.bookingLinks().list(host.id()).stream()
            .map(link -> BookingLinkTranslation.toApi(link, null))
            .toList());
    json.writePOJOProperty(
        "teams",
        core.teams().list(host.id()).stream()
            .map(team -> TeamTranslation.toApi(team, core.hosts()))
            .toList());
    json.writePOJOProperty(
        "memberships",
        core.memberships().list(host.id()).stream().map(TeamTranslation::toApi).toList());
    json.writePOJOProperty(
        "busyTimes",
        core.busyTimes().list(host.id(), null, null, Integer.MAX_VALUE).stream()
            .map(BusyTimeTranslation::toApi)
            .toList());
    json.writePOJOProperty(
        "webhooks",
        core.webhooks().list(host.id()).stream().map(WebhookTranslation::toApi).toList());
  }

  private void writeAccess(Host host, JsonGenerator json) {
    json.writePOJOProperty(
        "sessions",
        core.access().sessions().list(host.id()).stream()
            .map(session -> AccessTranslation.toApi(session, null))
            .toList());
    json.writePOJOProperty(
        "tokens",
        core.access().tokens().list(host.id()).stream()
            .map(token -> AccessTranslation.toApi(token, null))
            .toList());
  }

  private void writeBookings(Host host, Set<Scope> scopes, JsonGenerator json) {
    json.writeArrayPropertyStart("bookings");
    Bookings.@Nullable Position after = null;
    do {
      Bookings.Page page = core.bookings().list(BookingFilter.ofHost(host.id()), after, PAGE);
      for (Booking booking : page.bookings()) {
        URI manageUrl =
            scopes.contains(Scope.WRITE)
                ? core.manageLinks().link(publicUrl.get(), booking.id())
                : null;
        json.writePOJO(
            BookingTranslation.toApi(booking, manageUrl)
                .withHistory(BookingTranslation.toApi(core.bookings().history(booking.id()))));
      }
      after = page.next();
    } while (after != null);
    json.writeEndArray();
  }

  private void writeArchive(Host host, JsonGenerator json) {
    json.writeArrayPropertyStart("archivedMeetings");
    @Nullable Archived after = null;
    List<Archived> page;
    do {
      page = core.archive().list(host.id(), after, PAGE);
      page.forEach(meeting -> json.writeRawValue(meeting.document()));
      after = page.isEmpty() ? after : page.getLast();
    } while (!page.isEmpty());
    json.writeEndArray();
  }
}
