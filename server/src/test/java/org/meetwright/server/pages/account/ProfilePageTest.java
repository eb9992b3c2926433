package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.HostLimits;
import org.meetwright.core.host.Host;
import org.meetwright.core.schedule.Schedule;

/// What a host says of himself. ada is in New York.
@ParameterizedClass
@EachDatabase
class ProfilePageTest {
  private static final String PAGE = "/account/profile";

  @Parameter DatabaseKind kind;
  private SignedIn in;

  @BeforeEach
  void open() {
    in = new SignedIn(kind);
    in.server.core.open(in.server.core.ada, "America/New_York", "09:00-12:00");
  }

  @AfterEach
  void close() {
    in.close();
  }

  private Host ada() {
    return in.core.hosts().find(in.ada).orElseThrow();
  }

  private Schedule schedule() {
    return in.core.schedules().list(in.ada).getFirst();
  }

  private HttpResponse<String> save(Map<String, String> fields) {
    Map<String, String> form =
        new HashMap<>(
            Map.of(
                "name", "Ada Lovelace",
                "zone", "Europe/London",
                "language", "de",
                "meetings", "",
                "minutes", ""));
    form.putAll(fields);
    return in.submit(PAGE, PAGE, form);
  }

  @Test
  void nameZoneLanguageAndLimitsAreSaved() {
    HttpResponse<String> saved = save(Map.of("meetings", "4", "minutes", " 180 "));
    assertThat(saved.body()).contains("Your profile is saved", "value=\"Ada Lovelace\"");
    assertThat(ada().name()).isEqualTo("Ada Lovelace");
    assertThat(ada().timeZone()).isEqualTo(ZoneId.of("Europe/London"));
    assertThat(ada().locale()).isEqualTo(Locale.GERMAN);
    assertThat(ada().limits()).isEqualTo(new HostLimits(4, 180));
    assertThat(ada().email().value()).isEqualTo("ada@example.org");
    assertThat(schedule().timeZone()).as("was not asked to follow").hasToString("America/New_York");
  }

  @Test
  void schedulesFollowWhereTheHostSaysSo() {
    EventType call = in.server.core.addEventType(type -> type.slug("call").notice(0));
    Booking booking = in.server.core.book(call, "2026-03-04T15:00:00Z");
    assertThat(in.get(PAGE).body())
        .as("follows unless told otherwise")
        .containsPattern("value=\"" + schedule().id() + "\"[^>]* checked");
    assertThat(in.server.core.startsOn(call, "2026-03-05")).startsWith("2026-03-05T14:00:00Z");

    save(Map.of("following", schedule().id().toString()));
    assertThat(schedule().timeZone()).hasToString("Europe/London");
    assertThat(schedule().weeklyHours()).isNotEmpty();
    assertThat(in.server.core.startsOn(call, "2026-03-05"))
        .as("nine by the clock of London")
        .startsWith("2026-03-05T09:00:00Z");
    assertThat(in.core.bookings().find(booking.id()).orElseThrow().start())
        .isEqualTo(booking.start());
  }

  @Test
  void anotherHostsScheduleStays() {
    Host eve = in.server.core.addHost("eve");
    Schedule hers = in.core.schedules().list(eve.id()).getFirst();
    save(Map.of("following", hers.id().toString()));
    assertThat(in.core.schedules().list(eve.id())).containsExactly(hers);
  }

  @Test
  void aMistakeIsSaidBesideItsFieldAndNothingIsSaved() {
    Host before = ada();
    for (var wrong :
        List.of(
            Map.entry("name", ""),
            Map.entry("zone", "Mars/Base"),
            Map.entry("language", "tlh"),
            Map.entry("meetings", "many"),
            Map.entry("minutes", "1441"))) {
      HttpResponse<String> refused = save(Map.of(wrong.getKey(), wrong.getValue()));
      assertThat(refused.statusCode()).as(wrong.getKey()).isEqualTo(400);
      assertThat(refused.body()).contains("id=\"" + wrong.getKey() + "-error\"");
      if (!wrong.getKey().equals("name")) {
        assertThat(refused.body()).contains("value=\"Ada Lovelace\"");
      }
    }
    assertThat(ada()).isEqualTo(before);
  }

  @Test
  void aFormWhoseSessionHasEndedComesBackFilledIn() {
    Map<String, String> form =
        new HashMap<>(
            Map.of("name", "Countess", "zone", "Asia/Tokyo", "language", "ja", "meetings", "3"));
    form.put("csrf", Browser.csrf(in.get(PAGE)));
    in.access.sessions().list(in.ada).forEach(it -> in.access.sessions().end(in.ada, it.id()));
    in.follow(in.browser.post(PAGE, form));
    HttpResponse<String> back =
        in.submit(
            "/login", "/login", Map.of("email", "ada@example.org", "password", SignedIn.PASSWORD));
    assertThat(back.uri().getPath()).isEqualTo(PAGE);
    assertThat(back.body())
        .contains("value=\"Countess\"", "value=\"3\"")
        .containsPattern("value=\"Asia/Tokyo\"[^>]* selected");
    assertThat(ada().name()).isEqualTo("ada Example");
  }
}
