package org.meetwright.desktop.change;

import java.util.List;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.preview.ApiPreview;

/// What would follow if a draft were saved.
///
/// @param appear how many slots there would be that are not there now
/// @param vanish how many slots there are now and would not be
/// @param outside the bookings that would lie outside, in words
public record Changes(long appear, long vanish, List<String> outside) {
  /// Returns them, as the server told them.
  public static Changes of(ApiPreview preview, Words words) {
    return new Changes(
        preview.eventTypes().stream().mapToLong(ApiPreview.ApiCount::appear).sum(),
        preview.eventTypes().stream().mapToLong(ApiPreview.ApiCount::vanish).sum(),
        preview.bookingsOutside().stream()
            .map(ApiPreview.ApiBookingOutside::booking)
            .map(
                booking ->
                    words.shortDay(words.date(booking.start()))
                        + ", "
                        + words.span(booking.start(), booking.end())
                        + " · "
                        + booking.invitee().name())
            .toList());
  }
}
