package org.meetwright.cli.workplace;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/// What one host has set up.
public interface Desk {
  /// Returns the host.
  ApiMe me();

  /// Returns the event types, in the order that the host keeps.
  List<ApiEventType> eventTypes();

  /// Adds an event type.
  ApiEventType addEventType(EventTypeRequest request);

  /// Puts another in place of one.
  ApiEventType replaceEventType(UUID id, EventTypeRequest request);

  /// Deletes one.
  void deleteEventType(UUID id);

  /// Returns the schedules, the default one first.
  List<ApiSchedule> schedules();

  /// Adds one.
  ApiSchedule addSchedule(ScheduleRequest request);

  /// Puts another in place of one.
  ApiSchedule replaceSchedule(UUID id, ScheduleRequest request);

  /// Deletes one that nothing uses.
  void deleteSchedule(UUID id);

  /// Returns the absences by start.
  List<ApiAbsence> absences();

  /// Adds one; the answer has the bookings that stand in it.
  ApiAbsence addAbsence(AbsenceRequest request);

  /// Deletes one.
  void deleteAbsence(UUID id);

  /// Returns the public holidays of a year.
  ///
  /// @param region null for those that all of the country has
  /// @param year null for the present one
  ApiHolidays holidays(String country, @Nullable String region, @Nullable Integer year);

  /// Returns what would follow if a draft were saved.
  ApiPreview preview(ApiPreviewRequest request);

  /// Returns the booking links, the oldest first.
  List<ApiBookingLink> links();

  /// Makes a booking link; the answer alone has its address.
  ApiBookingLink addLink(BookingLinkRequest request);

  /// Ends one.
  void deleteLink(UUID id);
}
