package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.ConnectionState;
import org.meetwright.core.calendar.account.CalendarConnections.AddOutcome;
import org.meetwright.core.calendar.account.CalendarConnections.NewConnection;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.api.CalendarFile;
import org.meetwright.server.calendar.script.Script;
import org.meetwright.server.calendar.script.Script.Said;
import org.meetwright.server.text.Texts;
import org.meetwright.server.text.Translations;

/// What a stranger, another host or a bad server can do with the pages of calendars: nothing.
@ParameterizedClass
@EachDatabase
class CalendarAttackTest {
  private static final String PAGE = "/account/calendars";

  @Parameter DatabaseKind kind;
  private SignedIn in;
  private CalendarFile file;
  private Script script;
  private CalendarConnection connection;
  private Calendar calendar;

  @BeforeEach
  void open() throws IOException {
    in = new SignedIn(kind, true);
    file = new CalendarFile("/s3cret/basic.ics");
    file.says(CalendarFile.event("1", "20260310T140000Z", "Dentist"));
    script = new Script();
    AddOutcome.Added added =
        (AddOutcome.Added)
            in.core
                .calendarConnections()
                .add(
                    in.ada,
                    new NewConnection(
                        ProviderKind.ICS, "Mine", new AccountAccess(file.url(), "", "")));
    connection = added.connection();
    calendar = added.calendars().getFirst();
  }

  @AfterEach
  void close() {
    in.close();
    file.close();
    script.close();
  }

  private String account() {
    return PAGE + "/" + connection.id();
  }

  /// Everything that changes something, with what it needs.
  private Map<String, Map<String, String>> forms() {
    return Map.of(
        PAGE,
        Map.of("kind", "ics", "ics.url", file.url()),
        PAGE + "/choose",
        Map.of("shown", calendar.id().toString(), "receiver", ""),
        PAGE + "/decide",
        Map.of("problem", calendar.id().toString(), "choice", "believe"),
        account(),
        Map.of("do", "pause"),
        account() + "/sync",
        Map.of(),
        account() + "/remove",
        Map.of());
  }

  private void assertAllAsItWas() {
    assertThat(in.core.calendarConnections().list(in.ada))
        .singleElement()
        .satisfies(one -> assertThat(one.state()).isEqualTo(ConnectionState.ACTIVE));
    assertThat(in.core.calendarChoices().find(in.ada, calendar.id()).orElseThrow().use().busy())
        .isTrue();
  }

  @Test
  void takesNoFormOfAnotherSite() {
    forms()
        .forEach(
            (address, fields) -> {
              assertThat(in.browser.post(address, fields).statusCode())
                  .as(address)
                  .isGreaterThanOrEqualTo(400);
              assertThat(
                      in.browser
                          .post(address, fields, "Origin", "https://evil.example")
                          .statusCode())
                  .as(address)
                  .isGreaterThanOrEqualTo(400);
            });
    assertAllAsItWas();
  }

  @Test
  void isNobodyElses() {
    UUID grace = in.server.core.addHost("grace").id();
    try (Browser other = in.browserOf(grace)) {
      assertThat(other.get(account()).statusCode()).isEqualTo(404);
      assertThat(other.get(PAGE).body()).doesNotContain("Mine");
      for (String address : List.of(account(), account() + "/sync", account() + "/remove")) {
        assertThat(other.submit(PAGE, address, Map.of("do", "pause")).statusCode())
            .as(address)
            .isEqualTo(404);
      }
      String id = calendar.id().toString();
      other.submit(PAGE, PAGE + "/choose", Map.of("shown", id, "receiver", id));
      other.submit(PAGE, PAGE + "/decide", Map.of("problem", id, "choice", "believe"));
    }
    assertAllAsItWas();
    assertThat(in.core.calendarChoices().find(in.ada, calendar.id()).orElseThrow().use().receives())
        .isFalse();
  }

  @Test
  void connectsNothingOfABadServerAndTellsNoSecret() {
    script.on("GET /circle/s3cret", Said.redirect(302, "/circle/s3cret"));
    script.on("GET /page/s3cret", Said.of(200, "<html><form>password</form></html>"));
    script.on("GET /inside/s3cret", Said.redirect(302, "file:///etc/passwd"));
    script.on("GET /huge/s3cret", Said.of(200, "").with("X-Long", "x".repeat(100_000)));
    for (String path : List.of("circle", "page", "inside", "huge", "nothing")) {
      String url = script.url() + "/" + path + "/s3cret";
      var answer =
          in.browser.submit(
              PAGE,
              PAGE,
              Map.of("kind", "ics", "ics.url", url, "ics.user", "ada", "ics.password", "hunter2"));
      assertThat(answer.statusCode()).as(path).isEqualTo(400);
      assertThat(answer.body()).as(path).contains("ics.url-error").doesNotContain("hunter2");
    }
    assertThat(in.core.calendarConnections().list(in.ada)).hasSize(1);
    assertThat(in.server.core.dump()).doesNotContain("hunter2").doesNotContain("s3cret");
  }

  @Test
  void saysInEveryLanguageWhatIsWrong() {
    for (FaultCode code : FaultCode.values()) {
      Set<String> said = new HashSet<>();
      for (Locale language : Translations.ALL) {
        said.add(
            Texts.of("org.meetwright.server.pages.account.texts", language)
                .get("calendar.fault." + code.word()));
      }
      assertThat(said).as(code.word()).hasSize(Translations.ALL.size());
    }
  }
}
