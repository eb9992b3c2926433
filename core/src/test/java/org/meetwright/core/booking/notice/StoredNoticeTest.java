package org.meetwright.core.booking.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meetwright.core.StoredText;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.notice.BookingNotice.Event;
import tools.jackson.databind.json.JsonMapper;

class StoredNoticeTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void keepsNoticesAsAnEarlierVersionStoredThem() {
    List<String> payloads =
        StoredText.of("outbox.tsv")
            .lines()
            .filter(line -> line.startsWith("mail\t") && !line.contains("\tresend-"))
            .map(line -> line.split("\t", 4)[3])
            .toList();

    assertThat(payloads).hasSizeGreaterThan(10);
    for (String payload : payloads) {
      BookingNotice notice = JSON.readValue(payload, StoredNotice.class).notice();
      assertThat(JSON.writeValueAsString(StoredNotice.of(notice))).isEqualTo(payload);
    }
    assertThat(payloads)
        .map(payload -> JSON.readValue(payload, StoredNotice.class).notice())
        .anyMatch(one -> one.event() == Event.CANCELLED && one.occasion().actor() == Actor.HOST)
        .anyMatch(one -> one.recipient().guest() != null)
        .anyMatch(one -> one.meeting().previousStart() != null);
  }

  @Test
  void readsNoticesThatNameNoHosts() {
    String older =
        """
        {"event": "REMINDER", "audience": "INVITEE", "bookingId":
         "01a218fb-8e49-76e7-98a3-4336652b4661", "start": "2026-03-04T15:00:00Z",
         "end": "2026-03-04T15:30:00Z", "sequence": 1, "reason": "", "actor": "SYSTEM",
         "at": "2026-03-02T12:00:00Z"}
        """;
    assertThat(JSON.readValue(older, StoredNotice.class).notice().meeting().hosts()).isEmpty();
  }
}
