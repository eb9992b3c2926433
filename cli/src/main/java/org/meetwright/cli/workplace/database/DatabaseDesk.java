package org.meetwright.cli.workplace.database;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.views.ServerLinks;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.core.Core;
import org.meetwright.core.account.EmailChanges.PendingEmail;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.schedule.PublicHolidays;
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
import org.meetwright.server.settings.Settings;

/// What one host has set up, on the database.
record DatabaseDesk(Core core, Settings settings, Host host) implements Desk {
  @Override
  public ApiMe me() {
    return HostTranslation.me(
        host,
        core.emailChanges().pending(host.id()).map(PendingEmail::email).orElse(null),
        core.hostLinks().mailActions(host.id()));
  }

  @Override
  public List<ApiEventType> eventTypes() {
    return core.eventTypes().list(host.id()).stream().map(this::told).toList();
  }

  private ApiEventType told(EventType type) {
    return EventTypeTranslation.toApi(type, assignments());
  }

  private Assignments assignments() {
    return new Assignments(core.teams());
  }

  @Override
  public ApiEventType addEventType(EventTypeRequest request) {
    return told(
        core.eventTypes()
            .add(
                EventTypeTranslation.read(
                    Fields.of(request), assignments(), Ids.next(), host.id())));
  }

  @Override
  public ApiEventType replaceEventType(UUID id, EventTypeRequest request) {
    return core.eventTypes()
        .find(host.id(), id)
        .map(old -> EventTypeTranslation.read(Fields.of(request), assignments(), old))
        .flatMap(core.eventTypes()::replace)
        .map(this::told)
        .orElseThrow(() -> unknown("event type", id));
  }

  @Override
  public void deleteEventType(UUID id) {
    if (!core.eventTypes().delete(host.id(), id)) {
      throw unknown("event type", id);
    }
  }

  @Override
  public List<ApiSchedule> schedules() {
    return core.schedules().list(host.id()).stream().map(ScheduleTranslation::toApi).toList();
  }

  @Override
  public ApiSchedule replaceSchedule(UUID id, ScheduleRequest request) {
    return core.schedules()
        .replace(ScheduleTranslation.read(Fields.of(request), id, host.id()))
        .map(ScheduleTranslation::toApi)
        .orElseThrow(() -> unknown("schedule", id));
  }

  @Override
  public List<ApiAbsence> absences() {
    return core.absences().list(host.id()).stream().map(AbsenceTranslation::toApi).toList();
  }

  @Override
  public ApiAbsence addAbsence(AbsenceRequest request) {
    return AbsenceTranslation.toApi(
        core.absences().add(AbsenceTranslation.read(Fields.of(request), Ids.next(), host.id())));
  }

  @Override
  public void deleteAbsence(UUID id) {
    if (!core.absences().delete(host.id(), id)) {
      throw unknown("absence", id);
    }
  }

  @Override
  public ApiHolidays holidays(String country, @Nullable String region, @Nullable Integer year) {
    int present = core.clock().instant().atZone(host.timeZone()).getYear();
    return HolidayTranslation.ofYear(
        PublicHolidays.of(country, region, List.of()),
        Optional.ofNullable(year).orElse(present),
        host.locale());
  }

  @Override
  public ApiPreview preview(ApiPreviewRequest request) {
    PreviewTranslation translation =
        new PreviewTranslation(core.schedules(), core.eventTypes(), core.teams());
    return PreviewTranslation.toApi(core.preview().of(translation.read(Fields.of(request), host)));
  }

  @Override
  public List<ApiBookingLink> links() {
    return core.bookingLinks().list(host.id()).stream()
        .map(link -> BookingLinkTranslation.toApi(link, null))
        .toList();
  }

  @Override
  public ApiBookingLink addLink(BookingLinkRequest request) {
    return new NewBookingLinks(
            core.bookables(),
            core.eventTypes(),
            core.bookingLinks(),
            () -> URI.create(ServerLinks.base(settings)))
        .add(host.id(), Fields.of(request));
  }

  @Override
  public void deleteLink(UUID id) {
    if (!core.bookingLinks().delete(host.id(), id)) {
      throw unknown("booking link", id);
    }
  }

  private Failure unknown(String kind, UUID id) {
    return new Failure(host.handle() + " has no " + kind + " " + id + " any more.");
  }
}
