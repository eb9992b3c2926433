package org.meetwright.server.api;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.meetwright.core.Core;
import org.meetwright.server.api.absence.AbsenceTranslation;
import org.meetwright.server.api.access.AccessTranslation;
import org.meetwright.server.api.booking.BookingTranslation;
import org.meetwright.server.api.bookinglink.BookingLinkTranslation;
import org.meetwright.server.api.branding.BrandingTranslation;
import org.meetwright.server.api.busy.BusyTimeTranslation;
import org.meetwright.server.api.calendar.CalendarItemExport;
import org.meetwright.server.api.calendar.CalendarTranslation;
import org.meetwright.server.api.eventtype.EventTypeTranslation;
import org.meetwright.server.api.exchange.ExportPart;
import org.meetwright.server.api.export.ArchiveExport;
import org.meetwright.server.api.export.BookingExport;
import org.meetwright.server.api.feed.FeedTranslation;
import org.meetwright.server.api.host.HostTranslation;
import org.meetwright.server.api.schedule.ScheduleTranslation;
import org.meetwright.server.api.team.TeamTranslation;
import org.meetwright.server.api.webhook.WebhookTranslation;

/// The parts that the rooms contribute to the export of a host.
public final class ExportParts {
  private ExportParts() {}

  /// Wires them, in the order of the document.
  ///
  /// @param publicUrl the server's address, for links; without a slash at the end
  public static List<ExportPart> of(Core core, Supplier<URI> publicUrl) {
    return List.of(
        HostTranslation.exported(core.emailChanges(), core.hostLinks()),
        BrandingTranslation.exported(core.brandings()),
        ScheduleTranslation.exported(core.schedules()),
        EventTypeTranslation.exported(core.eventTypes(), core.teams()),
        BookingLinkTranslation.exported(core.bookingLinks()),
        TeamTranslation.exported(core.teams(), core.hosts()),
        TeamTranslation.exported(core.memberships()),
        BusyTimeTranslation.exported(core.busyTimes()),
        AbsenceTranslation.exported(core.absences()),
        WebhookTranslation.exported(core.webhooks()),
        FeedTranslation.exported(core.feeds()),
        CalendarTranslation.exported(core.calendarConnections()),
        new CalendarItemExport(core.database(), core.calendarConnections()),
        CalendarTranslation.exported(core.writtenMeetings()),
        CalendarTranslation.exported(core.calendarConnections(), core.calendarProblems()),
        AccessTranslation.exported(core.access()),
        BookingTranslation.exported(core.confirmations()),
        new BookingExport(core.bookings(), core.manageLinks(), publicUrl),
        new ArchiveExport(core.archive()));
  }
}
