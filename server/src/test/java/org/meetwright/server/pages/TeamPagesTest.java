package org.meetwright.server.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meetwright.server.pages.Client.found;
import static org.meetwright.server.pages.Client.location;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts.NewHost;
import org.meetwright.core.host.Role;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.Ids;
import org.meetwright.server.pages.PagesFixture.Draft;

/// What invitees see of teams and of meetings that they share.
class TeamPagesTest {
  private static PagesFixture server;
  private static Client client;
  private static Team team;

  @BeforeAll
  static void start() {
    server = new PagesFixture();
    client = new Client(server);
    Host mary =
        server
            .core
            .hosts()
            .add(
                new NewHost(
                    new Handle("mary"),
                    "Mary Somerville",
                    new EmailAddress("mary@example.org"),
                    PagesFixture.NEW_YORK,
                    Locale.US,
                    null,
                    Role.HOST));
    List<TeamMember> members =
        List.of(new TeamMember(server.host.id(), 1, 0), new TeamMember(mary.id(), 1, 0));
    team = new Team(Ids.next(), server.host.id(), new Handle("engines"), "Engines", members);
    server.core.teams().add(team);
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  private static Map<String, String> form(String start, String name) {
    Map<String, String> form = new HashMap<>();
    form.put("start", start);
    form.put("zone", "America/New_York");
    form.put("name", name);
    form.put("email", name.toLowerCase(Locale.ROOT) + "@example.com");
    return form;
  }

  private static void addForTeam(String slug, Assignment assignment) {
    Draft draft = new Draft(slug);
    draft.assignment = assignment;
    server.add(draft);
  }

  private static void addGroup(String slug, int seats) {
    Draft draft = new Draft(slug);
    draft.seats = seats;
    server.add(draft);
  }

  @Test
  void listsATeamsEventTypesAtItsHandle() {
    addForTeam("listed", new Assignment.RoundRobin(team.id()));

    assertThat(client.get("/engines").body())
        .contains("Engines", "Ada Lovelace, Mary Somerville", "href=\"/engines/listed\"");
    assertThat(client.get("/ada").body()).doesNotContain("/engines/listed");
    assertThat(client.get("/ada/listed").statusCode()).isEqualTo(404);
  }

  @Test
  void booksAMemberInTurnAndMovesTheBooking() {
    addForTeam("turn", new Assignment.RoundRobin(team.id()));

    HttpResponse<String> times = client.get("/engines/turn?date=2026-12-02&month=2026-12");
    HttpResponse<String> booked =
        client.post("/engines/turn", form("2026-12-02T15:00:00Z", "Charles"));
    String page = location(booked);
    HttpResponse<String> moved =
        client.post(page + "/reschedule", Map.of("start", "2026-12-02T16:00:00Z"));

    assertThat(times.body()).contains("href=\"/engines\"", "Ada Lovelace, Mary Somerville");
    assertThat(booked.statusCode()).isEqualTo(303);
    assertThat(client.get(page + "/reschedule").body()).contains("Choose a new time");
    assertThat(moved.statusCode()).isEqualTo(303);
    client.post(page + "/cancel", Map.of("reason", ""));
    assertThat(client.get(page).body()).contains("href=\"/engines/turn\"");
  }

  @Test
  void namesAllHostsOfACollectiveBooking() {
    addForTeam("both", new Assignment.Collective(team.id()));

    HttpResponse<String> booked =
        client.post("/engines/both", form("2026-12-03T15:00:00Z", "Charles"));

    assertThat(client.get(location(booked)).body()).contains("Ada Lovelace, Mary Somerville");
  }

  @Test
  void saysHowManySeatsAreLeft() {
    addGroup("class", 3);
    String day = "/ada/class?month=2026-12&date=2026-12-04&zone=America/New_York&hours=24";
    client.post("/ada/class", form("2026-12-04T15:00:00Z", "Charles"));

    HttpResponse<String> one = client.get(day);
    HttpResponse<String> details = client.get("/ada/class?start=2026-12-04T15:00:00Z");
    client.post("/ada/class", form("2026-12-04T15:00:00Z", "George"));
    HttpResponse<String> two = client.get(day);
    client.post("/ada/class", form("2026-12-04T15:00:00Z", "Augustus"));
    HttpResponse<String> full = client.get(day);

    assertThat(found(one, "(10:00 2 seats left, Friday,? 4 December)\"")).isNotEmpty();
    assertThat(found(one, "(09:30 3 seats left, Friday,? 4 December)\"")).isNotEmpty();
    assertThat(one.body()).contains(">2 seats left</span>");
    assertThat(details.body()).contains(">2 seats left</span>");
    assertThat(found(two, "(10:00 1 seat left, Friday,? 4 December)\"")).isNotEmpty();
    assertThat(full.body()).doesNotContain("aria-label=\"10:00 ");
    assertThat(full.body()).contains("aria-label=\"10:30 ");
  }

  @Test
  void saysNothingOfSeatsWhereNobodySharesTheMeeting() {
    server.eventType("alone");

    assertThat(client.get("/ada/alone?month=2026-12&date=2026-12-07").body())
        .contains("class=\"slot\"")
        .doesNotContain("left</span>");
  }

  @Test
  void letsTheOldTimeHideNoNewOnes() {
    Draft draft = new Draft("overlapping");
    draft.minutes = 60;
    server.add(draft);
    HttpResponse<String> booked =
        client.post("/ada/overlapping", form("2026-12-08T15:00:00Z", "Charles"));
    String day = "?month=2026-12&date=2026-12-08&hours=24";

    assertThat(client.get("/ada/overlapping" + day).body())
        .doesNotContain("aria-label=\"09:30,", "aria-label=\"10:30,");
    HttpResponse<String> picker = client.get(location(booked) + "/reschedule" + day);
    assertThat(picker.body())
        .contains("aria-label=\"09:30,", "aria-label=\"10:30,")
        .doesNotContain("aria-label=\"10:00,");
    String time = found(picker, "href=\"([^\"]*)\"[^>]*aria-label=\"10:30,");
    assertThat(client.get(time).body()).contains("Move the booking?");
    HttpResponse<String> moved =
        client.post(location(booked) + "/reschedule", Map.of("start", "2026-12-08T15:30:00Z"));
    assertThat(location(moved)).isEqualTo(location(booked));
  }

  @Test
  void keepsTheTimeOfAMeetingThatOthersShare() {
    Draft draft = new Draft("shared");
    draft.minutes = 60;
    draft.seats = 2;
    server.add(draft);
    HttpResponse<String> booked =
        client.post("/ada/shared", form("2026-12-09T15:00:00Z", "Charles"));
    client.post("/ada/shared", form("2026-12-09T15:00:00Z", "George"));

    HttpResponse<String> picker =
        client.get(location(booked) + "/reschedule?month=2026-12&date=2026-12-09&hours=24");

    assertThat(picker.body())
        .contains("aria-label=\"11:00 ")
        .doesNotContain("aria-label=\"09:30 ", "aria-label=\"10:00 ", "aria-label=\"10:30 ");
  }

  @Test
  void saysThatAHostWhoIsSwitchedOffTakesNoBookings() {
    Host grace = server.host("grace", "Grace Hopper");
    server.core.eventTypes().add(new EventTypeBuilder(grace.id()).build());
    assertThat(client.get("/grace").body()).contains("Intro call");

    server.core.hostStanding().disable(grace.id());

    for (String page : List.of("/grace", "/grace/intro", "/embed/grace/intro")) {
      HttpResponse<String> answer = client.get(page);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body())
          .contains("No bookings at present", "Grace Hopper takes no bookings at present.")
          .doesNotContain("Intro call");
    }
    server.core.hostStanding().enable(grace.id());
    assertThat(client.get("/grace/intro").body()).contains("Intro call");
  }
}
