package org.meetwright.server.pages.account.notifications;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Caller;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.account.CalendarConnections;
import org.meetwright.core.news.NewsItem;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.Teams;
import org.meetwright.server.pages.account.notifications.NotificationsView.Row;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;

/// Says in a host's language what happened, and where it can be seen.
public record NotificationRows(Bookings bookings, Teams teams, CalendarConnections calendars) {
  /// What is said of a notification.
  ///
  /// @param path of the page about it; null if there is none
  private record Said(String text, @Nullable String path) {}

  Row row(AccountRequest asked, Caller caller, NewsItem item, boolean read) {
    Said said = said(asked, caller, item);
    String path = said.path();
    return new Row(
        said.text(),
        asked.written(item.at(), caller),
        path == null ? null : asked.link(path),
        read);
  }

  private Said said(AccountRequest asked, Caller caller, NewsItem item) {
    UUID id = item.subjectId();
    return switch (item.kind()) {
      case BOOKING_CREATED,
          BOOKING_REQUESTED,
          BOOKING_CONFIRMED,
          BOOKING_DECLINED,
          BOOKING_RESCHEDULED,
          BOOKING_CANCELLED,
          BOOKING_NO_SHOW,
          BOOKING_CHANGED ->
          booking(asked, caller, item.kind().word(), id);
      case MESSAGE_GIVEN_UP -> booking(asked, caller, "booking.message", id);
      case CALENDAR_COLLISION -> booking(asked, caller, "booking.collision", id);
      case CALENDAR_EVENT_CHANGED ->
          new Said(
              booking(asked, caller, "booking.event", id).text(), AccountSection.CALENDARS.path());
      case TEAM_CHANGED -> team(asked, "changed", id);
      case TEAM_INVITED -> team(asked, "invited", id);
      case TEAM_JOINED -> team(asked, "joined", id);
      case TEAM_LEFT -> team(asked, "left", id);
      case CALENDAR_CHANGED -> calendar(asked, caller, "changed", id);
      case CALENDAR_SIGN_IN -> calendar(asked, caller, "sign_in", id);
      case CALENDAR_DOUBTED -> calendar(asked, caller, "doubted", id);
      case WEBHOOK_CHANGED -> plain(asked, "webhook.changed", AccountSection.WEBHOOKS);
      case WEBHOOK_OFF -> plain(asked, "webhook.off", AccountSection.WEBHOOKS);
      case WEBHOOK_FAILING -> plain(asked, "webhook.failing", AccountSection.WEBHOOKS);
      case WEBHOOK_WORKS -> plain(asked, "webhook.works", AccountSection.WEBHOOKS);
      case SCHEDULE_CHANGED, BUSY_TIME_CHANGED -> plain(asked, "changed", AccountSection.HOURS);
      case EVENT_TYPE_CHANGED -> plain(asked, "changed", AccountSection.EVENT_TYPES);
      case ABSENCE_CHANGED -> plain(asked, "changed", AccountSection.ABSENCES);
      case FEED_CHANGED -> plain(asked, "changed", AccountSection.FEEDS);
      case ACCOUNT_CHANGED -> plain(asked, "changed", AccountSection.PROFILE);
    };
  }

  private static Said plain(AccountRequest asked, String key, AccountSection room) {
    return new Said(asked.words().get("news." + key), room.path());
  }

  private static Said gone(AccountRequest asked) {
    return new Said(asked.words().get("news.gone"), null);
  }

  /// One that went to a colleague is not his any more.
  private Said booking(AccountRequest asked, Caller caller, String key, UUID id) {
    Booking booking = bookings.find(id).filter(one -> one.isWith(caller.host().id())).orElse(null);
    if (booking == null) {
      return gone(asked);
    }
    String when = asked.formats(caller).fullDateAndTime(booking.start());
    String text = asked.words().get("news." + key, apart(booking.invitee().name()), apart(when));
    return new Said(text, AccountSection.BOOKINGS.path() + "/" + booking.id());
  }

  private Said team(AccountRequest asked, String key, UUID id) {
    Optional<Team> team = teams.find(id);
    return team.map(
            one ->
                new Said(
                    asked.words().get("news.team." + key, apart(one.name())),
                    AccountSection.TEAMS.path()))
        .orElseGet(() -> gone(asked));
  }

  private Said calendar(AccountRequest asked, Caller caller, String key, UUID id) {
    Optional<CalendarConnection> account = calendars.find(caller.host().id(), id);
    return account
        .map(
            one ->
                new Said(
                    asked.words().get("news.calendar." + key, apart(one.name())),
                    AccountSection.CALENDARS.path()))
        .orElseGet(() -> gone(asked));
  }

  /// Returns a name so that it stands in a sentence of the other direction (FSI and PDI).
  private static String apart(String name) {
    return "\u2068" + name + "\u2069";
  }
}
