package org.meetwright.server.pages.form;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.place.ChosenPlace;
import org.meetwright.core.booking.place.PlaceChoice;
import org.meetwright.core.eventtype.Location;

/// The place that an invitee chose in a form, and what he typed about it.
///
/// @param number that of the place, from 0, as it was sent
/// @param phone his telephone number
/// @param address where the host is to come
public record PlaceForm(String number, String phone, String address) {
  /// Returns the number of the chosen place; the first one if none is chosen.
  ///
  /// @param places how many there are
  public int chosen(int places) {
    return number.matches("[0-9]{1,2}") ? Math.min(Integer.parseInt(number), places - 1) : 0;
  }

  /// Returns the name of the field in which an invitee says more about a place; null if he need
  /// not.
  public static @Nullable String field(Location place) {
    if (!place.isGivenByInvitee()) {
      return null;
    }
    return place.kind() == Location.LocationKind.PHONE ? "phone" : "address";
  }

  /// Returns what was typed about a place.
  public String typed(Location place) {
    return place.kind() == Location.LocationKind.PHONE ? phone : address;
  }

  /// Returns whether nothing is filled in.
  boolean isEmpty() {
    return (phone + address).isBlank();
  }

  /// Returns the chosen place; null if there is none.
  @Nullable Location place(List<Location> places) {
    return places.isEmpty() ? null : places.get(chosen(places.size()));
  }

  /// Returns the choice, checked; null if there are no places.
  ///
  /// @param zone of the invitee
  /// @throws org.meetwright.core.value.InvalidValueException if what was typed does not fit
  @Nullable PlaceChoice choice(List<Location> places, ZoneId zone) {
    Location place = place(places);
    if (place == null) {
      return null;
    }
    String value = place.isGivenByInvitee() ? typed(place) : place.inPublic().value();
    PlaceChoice choice = new PlaceChoice(place.kind(), value);
    ChosenPlace.of(places, choice, zone);
    return choice;
  }
}
