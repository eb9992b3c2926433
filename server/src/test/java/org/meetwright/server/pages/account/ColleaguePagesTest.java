package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.team.Team;

/// What a team's hosts see of it on a page. Ada owns the team; grace and linus are in it, ada is
/// not; mary is invited.
@ParameterizedClass
@EachDatabase
class ColleaguePagesTest {
  @Parameter DatabaseKind kind;
  private SignedIn in;
  private Host grace;
  private Host linus;
  private Host mary;
  private EventType turn;
  private String page;

  @BeforeEach
  void open() {
    in = new SignedIn(kind);
    grace = in.server.core.addHost("grace");
    linus = in.server.core.addHost("linus");
    mary = in.server.core.addHost("mary");
    Team team = in.server.core.addTeam("crew", grace, linus);
    page = "/account/teams/" + team.id();
    in.server.asHost(
        "PUT",
        "/api/v1/teams/" + team.id(),
        """
        {"handle": "crew", "name": "Crew", "members": [{"handle": "grace", "weight": 3},
         {"handle": "linus"}, {"handle": "mary"}]}
        """);
    turn =
        in.server.core.addEventType(
            type ->
                type.slug("turn")
                    .name("Turn")
                    .notice(0)
                    .assignment(new Assignment.RoundRobin(team.id())));
  }

  @AfterEach
  void close() {
    in.close();
  }

  private String seenBy(UUID host, String query) {
    try (Browser browser = in.browserOf(host)) {
      return browser.get(page + "/bookings" + query).body();
    }
  }

  private static UUID hostOf(Booking booking) {
    return booking.hosts().getFirst().id();
  }

  @Test
  void membersSeeWhenAndWhoAndOnlyHostsAndTheOwnerWithWhom() {
    Booking booking = in.server.core.book(turn, "2026-03-04T15:00:00Z", "bob@example.com");
    UUID watching = hostOf(booking).equals(grace.id()) ? linus.id() : grace.id();

    String own = "href=\"/account/bookings/" + booking.id() + "\"";
    assertThat(seenBy(watching, ""))
        .contains("10:00 – 10:30", "Turn", "with " + booking.hosts().getFirst().name())
        .doesNotContain("Bob Brown", "bob@example.com", own);
    assertThat(seenBy(hostOf(booking), "")).contains("Bob Brown", own);
    assertThat(seenBy(in.ada, "")).contains("Bob Brown").doesNotContain(own);
  }

  @Test
  void tellsWhoIsInItAndHowFarBehind() {
    for (int hour = 15; hour < 19; hour++) {
      in.server.core.book(turn, "2026-03-04T" + hour + ":00:00Z", "bob@example.com");
    }
    assertThat(seenBy(linus.id(), ""))
        .contains("grace Example", "Weight 3, priority 0", "Weight 1, priority 0")
        .contains("Turn: 3 meetings in 90 days, as planned")
        .contains("Turn: one meeting in 90 days, as planned")
        .doesNotContain("mary Example");
    in.server.core.book(turn, "2026-03-05T15:00:00Z", "bob@example.com");
    assertThat(seenBy(grace.id(), "")).contains(" in 90 days, 0.3 ahead", "0.3 behind");
    assertThat(seenBy(in.ada, "")).contains("mary Example", "Invited");
    assertThat(in.get(page).body()).contains(page + "/bookings");
    try (Browser browser = in.browserOf(linus.id())) {
      assertThat(browser.get("/account/teams").body()).contains(page + "/bookings");
    }
  }

  @Test
  void goesThroughDaysAndPages() {
    for (int day = 2; day < 13; day++) {
      for (int hour = 15; hour < 20 && day % 7 > 1; hour++) {
        String start = "2026-03-%02dT%d:00:00Z".formatted(day, hour);
        in.server.core.book(turn, start, "bob" + day + hour + "@example.com");
      }
    }
    String first = seenBy(linus.id(), "?from=2026-03-03");
    assertThat(first).contains("Show more").doesNotContain("Monday 2 March", "Monday, 2 March");
    String next =
        first.replaceAll("(?s).*href=\"[^\"]*\\?from=2026-03-03&amp;after=([^\"]*)\".*", "$1");
    assertThat(seenBy(linus.id(), "?from=2026-03-03&after=" + next)).contains("12 March");
    for (String wrong : List.of("?from=soon", "?from=%2B999999999-01-01", "?after=x")) {
      assertThat(seenBy(linus.id(), wrong)).contains("value=\"2026-03-02\"");
    }
    assertThat(seenBy(linus.id(), "?from=2027-01-01")).contains("Nothing is booked");
  }

  @Test
  void othersDoNotLearnThatThereIsSuchATeam() {
    in.server.core.book(turn, "2026-03-04T15:00:00Z", "bob@example.com");
    try (Browser browser = in.browserOf(mary.id());
        Browser stranger = in.browserOf(in.server.core.addHost("eve").id())) {
      assertThat(browser.get(page + "/bookings").statusCode()).isEqualTo(404);
      assertThat(stranger.get(page + "/bookings").statusCode()).isEqualTo(404);
      assertThat(stranger.get("/account/teams/x/bookings").statusCode()).isEqualTo(404);
    }
  }
}
