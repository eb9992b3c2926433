package org.meetwright.core.booking.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.core.booking.change.HistoryDetail.Booked;
import org.meetwright.core.booking.change.HistoryDetail.HandedOver;
import org.meetwright.core.booking.change.HistoryDetail.Moved;
import org.meetwright.core.booking.change.HistoryDetail.NotAsked;
import org.meetwright.core.booking.change.HistoryDetail.Other;

class HistoryDetailTest {
  private static final Instant TEN = Instant.parse("2026-03-05T15:00:00Z");
  private static final Instant LATER = Instant.parse("2026-03-06T15:00:30.5Z");

  /// The texts as earlier versions have stored them.
  private static final Map<String, HistoryDetail> OF_NEW_BOOKINGS =
      Map.of(
          "",
          new Other(""),
          "for 2026-03-05T15:00:00Z",
          new Booked(TEN, false, List.of()),
          "for 2026-03-05T15:00:00Z, by a host",
          new Booked(TEN, true, List.of()),
          "for 2026-03-05T15:00:00Z, over the rules: limit, outside_schedule",
          new Booked(TEN, true, List.of("limit", "outside_schedule")));

  private static final Map<String, HistoryDetail> OF_MOVED_BOOKINGS =
      Map.of(
          "",
          new Other(""),
          "from 2026-03-05T15:00:00Z to 2026-03-06T15:00:30.500Z",
          new Moved(TEN, LATER),
          "from ada to bea-2, cem",
          new HandedOver(List.of("ada"), List.of("bea-2", "cem")),
          "from London to Paris",
          new Other("from London to Paris"));

  @Test
  void readsWhatItWrites() {
    keeps(BookingEvent.BOOKED, OF_NEW_BOOKINGS);
    keeps(BookingEvent.REQUESTED, OF_NEW_BOOKINGS);
    keeps(BookingEvent.RESCHEDULED, OF_MOVED_BOOKINGS);
    keeps(BookingEvent.UNCHECKED, Map.of("Work, Home", new NotAsked("Work, Home")));
    keeps(BookingEvent.CANCELLED, Map.of("", HistoryDetail.NONE));
  }

  private static void keeps(BookingEvent event, Map<String, HistoryDetail> stored) {
    stored.forEach(
        (text, detail) -> {
          assertThat(HistoryDetail.read(event, text)).isEqualTo(detail);
          assertThat(detail.text()).isEqualTo(text);
        });
  }
}
