package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import tools.jackson.databind.JsonNode;

/// What the hosts of a team see of each other, over HTTP, on both databases. Ada owns the team, and
/// grace and linus are in it, mary is invited, eve is not.
@ParameterizedClass
@EachDatabase
class ColleagueApiTest {
  @Parameter DatabaseKind kind;
  private ServerFixture fixture;
  private String grace;
  private String linus;
  private String mary;
  private String eve;
  private String team;

  @BeforeEach
  void open() {
    fixture = new ServerFixture(kind);
    grace = fixture.addHost("grace");
    linus = fixture.addHost("linus");
    mary = fixture.addHost("mary");
    eve = fixture.addHost("eve");
    Answer made =
        fixture.asHost(
            "POST",
            "/api/v1/teams",
            """
            {"handle": "crew", "name": "Crew", "members": [{"handle": "grace", "weight": 3},
             {"handle": "linus"}, {"handle": "mary"}]}
            """);
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    team = "/api/v1/teams/" + made.body().path("id").asString();
    for (String host : List.of(grace, linus)) {
      String accept = "/api/v1/me/memberships/crew/accept";
      assertThat(fixture.as(host, "POST", accept, "").status()).isEqualTo(200);
    }
    fixture.addEventType("turn", "\"assignment\": {\"kind\": \"roundRobin\", \"team\": \"crew\"}");
    fixture.addEventType("own", "\"seats\": 1");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private String book(String address, String start) {
    Answer booked =
        fixture.post("/api/v1/bookings", ServerFixture.booking(address, start, "bob@example.com"));
    assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
    return booked.body().at("/hosts/0/handle").asString();
  }

  private JsonNode bookings(String host, String query) {
    Answer listed = fixture.as(host, "GET", team + "/bookings" + query, "");
    assertThat(listed.status()).as(listed.body().toString()).isEqualTo(200);
    return listed.body();
  }

  @Test
  void tellsMembersWhenAndWhoAndOnlyHostsAndTheOwnerWithWhom() {
    String first = book("crew/turn", "2026-03-09T14:00:00Z");
    book("ada/own", "2026-03-09T15:00:00Z");
    String hosting = first.equals("grace") ? grace : linus;
    String watching = first.equals("grace") ? linus : grace;

    JsonNode seen = bookings(watching, "").path("bookings");

    assertThat(seen).hasSize(1);
    assertThat(seen.at("/0/start").asString()).isEqualTo("2026-03-09T14:00:00Z");
    assertThat(seen.at("/0/hosts/0/handle").asString()).isEqualTo(first);
    assertThat(seen.at("/0/invitee").isNull()).isTrue();
    assertThat(seen.toString().toLowerCase(Locale.ROOT)).doesNotContain("bob", "manage");
    for (String one : List.of(hosting, fixture.token)) {
      assertThat(bookings(one, "").at("/bookings/0/invitee/email").asString())
          .isEqualTo("bob@example.com");
    }
  }

  @Test
  void tellsNothingToThoseWhoAreNotInIt() {
    book("crew/turn", "2026-03-09T14:00:00Z");
    for (String stranger : List.of(mary, eve)) {
      assertThat(fixture.as(stranger, "GET", team + "/bookings", "").status()).isEqualTo(404);
      assertThat(fixture.as(stranger, "GET", team + "/members", "").status()).isEqualTo(404);
    }
    assertThat(fixture.get(team + "/bookings").status()).isEqualTo(401);
    fixture.as(linus, "DELETE", "/api/v1/me/memberships/crew", "");
    assertThat(fixture.as(linus, "GET", team + "/bookings", "").status()).isEqualTo(404);
  }

  @Test
  void goesThroughPagesAndRanges() {
    for (int hour = 14; hour < 19; hour++) {
      book("crew/turn", "2026-03-09T" + hour + ":00:00Z");
    }
    book("crew/turn", "2026-03-11T14:00:00Z");
    List<String> starts = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = bookings(grace, "?limit=2&to=2026-03-09&cursor=" + cursor);
      page.path("bookings").forEach(one -> starts.add(one.path("start").asString()));
      cursor = page.path("nextCursor").asString("");
    } while (!cursor.isEmpty());
    assertThat(starts).hasSize(5).isSorted().doesNotHaveDuplicates();
    assertThat(bookings(grace, "?from=2026-03-10").path("bookings")).hasSize(1);
    assertThat(fixture.as(grace, "GET", team + "/bookings?limit=0", "").field()).isEqualTo("limit");
    assertThat(fixture.as(grace, "GET", team + "/bookings?cursor=x", "").field())
        .isEqualTo("cursor");
  }

  @Test
  void tellsHowFarEachIsBehind() {
    for (int hour = 14; hour < 18; hour++) {
      book("crew/turn", "2026-03-09T" + hour + ":00:00Z");
    }
    JsonNode members = fixture.as(linus, "GET", team + "/members", "").body().path("members");
    assertThat(members).hasSize(2);
    assertThat(fixture.asHost("GET", team + "/members", "").body().path("members")).hasSize(3);
    double behind = 0;
    long meetings = 0;
    for (JsonNode member : members) {
      JsonNode turn = member.path("turns").path(0);
      assertThat(turn.at("/eventType/slug").asString()).isEqualTo("turn");
      long weight = member.path("weight").asLong();
      assertThat(turn.path("behind").asDouble())
          .isEqualTo(weight * 4 / 4.0 - turn.path("meetings").asLong());
      behind += turn.path("behind").asDouble();
      meetings += turn.path("meetings").asLong();
    }
    assertThat(behind).isZero();
    assertThat(meetings).isEqualTo(4);
  }
}
