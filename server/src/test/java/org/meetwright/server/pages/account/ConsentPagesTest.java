package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.ConnectionState;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.calendar.google.FakeGoogle;
import org.meetwright.server.settings.calendar.OAuthClient;

/// Connecting a calendar on Google's page, without a script, on both databases.
@ParameterizedClass
@EachDatabase
class ConsentPagesTest {
  private static final String PAGE = "/account/calendars";
  private static final String LEAVE = PAGE + "/consent/google";

  @Parameter DatabaseKind kind;
  private FakeGoogle google;
  private SignedIn in;

  @BeforeEach
  void open() throws Exception {
    google = new FakeGoogle();
    OAuthClient client = new OAuthClient(FakeGoogle.CLIENT, FakeGoogle.SECRET);
    in = new SignedIn(new ServerFixture(kind, google.endpoints(), client));
  }

  @AfterEach
  void close() {
    in.close();
    google.close();
  }

  /// Follows wherever it leads, until a page is shown.
  private HttpResponse<String> follow(String from) {
    HttpResponse<String> response = in.get(from);
    while (response.statusCode() == 302 || response.statusCode() == 303) {
      response = in.get(response.uri().resolve(Browser.location(response)).toString());
    }
    return response;
  }

  private List<CalendarConnection> accounts() {
    return in.core.calendarConnections().list(in.ada);
  }

  @Test
  void connectsAnAccountAndWritesMeetingsIntoIt() {
    assertThat(in.get(PAGE).body()).contains("href=\"" + LEAVE + "\"", "Connect Google Calendar");
    HttpResponse<String> back = follow(LEAVE);
    assertThat(back.uri().toString()).endsWith(PAGE);
    assertThat(back.body()).contains("Connected. All its calendars count", "ada@gmail.example");
    assertThat(accounts()).singleElement().extracting("name").isEqualTo("ada@gmail.example");
  }

  @Test
  void asksGoogleForNoMoreThanIsNeeded() {
    URI there = URI.create(Browser.location(in.get(LEAVE)));
    assertThat(there.getQuery().replace("+", " "))
        .contains(
            "access_type=offline",
            "prompt=consent",
            "code_challenge_method=S256",
            "scope=email https://www.googleapis.com/auth/calendar.calendarlist.readonly"
                + " https://www.googleapis.com/auth/calendar.events"
                + " https://www.googleapis.com/auth/calendar.freebusy openid&")
        .doesNotContain(FakeGoogle.SECRET);
  }

  @Test
  void saysThatTheHostDidNotConsent() {
    google.declines = true;
    HttpResponse<String> back = follow(LEAVE);
    assertThat(back.statusCode()).isEqualTo(400);
    assertThat(back.body()).contains("it was not allowed on the service’s page");
    assertThat(accounts()).isEmpty();
  }

  @Test
  void saysThatNotEverythingWasAllowed() {
    google.scopes = "openid email";
    assertThat(follow(LEAVE).body()).contains("tick all boxes");
    assertThat(accounts()).isEmpty();
  }

  @Test
  void takesNothingBackFromAnotherSessionOrTooLate() {
    String there = Browser.location(in.get(LEAVE));
    String back = Browser.location(in.get(there));
    in.server.core.clock.advance(Duration.ofMinutes(11));
    assertThat(in.get(back).body()).contains("it took longer than ten minutes");
    assertThat(in.get(PAGE + "/consent?state=nonsense&code=4%2Fx").statusCode()).isEqualTo(400);
    assertThat(in.get(PAGE + "/consent").statusCode()).isEqualTo(400);
    assertThat(accounts()).isEmpty();
  }

  @Test
  void letsTheHostSignInAgainOnceTheConsentNoLongerHolds() {
    follow(LEAVE);
    String account = PAGE + "/" + accounts().getFirst().id();
    google.withdrawConsent();
    in.server.core.clock.advance(Duration.ofHours(2));
    in.submit(PAGE, account + "/sync", Map.of());
    assertThat(accounts().getFirst().state()).isEqualTo(ConnectionState.REAUTH);
    String again = LEAVE + "?account=" + accounts().getFirst().id();
    assertThat(in.get(PAGE).body())
        .contains("Sign in at Google Calendar", "no longer lets this server in", again)
        .doesNotContain("refuses the password");
    assertThat(in.get(account).body()).contains(again).doesNotContain("name=\"password\"");

    google.subject = "20002";
    assertThat(follow(again).body()).contains("another account than before");
    google.subject = "10001";
    assertThat(follow(again).body()).contains("signed in anew");
    assertThat(accounts()).singleElement().extracting("state").isEqualTo(ConnectionState.ACTIVE);
    in.submit(account, account + "/remove", Map.of());
    assertThat(accounts()).isEmpty();
    assertThat(google.revoked).hasSize(1);
  }

  @Test
  void knowsNoOtherServices() {
    assertThat(in.get(PAGE + "/consent/caldav").statusCode()).isEqualTo(404);
    assertThat(in.get(PAGE + "/consent/nonsense").statusCode()).isEqualTo(404);
    assertThat(in.get(LEAVE + "?account=nonsense").statusCode()).isEqualTo(404);
  }
}
