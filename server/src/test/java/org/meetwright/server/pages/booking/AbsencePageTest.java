package org.meetwright.server.pages.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.absence.Absence;
import org.meetwright.core.absence.Destination;
import org.meetwright.core.absence.Span;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.Ids;
import org.meetwright.server.pages.Client;
import org.meetwright.server.pages.PagesFixture;

/// What a booking page says of an absence of its host, who is in New York.
class AbsencePageTest {
  private static PagesFixture server;
  private static Client client;
  private static EventType hers;

  @BeforeAll
  static void start() {
    server = new PagesFixture();
    client = new Client(server);
    server.eventType("away");
    Host bea = server.host("bea", "Bea Bell");
    hers = server.core.eventTypes().add(new EventTypeBuilder(bea.id()).build());
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @AfterEach
  void comeBack() {
    server
        .core
        .absences()
        .list(server.host.id())
        .forEach(absence -> server.core.absences().delete(server.host.id(), absence.id()));
  }

  private static void away(Span span, String note, Destination to) {
    server.core.absences().add(new Absence(Ids.next(), server.host.id(), span, note, to));
  }

  private static Span dates(String from, String to) {
    return new Span.Dates(LocalDate.parse(from), LocalDate.parse(to));
  }

  private static String page(String query) {
    return client.get("/ada/away?zone=Europe/Berlin&lang=en&" + query).body();
  }

  @Test
  void showsNoteAndWayInTheMonthsThatItTouches() {
    away(
        dates("2026-12-07", "2026-12-11"),
        "Skiing <b>&</b>\nresting",
        new Destination("bea", "intro"));
    assertThat(page("month=2026-12"))
        .containsPattern("Ada Lovelace is away from Monday,? \\S+ \\S+ to Friday,? \\S+ \\S+\\.")
        .contains("Skiing &lt;b&gt;&amp;&lt;/b&gt;\nresting")
        .contains("<a href=\"/bea/intro\">Book “Intro call” with Bea Bell instead</a>");
    assertThat(page("month=2027-01")).doesNotContain("is away", "/bea/intro");
    assertThat(page("month=2026-11")).doesNotContain("is away");
    assertThat(client.get("/ada/away?lang=de&month=2026-12").body())
        .contains("Ada Lovelace ist von Montag, 7. Dezember bis Freitag, 11. Dezember abwesend.");
  }

  @Test
  void showsTheNoteToAnInviteeWhoMovesABooking() {
    Map<String, String> form =
        Map.of(
            "start", "2026-12-14T15:00:00Z",
            "zone", "Europe/London",
            "name", "Charles Babbage",
            "email", "charles@example.com");
    String booked = Client.location(client.post("/ada/away", form));
    away(dates("2026-12-07", "2026-12-11"), "Skiing", new Destination("bea", "intro"));
    String move = booked.replaceAll("\\?.*", "") + "/reschedule?lang=en&month=";
    assertThat(client.get(move + "2026-12").body())
        .containsPattern("Ada Lovelace is away from Monday,? \\S+ \\S+ to Friday")
        .contains("Skiing")
        .doesNotContain("/bea/intro");
    assertThat(client.get(move + "2027-01").body()).doesNotContain("is away");
  }

  @Test
  void tellsTimesToTheVisitorInHisZone() {
    away(
        new Span.Instants(
            Instant.parse("2026-12-08T15:00:00Z"), Instant.parse("2026-12-08T17:00:00Z")),
        "",
        null);
    assertThat(page("month=2026-12&hours=24"))
        .containsPattern("is away from Tuesday,? [^<]*16:00 to Tuesday,? [^<]*18:00\\.")
        .doesNotContain("class=\"said\"");
  }

  @Test
  void tellsOneDayOnce() {
    away(dates("2026-12-08", "2026-12-08"), "", null);
    assertThat(page("month=2026-12")).containsPattern("Ada Lovelace is away on Tuesday,? [^<]*\\.");
  }

  @Test
  void hidesAWayThatLeadsNowhereAnyMore() {
    away(dates("2026-12-07", "2026-12-11"), "Skiing", new Destination("bea", "intro"));
    server.core.eventTypes().delete(hers.hostId(), hers.id());
    assertThat(page("month=2026-12")).contains("Skiing").doesNotContain("/bea/intro");
    hers = server.core.eventTypes().add(hers);
    assertThat(page("month=2026-12")).contains("/bea/intro");
  }
}
