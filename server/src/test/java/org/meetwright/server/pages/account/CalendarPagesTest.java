package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.api.CalendarFile;

/// The page of a host's calendars without a script, on both databases.
@ParameterizedClass
@EachDatabase
class CalendarPagesTest {
  private static final String PAGE = "/account/calendars";

  @Parameter DatabaseKind kind;
  private SignedIn in;
  private CalendarFile file;

  @BeforeEach
  void open() {
    in = new SignedIn(kind, true);
    file = new CalendarFile("/s3cret/basic.ics");
    file.says(CalendarFile.event("1", "20260310T140000Z", "Dentist"));
  }

  @AfterEach
  void close() {
    in.close();
    file.close();
  }

  private HttpResponse<String> connect() {
    return in.submit(PAGE, PAGE, Map.of("kind", "ics", "ics.url", file.url()));
  }

  private UUID only() {
    return in.core.calendarConnections().list(in.ada).getFirst().id();
  }

  @Test
  void connectsChoosesReadsPausesAndDisconnects() {
    assertThat(connect().body()).contains("127.0.0.1", "Ada's days");
    String account = PAGE + "/" + only();
    in.server.core.clock.advance(Duration.ofSeconds(1));
    assertThat(in.submit(PAGE, account + "/sync", Map.of()).body()).contains("Ada's days");
    assertThat(in.core.busyTimes().list(in.ada, null, null, 10)).hasSize(1);
    String calendar =
        in.core.calendarConnections().calendars(in.ada, only()).orElseThrow().getFirst().id() + "";
    in.submit(PAGE, PAGE + "/choose", Map.of("shown", calendar));
    assertThat(in.core.busyTimes().list(in.ada, null, null, 10)).isEmpty();
    assertThat(in.submit(account, account, Map.of("do", "pause")).body()).contains("Paused");
    in.submit(account, account, Map.of("do", "save", "name", "My <days>"));
    assertThat(in.get(PAGE).body()).contains("My &lt;days&gt;").doesNotContain("s3cret");
    in.submit(account, account + "/remove", Map.of());
    assertThat(in.core.calendarConnections().list(in.ada)).isEmpty();
  }

  private static void assertTooOften(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 3600L);
    assertThat(answer.body()).doesNotContain("hunter2");
  }

  @Test
  void triesNoMoreOftenThanItMay() {
    connect();
    String account = PAGE + "/" + only();
    file.fails(404);
    HttpResponse<String> answer = connect();
    for (int i = 0; i < 100 && answer.statusCode() == 400; i++) {
      answer = connect();
    }
    assertTooOften(answer);
    assertThat(answer.body()).contains("asked too often", "try again in 2 minutes", file.url());
    answer = in.submit(account, account, Map.of("do", "signIn", "password", "hunter2"));
    assertTooOften(answer);
    assertThat(answer.body()).contains("asked too often");
    while (in.core.calendarConnections().countReading(in.ada, only()).isZero()) {
      // Until none is left.
    }
    assertTooOften(in.submit(PAGE, account + "/sync", Map.of()));
  }

  @Test
  void tellsOfZonesThatNobodyKnowsInTheHostsLanguage() {
    file.says(
        CalendarFile.event("1", "X", "Quest")
            .replace("DTSTART:X", "DTSTART;TZID=Middle Earth:20260310T140000"));
    connect();
    in.server.core.clock.advance(Duration.ofSeconds(1));
    in.submit(PAGE, PAGE + "/" + only() + "/sync", Map.of());
    assertThat(in.get(PAGE + "?lang=de").body())
        .contains("in einer Zeitzone, die nicht bekannt ist")
        .doesNotContain("Middle Earth", "unknown time zones", "calendar.fault");
    assertThat(in.get(PAGE).body())
        .contains("in a time zone that is not known")
        .doesNotContain("Last try:");
  }
}
