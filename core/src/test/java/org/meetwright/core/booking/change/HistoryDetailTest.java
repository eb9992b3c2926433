package org.meetwright.core.booking.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meetwright.core.booking.change.HistoryDetail.Booked;
import org.meetwright.core.booking.change.HistoryDetail.HandedOver;
import org.meetwright.core.booking.change.HistoryDetail.Moved;
import org.meetwright.core.booking.change.HistoryDetail.Other;

class HistoryDetailTest {
  private static final Instant TEN = Instant.parse("2026-03-05T15:00:00Z");
  private static final Instant LATER = Instant.parse("2026-03-06T15:00:30.5Z");

  /// The texts as earlier versions have stored them.
  private static final Map<String, HistoryDetail> STORED =
      Map.of(
          "",
          new Other(""),
          "for 2026-03-05T15:00:00Z",
          new Booked(TEN, false, List.of()),
          "for 2026-03-05T15:00:00Z, by a host",
          new Booked(TEN, true, List.of()),
          "for 2026-03-05T15:00:00Z, over the rules: limit, outside_schedule",
          new Booked(TEN, true, List.of("limit", "outside_schedule")),
          "from 2026-03-05T15:00:00Z to 2026-03-06T15:00:30.500Z",
          new Moved(TEN, LATER),
          "from ada to bea-2, cem",
          new HandedOver(List.of("ada"), List.of("bea-2", "cem")),
          "from London to Paris",
          new Other("from London to Paris"));

  @Test
  void readsWhatItWrites() {
    STORED.forEach(
        (text, detail) -> {
          assertThat(HistoryDetail.read(text)).isEqualTo(detail);
          assertThat(detail.text()).isEqualTo(text);
        });
  }
}
