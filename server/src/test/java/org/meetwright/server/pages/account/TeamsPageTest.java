package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.team.Membership;

@ParameterizedClass
@EachDatabase
class TeamsPageTest {
  private static final String PAGE = "/account/teams";

  @Parameter DatabaseKind kind;
  private SignedIn in;
  private String team;

  @BeforeEach
  void open() {
    in = new SignedIn(kind);
    String mallory = in.server.addHost("mallory");
    team =
        in.server
            .as(
                mallory,
                "POST",
                "/api/v1/teams",
                "{\"handle\": \"crew\", \"name\": \"A & B\", \"members\": [{\"handle\": \"ada\"}]}")
            .body()
            .path("id")
            .asString();
  }

  @AfterEach
  void close() {
    in.close();
  }

  private HttpResponse<String> submit(String what) {
    return in.submit("/account/profile", PAGE + "/" + team + "/" + what, Map.of());
  }

  @Test
  void acceptsAndLeaves() {
    assertThat(in.get(PAGE).body())
        .contains("A &amp; B", "Made by mallory Example", "You are in no team.");

    assertThat(submit("accept").body())
        .contains("You are in the team now.")
        .doesNotContain("Invitations");
    assertThat(in.core.memberships().list(in.ada))
        .singleElement()
        .satisfies(each -> assertThat(each.membership()).isEqualTo(Membership.MEMBER));

    assertThat(submit("leave").body())
        .contains("You are not in the team any more.", "You are in no team.");
    assertThat(in.core.memberships().list(in.ada)).isEmpty();
    assertThat(submit("accept").body()).contains("That invitation is gone.");
  }

  @Test
  void declines() {
    assertThat(submit("leave").body()).contains("You are in no team.");
    assertThat(in.core.memberships().list(in.ada)).isEmpty();
  }

  @Test
  void takesNoFormFromElsewhere() {
    assertThat(in.browser.post(PAGE + "/" + team + "/accept", Map.of("csrf", "x")).statusCode())
        .isEqualTo(400);
    assertThat(in.core.memberships().list(in.ada).getFirst().membership())
        .isEqualTo(Membership.INVITED);
  }
}
