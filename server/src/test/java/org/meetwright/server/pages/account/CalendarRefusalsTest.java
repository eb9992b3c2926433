package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.api.CalendarFile;
import org.meetwright.server.calendar.script.MemoryDav;
import org.meetwright.server.calendar.script.Script;
import org.meetwright.server.calendar.script.Script.Said;
import org.meetwright.server.text.Texts;

/// What can't be connected is refused in the same words by the API and on the page, and nothing of
/// it stays.
@ParameterizedClass
@EachDatabase
class CalendarRefusalsTest {
  private static final String PAGE = "/account/calendars";
  private static final String ACCOUNTS = "/api/v1/calendar-accounts";
  private static final Texts WORDS =
      Texts.of("org.meetwright.server.pages.account.texts", Locale.ENGLISH);

  @Parameter DatabaseKind kind;
  private SignedIn in;
  private Script script;
  private MemoryDav dav;

  @BeforeEach
  void open() throws IOException {
    script = new Script();
    dav = new MemoryDav("/zqPath/").asksFor("ada", "right");
  }

  @AfterEach
  void close() {
    in.close();
    script.close();
    dav.close();
  }

  /// @param code what the API calls it
  private record Refused(String kind, String url, String field, String code) {}

  private void assertRefused(Refused wanted) {
    // So that it is not tried too often.
    in.server.core.clock.advance(Duration.ofMinutes(10));
    Answer api =
        in.server.asHost(
            "POST",
            ACCOUNTS,
            "{\"kind\": \"%s\", \"url\": \"%s\", \"user\": \"ada\", \"password\": \"zqWrong\"}"
                .formatted(wanted.kind, wanted.url));
    assertThat(api.status()).as(wanted + " " + api.body()).isEqualTo(400);
    assertThat(api.field()).as(wanted.toString()).isEqualTo(wanted.field);
    assertThat(api.body().at("/errors/0/code").asString())
        .as(wanted.toString())
        .isEqualTo(wanted.code);
    assertThat(api.body().toString()).doesNotContain("zqPath", "zqWrong");

    String field = wanted.kind + ".";
    Map<String, String> form =
        Map.of(
            "kind",
            wanted.kind,
            field + "url",
            wanted.url,
            field + "user",
            "ada",
            field + "password",
            "zqWrong");
    HttpResponse<String> page = in.browser.submit(PAGE, PAGE, form);
    assertThat(page.statusCode()).as(wanted.toString()).isEqualTo(400);
    assertThat(page.body())
        .as(wanted.toString())
        .contains("id=\"" + field + wanted.field + "-error\"")
        .contains(WORDS.get("calendar.fault." + wanted.code))
        .doesNotContain("zqWrong");
    assertNothingIsConnected();
  }

  private void assertNothingIsConnected() {
    assertThat(in.core.calendarConnections().list(in.ada)).isEmpty();
    assertThat(in.server.core.dump().lines())
        .noneMatch(row -> row.matches("calendar(_connection|_item)? \\|.*"))
        .noneMatch(row -> row.contains("zqPath") || row.contains("zqWrong"));
  }

  @Test
  void neitherPrivateNorLoopbackNorFilesAreAsked() {
    in = new SignedIn(kind);
    int port = script.port();
    for (String host :
        List.of("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0")) {
      for (String service : List.of("ics", "caldav")) {
        String url = "http://" + host + ":" + port + "/zqPath";
        assertRefused(new Refused(service, url, "url", "private_address"));
      }
    }
    for (String host : List.of("10.1.2.3", "192.168.0.1", "169.254.169.254", "[fd00::1]")) {
      assertRefused(new Refused("ics", "http://" + host + "/zqPath", "url", "private_address"));
    }
    for (String url :
        List.of("file:///zqPath", "FILE://zqPath", "ftp://x/zqPath", "http://2130706433/zqPath")) {
      assertRefused(new Refused("ics", url, "url", "bad_address"));
      assertRefused(new Refused("caldav", url, "url", "bad_address"));
    }
    assertThat(script.asked()).isEmpty();
  }

  @Test
  void aWrongPasswordIsSaidToBeOne() {
    in = new SignedIn(kind, true);
    assertRefused(new Refused("caldav", dav.url(), "password", "sign_in"));
    try (CalendarFile file = new CalendarFile("/zqPath")) {
      file.asksFor("ada", "right");
      assertRefused(new Refused("ics", file.url(), "password", "sign_in"));
    }
  }

  @Test
  void whereNoCalendarIsNoneIsFound() {
    in = new SignedIn(kind, true);
    script.onAnything(_ -> Said.of(404, ""));
    assertRefused(new Refused("caldav", script.url() + "/zqPath", "url", "not_found"));
    assertRefused(new Refused("ics", script.url() + "/zqPath", "url", "not_found"));
    script.onAnything(_ -> Said.of(200, "<!doctype html><form>zq</form>"));
    assertRefused(new Refused("ics", script.url() + "/zqPath", "url", "no_feed"));
    script.onAnything(_ -> Said.redirect(302, "/zqPath"));
    assertRefused(new Refused("ics", script.url() + "/zqPath", "url", "redirected"));
  }

  /// Also where a host sends what the page does not offer him.
  @Test
  void noCalendarThatCanOnlyBeReadReceives() {
    in = new SignedIn(kind, true);
    try (CalendarFile file = new CalendarFile("/basic.ics")) {
      file.says(CalendarFile.event("1", "20260310T140000Z", "Dentist"));
      in.submit(PAGE, PAGE, Map.of("kind", "ics", "ics.url", file.url()));
      var account = in.core.calendarConnections().list(in.ada).getFirst();
      var calendar =
          in.core.calendarConnections().calendars(in.ada, account.id()).orElseThrow().getFirst();
      String id = calendar.id().toString();
      assertThat(in.get(PAGE).body()).doesNotContain("value=\"" + id + "\" selected");
      HttpResponse<String> page =
          in.submit(PAGE, PAGE + "/choose", Map.of("shown", id, "busy", id, "receiver", id));
      assertThat(page.body()).contains(WORDS.get("notice.calendar-not-receiving"));
      assertThat(in.core.calendarChoices().find(in.ada, calendar.id()).orElseThrow().use())
          .isEqualTo(calendar.use());
    }
  }
}
