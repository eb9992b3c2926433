package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;

@ParameterizedClass
@EachDatabase
class SharePagesTest {
  private static final String PAGE = "/account/share";

  @Parameter DatabaseKind kind;
  private SignedIn in;

  @BeforeEach
  void open() {
    in = new SignedIn(kind);
  }

  @AfterEach
  void close() {
    in.close();
  }

  @Test
  void leadsToEveryPageAndItsSnippets() {
    var eve = in.server.core.addHost("eve");
    in.server.asHost(
        "POST",
        "/api/v1/teams",
        "{\"handle\": \"crew\", \"name\": \"Crew\", \"members\": [{\"handle\": \"eve\"}]}");
    in.core.memberships().accept(eve.id(), in.core.teams().find("crew").orElseThrow().id());
    in.server.addEventType("call", "\"description\": \"\"");
    in.server.addEventType("quiet", "\"hidden\": true");
    in.server.addEventType("few", "\"requiresLink\": true");
    in.server.addEventType("off", "\"active\": false");
    in.server.addEventType(
        "together", "\"assignment\": {\"kind\": \"collective\", \"team\": \"crew\"}");

    String url = in.server.server.url().toString();
    String page = in.get(PAGE).body();
    assertThat(page)
        .contains("href=\"" + url + "/ada\"", "href=\"" + url + "/crew\"")
        .contains("href=\"" + url + "/ada/call\"", "href=\"/ada/call/embed\"")
        .contains("href=\"/crew/together/embed\"", "Not listed", "with a booking link only")
        .doesNotContain("/ada/off", "/ada/together");
    List<String> dead =
        Pattern.compile("href=\"([^\"]*/(ada|crew)\\b[^\"]*)\"")
            .matcher(page)
            .results()
            .map(link -> link.group(1))
            .filter(link -> in.get(link).statusCode() != 200)
            .toList();
    assertThat(dead).containsExactly(url + "/ada/few");
    // A member sees the team that he is met in, and nothing else of ada's.
    try (Browser other = in.browserOf(eve.id())) {
      assertThat(other.get(PAGE).body())
          .contains("/eve", "Nothing can be booked here yet", "/crew/together/embed")
          .doesNotContain("/ada");
    }
  }
}
