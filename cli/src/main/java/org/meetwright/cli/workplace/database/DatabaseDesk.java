package org.meetwright.cli.workplace.database;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.core.absence.Absences;
import org.meetwright.core.account.EmailChanges;
import org.meetwright.core.account.EmailChanges.PendingEmail;
import org.meetwright.core.bookinglink.BookingLinks;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Host;
import org.meetwright.core.hostlink.HostLinks;
import org.meetwright.core.preview.Preview;
import org.meetwright.core.schedule.PublicHolidays;
import org.meetwright.core.schedule.Schedules;
import org.meetwright.core.schedule.Schedules.Deletion;
import org.meetwright.core.value.Ids;
import org.meetwright.server.api.absence.AbsenceTranslation;
import org.meetwright.server.api.bookinglink.BookingLinkTranslation;
import org.meetwright.server.api.bookinglink.NewBookingLinks;
import org.meetwright.server.api.eventtype.Assignments;
import org.meetwright.server.api.eventtype.EventTypeTranslation;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.holiday.HolidayTranslation;
import org.meetwright.server.api.host.HostTranslation;
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
import org.meetwright.server.api.preview.PreviewTranslation;
import org.meetwright.server.api.schedule.ScheduleTranslation;

/// What one host has set up, on the database.
///
/// Wide: it has a service for each kind of thing that a host sets up.
record DatabaseDesk(
    Host host,
    EmailChanges emailChanges,
    HostLinks hostLinks,
    EventTypes types,
    Assignments assignments,
    Schedules hours,
    Absences away,
    Preview previews,
    PreviewTranslation previewTranslation,
    BookingLinks bookingLinks,
    NewBookingLinks newLinks,
    InstantSource clock)
    implements Desk {
  @Override
  public ApiMe me() {
    return HostTranslation.me(
        host,
        emailChanges.pending(host.id()).map(PendingEmail::email).orElse(null),
        hostLinks.mailActions(host.id()));
  }

  @Override
  public List<ApiEventType> eventTypes() {
    return types.list(host.id()).stream().map(this::told).toList();
  }

  private ApiEventType told(EventType type) {
    return EventTypeTranslation.toApi(type, assignments);
  }

  @Override
  public ApiEventType addEventType(EventTypeRequest request) {
    return told(
        types.add(
            EventTypeTranslation.read(Fields.of(request), assignments, Ids.next(), host.id())));
  }

  @Override
  public ApiEventType replaceEventType(UUID id, EventTypeRequest request) {
    return types
        .find(host.id(), id)
        .map(old -> EventTypeTranslation.read(Fields.of(request), assignments, old))
        .flatMap(types::replace)
        .map(this::told)
        .orElseThrow(() -> unknown("event type", id));
  }

  @Override
  public void deleteEventType(UUID id) {
    if (!types.delete(host.id(), id)) {
      throw unknown("event type", id);
    }
  }

  @Override
  public List<ApiSchedule> schedules() {
    return hours.list(host.id()).stream().map(ScheduleTranslation::toApi).toList();
  }

  @Override
  public ApiSchedule addSchedule(ScheduleRequest request) {
    return ScheduleTranslation.toApi(
        hours.add(ScheduleTranslation.read(Fields.of(request), Ids.next(), host.id())));
  }

  @Override
  public ApiSchedule replaceSchedule(UUID id, ScheduleRequest request) {
    return hours
        .replace(ScheduleTranslation.read(Fields.of(request), id, host.id()))
        .map(ScheduleTranslation::toApi)
        .orElseThrow(() -> unknown("schedule", id));
  }

  @Override
  public void deleteSchedule(UUID id) {
    switch (hours.delete(host.id(), id)) {
      case Deletion.Deleted() -> {}
      case Deletion.NotFound() -> throw unknown("schedule", id);
      case Deletion.InUse(var why) -> throw new Failure(why);
    }
  }

  @Override
  public List<ApiAbsence> absences() {
    return away.list(host.id()).stream().map(AbsenceTranslation::toApi).toList();
  }

  @Override
  public ApiAbsence addAbsence(AbsenceRequest request) {
    return AbsenceTranslation.toApi(
        away.add(AbsenceTranslation.read(Fields.of(request), Ids.next(), host.id())));
  }

  @Override
  public void deleteAbsence(UUID id) {
    if (!away.delete(host.id(), id)) {
      throw unknown("absence", id);
    }
  }

  @Override
  public ApiHolidays holidays(String country, @Nullable String region, @Nullable Integer year) {
    int present = clock.instant().atZone(host.timeZone()).getYear();
    return HolidayTranslation.ofYear(
        PublicHolidays.of(country, region, List.of()),
        Optional.ofNullable(year).orElse(present),
        host.locale());
  }

  @Override
  public ApiPreview preview(ApiPreviewRequest request) {
    return PreviewTranslation.toApi(previews.of(previewTranslation.read(Fields.of(request), host)));
  }

  @Override
  public List<ApiBookingLink> links() {
    return bookingLinks.list(host.id()).stream()
        .map(link -> BookingLinkTranslation.toApi(link, null))
        .toList();
  }

  @Override
  public ApiBookingLink addLink(BookingLinkRequest request) {
    return newLinks.add(host.id(), Fields.of(request));
  }

  @Override
  public void deleteLink(UUID id) {
    if (!bookingLinks.delete(host.id(), id)) {
      throw unknown("booking link", id);
    }
  }

  private Failure unknown(String kind, UUID id) {
    return new Failure(host.handle() + " has no " + kind + " " + id + " any more.");
  }
}
