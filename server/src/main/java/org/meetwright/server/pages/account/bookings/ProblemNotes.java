package org.meetwright.server.pages.account.bookings;

import java.util.List;
import java.util.UUID;
import org.meetwright.core.problem.Problem;
import org.meetwright.core.problem.Problems;
import org.meetwright.server.pages.account.booking.OwnBookings;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.picker.NamedLink;

/// Says what does not work for a host, and where something can be done about it.
public record ProblemNotes(Problems problems) {
  private static final int MOST = 5;

  List<NamedLink> of(AccountRequest asked, UUID hostId) {
    return problems.of(hostId).stream()
        .map(problem -> note(asked, problem))
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static NamedLink note(AccountRequest asked, Problem problem) {
    return switch (problem.code()) {
      case WEBHOOK_OFF, WEBHOOK_FAILING ->
          link(
              asked,
              "webhook",
              problem,
              AccountSection.WEBHOOKS.path() + "/" + problem.subjectId());
      case MESSAGE_GIVEN_UP, MESSAGE_DELAYED, MAIL_REFUSED ->
          link(asked, "message", problem, OwnBookings.path(problem.subjectId()));
      case CALENDAR_COLLISION -> link(asked, "collision", problem, AccountSection.CALENDARS.path());
      case CALENDAR_EVENT_CHANGED, CALENDAR_NOT_WRITTEN ->
          link(asked, "event", problem, AccountSection.CALENDARS.path());
      case CALENDAR_EVENTS_LEFT ->
          link(asked, "eventsLeft", problem, AccountSection.CALENDARS.path());
      case CALENDAR_SIGN_IN, CALENDAR_FAILING, CALENDAR_DOUBTED ->
          link(asked, "calendar", problem, AccountSection.CALENDARS.path());
    };
  }

  private static NamedLink link(AccountRequest asked, String key, Problem problem, String path) {
    return new NamedLink(asked.words().get("problems." + key, problem.detail()), asked.link(path));
  }
}
