package org.meetwright.cli.remote;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.server.api.model.absence.AbsenceRequest;
import org.meetwright.server.api.model.absence.ApiAbsence;
import org.meetwright.server.api.model.bookinglink.ApiBookingLink;
import org.meetwright.server.api.model.bookinglink.BookingLinkRequest;
import org.meetwright.server.api.model.eventtype.ApiEventType;
import org.meetwright.server.api.model.eventtype.EventTypeRequest;
import org.meetwright.server.api.model.holiday.ApiHolidays;
import org.meetwright.server.api.model.host.ApiMe;
import org.meetwright.server.api.model.preview.ApiPreview;
import org.meetwright.server.api.model.preview.ApiPreviewRequest;
import org.meetwright.server.api.model.schedule.ApiSchedule;
import org.meetwright.server.api.model.schedule.ScheduleRequest;
import org.meetwright.server.client.ApiClient;

/// What the host who is signed in has set up on a server.
record ServerDesk(ApiClient client, Supplier<ApiMe> host) implements Desk {
  @Override
  public ApiMe me() {
    return host.get();
  }

  @Override
  public List<ApiEventType> eventTypes() {
    return client.eventTypes().listEventTypes();
  }

  @Override
  public ApiEventType addEventType(EventTypeRequest request) {
    return client.eventTypes().addEventType(request);
  }

  @Override
  public ApiEventType replaceEventType(UUID id, EventTypeRequest request) {
    return client.eventTypes().replaceEventType(id, request);
  }

  @Override
  public void deleteEventType(UUID id) {
    client.eventTypes().deleteEventType(id);
  }

  @Override
  public List<ApiSchedule> schedules() {
    return client.schedules().listSchedules();
  }

  @Override
  public ApiSchedule addSchedule(ScheduleRequest request) {
    return client.schedules().addSchedule(request);
  }

  @Override
  public ApiSchedule replaceSchedule(UUID id, ScheduleRequest request) {
    return client.schedules().replaceSchedule(id, request);
  }

  @Override
  public void deleteSchedule(UUID id) {
    client.schedules().deleteSchedule(id);
  }

  @Override
  public List<ApiAbsence> absences() {
    return client.schedules().listAbsences();
  }

  @Override
  public ApiAbsence addAbsence(AbsenceRequest request) {
    return client.schedules().addAbsence(request);
  }

  @Override
  public void deleteAbsence(UUID id) {
    client.schedules().deleteAbsence(id);
  }

  @Override
  public ApiHolidays holidays(String country, @Nullable String region, @Nullable Integer year) {
    return client.schedules().getHolidays(country, region, year, null);
  }

  @Override
  public ApiPreview preview(ApiPreviewRequest request) {
    return client.schedules().preview(request);
  }

  @Override
  public List<ApiBookingLink> links() {
    return client.eventTypes().listBookingLinks();
  }

  @Override
  public ApiBookingLink addLink(BookingLinkRequest request) {
    return client.eventTypes().addBookingLink(request);
  }

  @Override
  public void deleteLink(UUID id) {
    client.eventTypes().deleteBookingLink(id);
  }
}
