package org.meetwright.server.client;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.absence.AbsenceRequest;
import org.meetwright.server.api.model.absence.ApiAbsence;
import org.meetwright.server.api.model.busy.ApiBusyTime;
import org.meetwright.server.api.model.busy.BusyTimeRequest;
import org.meetwright.server.api.model.holiday.ApiHolidays;
import org.meetwright.server.api.model.holiday.ApiPlace;
import org.meetwright.server.api.model.preview.ApiPreview;
import org.meetwright.server.api.model.preview.ApiPreviewRequest;
import org.meetwright.server.api.model.schedule.ApiSchedule;
import org.meetwright.server.api.model.schedule.ScheduleRequest;
import org.meetwright.server.client.call.ApiExchange;
import org.meetwright.server.client.call.Call;

/// When a host can be booked: schedules and busy times.
public final class ScheduleCalls {
  private final ApiExchange exchange;

  ScheduleCalls(ApiExchange exchange) {
    this.exchange = exchange;
  }

  /// Returns all schedules of the host.
  public List<ApiSchedule> listSchedules() {
    return exchange.send(Call.of("GET /api/v1/schedules"), ApiSchedule.Listing.class).schedules();
  }

  /// Adds a schedule.
  public ApiSchedule addSchedule(ScheduleRequest request) {
    return exchange.send(Call.of("POST /api/v1/schedules"), request, ApiSchedule.class);
  }

  /// Returns one.
  public ApiSchedule getSchedule(UUID id) {
    return exchange.send(Call.of("GET /api/v1/schedules/{id}", id), ApiSchedule.class);
  }

  /// Puts another in place of one.
  public ApiSchedule replaceSchedule(UUID id, ScheduleRequest request) {
    return exchange.send(Call.of("PUT /api/v1/schedules/{id}", id), request, ApiSchedule.class);
  }

  /// Deletes one.
  public void deleteSchedule(UUID id) {
    exchange.answer(Call.of("DELETE /api/v1/schedules/{id}", id));
  }

  /// Returns the countries whose public holidays are known.
  ///
  /// @param locale the language of their names; null for the host's
  public List<ApiPlace> listHolidayCountries(@Nullable String locale) {
    return exchange
        .send(Call.of("GET /api/v1/holidays").query("locale", locale), ApiPlace.Countries.class)
        .countries();
  }

  /// Returns the public holidays of a year.
  ///
  /// @param region null for those that all of the country has
  /// @param year null for the present one
  /// @param locale the language of their names; null for the host's
  public ApiHolidays getHolidays(
      String country, @Nullable String region, @Nullable Integer year, @Nullable String locale) {
    return exchange.send(
        Call.of("GET /api/v1/holidays/{country}", country)
            .query("region", region)
            .query("year", year)
            .query("locale", locale),
        ApiHolidays.class);
  }

  /// Returns all absences of the host.
  public List<ApiAbsence> listAbsences() {
    return exchange.send(Call.of("GET /api/v1/absences"), ApiAbsence.Listing.class).absences();
  }

  /// Adds an absence.
  ///
  /// @return the absence, with the bookings that stand in it
  public ApiAbsence addAbsence(AbsenceRequest request) {
    return exchange.send(Call.of("POST /api/v1/absences"), request, ApiAbsence.class);
  }

  /// Returns one.
  public ApiAbsence getAbsence(UUID id) {
    return exchange.send(Call.of("GET /api/v1/absences/{id}", id), ApiAbsence.class);
  }

  /// Puts another in place of one.
  ///
  /// @return the absence, with the bookings that stand in it
  public ApiAbsence replaceAbsence(UUID id, AbsenceRequest request) {
    return exchange.send(Call.of("PUT /api/v1/absences/{id}", id), request, ApiAbsence.class);
  }

  /// Deletes one.
  public void deleteAbsence(UUID id) {
    exchange.answer(Call.of("DELETE /api/v1/absences/{id}", id));
  }

  /// Returns what would follow if a draft were saved.
  public ApiPreview preview(ApiPreviewRequest request) {
    return exchange.send(Call.of("POST /api/v1/preview"), request, ApiPreview.class);
  }

  /// Returns busy times.
  ///
  /// @param from an instant, or a date in the host's zone; inclusive; null for all
  /// @param to an instant, exclusive, or a date in the host's zone, inclusive; null for all
  public List<ApiBusyTime> listBusyTimes(@Nullable String from, @Nullable String to) {
    return exchange
        .send(
            Call.of("GET /api/v1/busy-times").query("from", from).query("to", to),
            ApiBusyTime.Listing.class)
        .busyTimes();
  }

  /// Adds a busy time.
  public ApiBusyTime addBusyTime(BusyTimeRequest request) {
    return exchange.send(Call.of("POST /api/v1/busy-times"), request, ApiBusyTime.class);
  }

  /// Deletes one.
  public void deleteBusyTime(UUID id) {
    exchange.answer(Call.of("DELETE /api/v1/busy-times/{id}", id));
  }
}
