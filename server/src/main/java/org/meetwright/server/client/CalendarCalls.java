package org.meetwright.server.client;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.calendar.ApiCalendar;
import org.meetwright.server.api.model.calendar.ApiCalendarAccount;
import org.meetwright.server.api.model.calendar.ApiCalendarAuthorization;
import org.meetwright.server.api.model.calendar.ApiCalendarProblem;
import org.meetwright.server.api.model.calendar.CalendarAccountRequest;
import org.meetwright.server.api.model.calendar.CalendarAuthorizationRequest;
import org.meetwright.server.api.model.calendar.CalendarChoiceRequest;
import org.meetwright.server.client.call.ApiExchange;
import org.meetwright.server.client.call.Call;

/// The calendars that a host has connected.
public final class CalendarCalls {
  private final ApiExchange exchange;

  CalendarCalls(ApiExchange exchange) {
    this.exchange = exchange;
  }

  /// Returns the accounts, the oldest first.
  public List<ApiCalendarAccount> listCalendarAccounts() {
    return exchange
        .send(Call.of("GET /api/v1/calendar-accounts"), ApiCalendarAccount.Listing.class)
        .calendarAccounts();
  }

  /// Connects an account.
  public ApiCalendarAccount addCalendarAccount(CalendarAccountRequest request) {
    return exchange.send(
        Call.of("POST /api/v1/calendar-accounts"), request, ApiCalendarAccount.class);
  }

  /// Begins to connect an account on its service's own page.
  public ApiCalendarAuthorization beginCalendarAuthorization(CalendarAuthorizationRequest request) {
    return exchange.send(
        Call.of("POST /api/v1/calendar-authorizations"), request, ApiCalendarAuthorization.class);
  }

  /// Connects the account with what its service has brought back.
  public ApiCalendarAccount completeCalendarAuthorization(
      CalendarAuthorizationRequest.Completion request) {
    return exchange.send(
        Call.of("POST /api/v1/calendar-authorizations/complete"),
        request,
        ApiCalendarAccount.class);
  }

  /// Returns one.
  public ApiCalendarAccount getCalendarAccount(UUID id) {
    return exchange.send(
        Call.of("GET /api/v1/calendar-accounts/{id}", id), ApiCalendarAccount.class);
  }

  /// Changes one.
  public ApiCalendarAccount changeCalendarAccount(UUID id, CalendarAccountRequest.Change request) {
    return exchange.send(
        Call.of("PATCH /api/v1/calendar-accounts/{id}", id), request, ApiCalendarAccount.class);
  }

  /// Disconnects one.
  ///
  /// @param events `keep` or `delete`, what becomes of the events of meetings to come; null for the
  ///   server's default
  public void deleteCalendarAccount(UUID id, @Nullable String events) {
    exchange.answer(Call.of("DELETE /api/v1/calendar-accounts/{id}", id).query("events", events));
  }

  /// Reads the calendars of one now.
  public ApiCalendarAccount syncCalendarAccount(UUID id) {
    return exchange.send(
        Call.of("POST /api/v1/calendar-accounts/{id}/sync", id), ApiCalendarAccount.class);
  }

  /// Returns the calendars of one.
  public List<ApiCalendar> listCalendars(UUID id) {
    return exchange
        .send(
            Call.of("GET /api/v1/calendar-accounts/{id}/calendars", id), ApiCalendar.Listing.class)
        .calendars();
  }

  /// Chooses what a calendar of one is used for.
  public ApiCalendar chooseCalendar(UUID id, UUID calendar, CalendarChoiceRequest request) {
    return exchange.send(
        Call.of("PATCH /api/v1/calendar-accounts/{id}/calendars/{calendar}", id, calendar),
        request,
        ApiCalendar.class);
  }

  /// Returns what the host has to decide about.
  public List<ApiCalendarProblem> listCalendarProblems() {
    return exchange
        .send(Call.of("GET /api/v1/calendar-problems"), ApiCalendarProblem.Listing.class)
        .calendarProblems();
  }

  /// Decides about one.
  public void chooseForCalendarProblem(UUID id, ApiCalendarProblem.ChoiceRequest request) {
    exchange.answer(Call.of("POST /api/v1/calendar-problems/{id}", id), request);
  }
}
