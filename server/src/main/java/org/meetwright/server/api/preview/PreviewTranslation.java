package org.meetwright.server.api.preview;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Host;
import org.meetwright.core.preview.PreviewRequest;
import org.meetwright.core.preview.PreviewResult;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.Schedules;
import org.meetwright.core.team.Teams;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.TimeZones;
import org.meetwright.server.api.absence.AbsenceTranslation;
import org.meetwright.server.api.booking.BookingTranslation;
import org.meetwright.server.api.eventtype.Assignments;
import org.meetwright.server.api.eventtype.EventTypeTranslation;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.preview.ApiPreview;
import org.meetwright.server.api.model.preview.ApiPreviewRequest;
import org.meetwright.server.api.schedule.ScheduleTranslation;

/// Translates drafts, and what would follow from them, from and to the API.
public final class PreviewTranslation {
  private final Schedules schedules;
  private final EventTypes eventTypes;
  private final Assignments assignments;

  /// Creates the reader.
  public PreviewTranslation(Schedules schedules, EventTypes eventTypes, Teams teams) {
    this.schedules = schedules;
    this.eventTypes = eventTypes;
    this.assignments = new Assignments(teams);
  }

  /// Reads the drafts of a host.
  public PreviewRequest read(Fields body, Host host) {
    body.only(ApiPreviewRequest.class);
    return new PreviewRequest(
        host.id(),
        draft(body, "schedule", draft -> schedule(draft, host)),
        draft(body, "eventType", draft -> eventType(draft, host)),
        draft(
            body,
            "absence",
            draft ->
                AbsenceTranslation.read(
                    draft, draft.optionalId("id").orElseGet(Ids::next), host.id())),
        body.date("from"),
        body.date("to"),
        body.optionalText("zone")
            .map(zone -> TimeZones.parse("zone", zone))
            .orElse(host.timeZone()));
  }

  private static <T> @Nullable T draft(Fields body, String name, Function<Fields, T> read) {
    return body.optionalObject(name).isEmpty() ? null : body.inside(name, read);
  }

  private EventType eventType(Fields draft, Host host) {
    Optional<UUID> id = draft.optionalId("id");
    if (id.isEmpty()) {
      return EventTypeTranslation.read(draft, assignments, Ids.next(), host.id());
    }
    EventType before =
        eventTypes
            .find(host.id(), id.get())
            .orElseThrow(
                () ->
                    new InvalidValueException(
                        "id", "must be one of your event types, not " + id.get()));
    return EventTypeTranslation.read(draft, assignments, before);
  }

  /// Without an id, it is the default one.
  private Schedule schedule(Fields draft, Host host) {
    UUID id = draft.optionalId("id").orElseGet(() -> schedules.list(host.id()).getFirst().id());
    return ScheduleTranslation.read(draft, id, host.id());
  }

  /// Returns how the API tells what would follow.
  public static ApiPreview toApi(PreviewResult previewed) {
    return new ApiPreview(
        previewed.appear().stream().map(PreviewTranslation::toApi).toList(),
        previewed.vanish().stream().map(PreviewTranslation::toApi).toList(),
        previewed.stay(),
        previewed.bookingsOutside().stream()
            .map(
                outside ->
                    new ApiPreview.ApiBookingOutside(
                        BookingTranslation.brief(outside.booking()),
                        outside.why().stream().map(code -> code.word()).toList()))
            .toList(),
        previewed.eventTypes().stream()
            .map(
                count ->
                    new ApiPreview.ApiCount(
                        count.eventType().id(),
                        count.eventType().slug(),
                        count.eventType().name(),
                        count.appear(),
                        count.vanish(),
                        count.stay()))
            .toList());
  }

  private static ApiPreview.ApiSlotChange toApi(PreviewResult.Slot slot) {
    return new ApiPreview.ApiSlotChange(
        new ApiBooking.EventTypeName(slot.eventType().slug(), slot.eventType().name()),
        slot.start(),
        slot.end());
  }
}
