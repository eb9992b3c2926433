package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.team.Membership;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;

@ParameterizedClass
@EachDatabase
class OwnTeamPagesTest {
  private static final String LIST = "/account/teams";

  @Parameter DatabaseKind kind;
  private SignedIn in;

  @BeforeEach
  void open() {
    in = new SignedIn(kind);
    in.server.addHost("charles");
  }

  @AfterEach
  void close() {
    in.close();
  }

  private Team team() {
    return in.core.teams().list(in.ada).getFirst();
  }

  private String page() {
    return LIST + "/" + team().id();
  }

  private HttpResponse<String> make(String name, String handle) {
    return in.submit(LIST, LIST, Map.of("name", name, "handle", handle));
  }

  @SafeVarargs
  private HttpResponse<String> send(String wish, List<String>... members) {
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    fields.add(Map.entry("name", "The crew"));
    fields.add(Map.entry("handle", "crew"));
    fields.add(Map.entry("do", wish));
    for (List<String> member : members) {
      fields.add(Map.entry("member.handle", member.get(0)));
      fields.add(Map.entry("member.weight", member.get(1)));
      fields.add(Map.entry("member.priority", member.get(2)));
    }
    return in.follow(in.browser.submitAll(page(), page(), fields));
  }

  @Test
  void makesATeamAndInvitesMembers() {
    assertThat(make("Crew", "No handle!").body()).contains("id=\"handle-error\"", "No handle!");
    assertThat(make("Crew", "charles").body()).contains("Somebody else has this handle.");
    assertThat(make("Crew", "crew").body()).contains("The team is made.", "value=\"ada\"");
    assertThat(team().accepted()).extracting(TeamMember::hostId).containsExactly(in.ada);

    assertThat(send("add.member", List.of("ada", "1", "0")).body()).contains("id=\"member-1\"");
    assertThat(send("save", List.of("ada", "2", "1"), List.of("charles", "1", "0")).body())
        .contains("New members have got an invitation.", "Invited");
    assertThat(team().name()).isEqualTo("The crew");
    assertThat(team().members())
        .extracting(TeamMember::weight, TeamMember::membership)
        .containsExactlyInAnyOrder(tuple(2, Membership.MEMBER), tuple(1, Membership.INVITED));

    assertThat(send("remove.member.1", List.of("ada", "1", "0"), List.of("charles", "1", "0")))
        .satisfies(less -> assertThat(less.body()).doesNotContain("id=\"member-1\""));
    send("save", List.of("ada", "1", "0"));
    assertThat(team().members()).hasSize(1);
    assertThat(in.get(LIST).body()).contains("The crew", "One member");
  }

  @Test
  void saysWhatIsWrongAndDeletesWhatNothingUses() {
    make("Crew", "crew");
    HttpResponse<String> wrong =
        send("save", List.of("nobody", "1", "0"), List.of("ada", "many", "0"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("There is no host with the handle “nobody”", "id=\"member-1-error\"", "many");
    assertThat(team().name()).isEqualTo("Crew");

    in.submit("/account/event-types", "/account/event-types", Map.of("template", "round_robin"));
    assertThat(in.submit(page(), page() + "/delete", Map.of()).body()).contains("The team stays");
    in.core.eventTypes().delete(in.ada, in.core.eventTypes().list(in.ada).getFirst().id());
    String page = page();
    assertThat(in.submit(page, page + "/delete", Map.of()).body()).contains("The team is deleted.");
    assertThat(in.core.teams().list(in.ada)).isEmpty();
    assertThat(in.get(page).statusCode()).isEqualTo(404);
  }
}
