package org.meetwright.core;

import java.util.List;
import org.meetwright.core.absence.AbsenceTraces;
import org.meetwright.core.access.AccessTraces;
import org.meetwright.core.access.signin.SignInTraces;
import org.meetwright.core.account.AccountTraces;
import org.meetwright.core.account.invitation.HostInvitationTraces;
import org.meetwright.core.alias.AliasTraces;
import org.meetwright.core.booking.wish.WishTraces;
import org.meetwright.core.branding.BrandingTraces;
import org.meetwright.core.busy.BusyTraces;
import org.meetwright.core.calendar.CalendarTraces;
import org.meetwright.core.calendar.meeting.MeetingEventTraces;
import org.meetwright.core.email.EmailTraces;
import org.meetwright.core.erasure.ArchiveTraces;
import org.meetwright.core.erasure.BookingTraces;
import org.meetwright.core.eventtype.EventTypeTraces;
import org.meetwright.core.feed.FeedTraces;
import org.meetwright.core.host.HostTraces;
import org.meetwright.core.imports.ImportTraces;
import org.meetwright.core.news.NewsTraces;
import org.meetwright.core.outbox.OutboxTraces;
import org.meetwright.core.schedule.ScheduleTraces;
import org.meetwright.core.team.TeamTraces;
import org.meetwright.core.traces.Traces;
import org.meetwright.core.webhook.WebhookTraces;

/// Lists the personal data that the rooms keep.
public final class RoomTraces {
  /// All of them; what others rest on comes after them.
  public static final List<Traces> ALL =
      List.of(
          new OutboxTraces(),
          new EmailTraces(),
          new WishTraces(),
          new AccountTraces(),
          new HostInvitationTraces(),
          new TeamTraces(),
          new AccessTraces(),
          new SignInTraces(),
          new MeetingEventTraces(),
          new BusyTraces(),
          new CalendarTraces(),
          new AbsenceTraces(),
          new WebhookTraces(),
          new FeedTraces(),
          new NewsTraces(),
          new AliasTraces(),
          new ImportTraces(),
          new EventTypeTraces(),
          new ScheduleTraces(),
          new BrandingTraces(),
          new ArchiveTraces(),
          new BookingTraces(),
          new HostTraces());

  private RoomTraces() {}
}
