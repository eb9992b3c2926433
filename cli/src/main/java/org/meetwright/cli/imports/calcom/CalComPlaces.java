package org.meetwright.cli.imports.calcom;

import java.util.ArrayList;
import java.util.List;
import org.meetwright.cli.imports.reading.Places;
import org.meetwright.cli.imports.reading.Shape;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.value.InvalidValueException;

/// The places of an event type of Cal.com.
record CalComPlaces(CalComRemarks remarks) {
  List<Location> of(Shape type) {
    List<Location> places = new ArrayList<>();
    for (Shape place : type.list("locations")) {
      try {
        Location location =
            switch (place.text("type")) {
              case "address" ->
                  Places.offered(Location.LocationKind.IN_PERSON, place.text("address"));
              case "attendeeAddress" -> Places.offered(Location.LocationKind.IN_PERSON, "");
              case "link" -> Places.offered(Location.LocationKind.LINK, place.text("link"));
              case "phone" -> Places.offered(Location.LocationKind.PHONE, place.text("phone"));
              case "attendeePhone" -> Places.offered(Location.LocationKind.PHONE, "");
              default ->
                  throw new InvalidValueException(
                      "", place.textOr("integration", place.text("type")));
            };
        if (!places.contains(location)) {
          places.add(location);
        }
      } catch (InvalidValueException notHere) {
        remarks.note(
            "its location "
                + notHere.getMessage()
                + " cannot be offered here; give a link or generated_link instead: meetwright"
                + " event-type edit");
      }
    }
    return places;
  }
}
