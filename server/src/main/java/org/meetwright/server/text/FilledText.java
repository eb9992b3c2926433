package org.meetwright.server.text;

import java.util.Locale;
import java.util.Optional;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.text.OwnTexts;
import org.meetwright.core.eventtype.text.TextPlace;

/// A host's own text, filled in for the invitee of a booking.
///
/// @param booking what the text is about
/// @param written times and addresses, as the invitee reads them
public record FilledText(Booking booking, Written written) {
  /// What the invitee reads where a text says when, how long and by which link.
  ///
  /// @param start date and time
  /// @param manageUrl where the invitee manages the booking
  public record Written(
      String start, String date, String time, String duration, String manageUrl) {}

  /// Returns the text of a place; empty if there is none.
  public Optional<String> of(OwnTexts texts, TextPlace place, Locale reader) {
    return texts.find(
        place,
        reader,
        variable ->
            switch (variable) {
              case INVITEE -> booking.invitee().name();
              case HOST ->
                  Texts.list(reader, booking.hosts().stream().map(MeetingHost::name).toList());
              case EVENT_TYPE -> booking.eventTypeName();
              case START -> written.start();
              case DATE -> written.date();
              case TIME -> written.time();
              case DURATION -> written.duration();
              case LOCATION -> location();
              case MANAGE_URL -> written.manageUrl();
            });
  }

  private String location() {
    Location place = booking.location();
    return place == null ? "" : place.value();
  }
}
