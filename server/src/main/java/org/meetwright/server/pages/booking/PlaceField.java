package org.meetwright.server.pages.booking;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Location;
import org.meetwright.server.pages.form.PlaceForm;
import org.meetwright.server.pages.host.EventInfo;
import org.meetwright.server.text.Texts;

/// A place that an invitee can choose in a form.
///
/// @param number as it is sent
/// @param label where it is, in words
/// @param asks the field in which the invitee says more, `phone` or `address`; null if he need not
/// @param typed what he typed there
public record PlaceField(
    String number, String label, boolean chosen, @Nullable String asks, String typed) {

  /// Returns the places of an event type; none if there is nothing to choose or to say.
  public static List<PlaceField> all(EventType eventType, PlaceForm form, Texts texts) {
    List<Location> places = eventType.attendance().locations();
    boolean nothing = places.size() <= 1 && places.stream().noneMatch(Location::isGivenByInvitee);
    return nothing
        ? List.of()
        : IntStream.range(0, places.size())
            .mapToObj(at -> of(places.get(at), at, at == form.chosen(places.size()), form, texts))
            .toList();
  }

  private static PlaceField of(
      Location place, int at, boolean chosen, PlaceForm form, Texts texts) {
    return new PlaceField(
        String.valueOf(at),
        EventInfo.where(place, texts),
        chosen,
        PlaceForm.field(place),
        form.typed(place));
  }
}
