package org.meetwright.server.pages.account.calendars;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Caller;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.ConnectionState;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.server.pages.account.calendars.CalendarsView.Account;
import org.meetwright.server.pages.account.calendars.CalendarsView.Entry;
import org.meetwright.server.pages.account.eventtype.EventTypeView.Option;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.text.Texts;

/// Tells calendar accounts on pages.
record AccountRows(AccountRequest asked, Caller caller) {
  Account row(CalendarConnection connection, List<Calendar> calendars) {
    return new Account(
        connection.id().toString(),
        connection.name(),
        asked.link(CalendarPages.place(connection.id()).address()),
        badge(connection),
        connection.state() != ConnectionState.PAUSED
            && connection.state() != ConnectionState.REMOVING,
        facts(connection, calendars),
        connection.state() == ConnectionState.ACTIVE,
        consent(connection),
        calendars.stream().map(AccountRows::entry).toList());
  }

  private @Nullable Option consent(CalendarConnection connection) {
    if (!isByConsent(connection) || connection.state() == ConnectionState.REMOVING) {
      return null;
    }
    String kind = connection.kind().word();
    return new Option(
        asked.link(ConsentPages.BACK + "/" + kind + "?account=" + connection.id()),
        asked.words().get("calendar.signInAt", asked.words().get("calendar.kind." + kind)));
  }

  private static boolean isByConsent(CalendarConnection connection) {
    return switch (connection.kind()) {
      case GOOGLE, MICROSOFT -> true;
      case ICS, CALDAV -> false;
    };
  }

  private static Entry entry(Calendar calendar) {
    return new Entry(
        calendar.id().toString(),
        calendar.remote().name(),
        calendar.remote().color(),
        calendar.use().busy(),
        calendar.use().tentative());
  }

  private @Nullable String badge(CalendarConnection connection) {
    Texts words = asked.words();
    return switch (connection.state()) {
      case REAUTH ->
          words.get(
              isByConsent(connection) ? "calendar.state.reauthConsent" : "calendar.state.reauth");
      case PAUSED -> words.get("calendar.state.paused");
      case REMOVING -> words.get("calendar.state.removing");
      case ACTIVE ->
          connection.error() == null || isOfSomeEvents(connection)
              ? null
              : words.get("calendar.state.failing");
    };
  }

  private static boolean isOfSomeEvents(CalendarConnection connection) {
    FaultCode code = connection.errorCode();
    return code != null && code.isOfSomeEvents();
  }

  private List<String> facts(CalendarConnection connection, List<Calendar> calendars) {
    Texts words = asked.words();
    Instant last = connection.lastSyncedAt();
    List<String> facts = new ArrayList<>();
    facts.add(
        words.get("calendar.kind." + connection.kind().word())
            + " · "
            + (last == null
                ? words.get("calendar.never")
                : words.get("calendar.synced", asked.written(last, caller))));
    String error = connection.error();
    if (connection.state() == ConnectionState.REAUTH) {
      facts.add(words.get(isByConsent(connection) ? "calendar.reauthConsent" : "calendar.reauth"));
    } else if (connection.state() == ConnectionState.REMOVING) {
      facts.add(words.get("calendar.removing"));
    } else if (isOfSomeEvents(connection)) {
      facts.add(words.get(ConnectForm.fault(connection.errorCode())));
    } else if (error != null) {
      facts.add(
          words.get("calendar.failing", words.get(ConnectForm.fault(connection.errorCode()))));
    }
    int unreadable = calendars.stream().mapToInt(one -> one.progress().unreadable()).sum();
    if (unreadable > 0) {
      facts.add(words.get("calendar.unreadable", unreadable));
    }
    return facts;
  }
}
