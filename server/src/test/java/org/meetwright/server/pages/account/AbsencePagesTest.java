package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.absence.Absence;
import org.meetwright.core.absence.Absences;
import org.meetwright.core.absence.Span;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.value.Ids;

@ParameterizedClass
@EachDatabase
class AbsencePagesTest {
  private static final String PAGE = "/account/absences";

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

  private HttpResponse<String> send(String page, String... fieldsAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      fields.put(fieldsAndValues[i], fieldsAndValues[i + 1]);
    }
    fields.putIfAbsent("do", "save");
    return in.submit(PAGE, page, fields);
  }

  private List<Absence> all() {
    return in.core.absences().list(in.ada);
  }

  @Test
  void savesChangesAndDeletesOne() {
    assertThat(in.get(PAGE).body()).contains("There are none ahead.");
    HttpResponse<String> saved =
        send(PAGE, "from", "2026-07-01", "to", "2026-07-14", "note", "At the <sea>");
    assertThat(saved.body()).contains("The absence is saved.", "At the &lt;sea&gt;");
    assertThat(saved.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(all())
        .singleElement()
        .satisfies(
            absence ->
                assertThat(absence.span())
                    .isEqualTo(
                        new Span.Dates(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 14))));

    String one = PAGE + "/" + all().getFirst().id();
    assertThat(in.get(one).body()).contains("value=\"2026-07-14\"");
    send(one, "from", "2026-07-01", "fromTime", "9", "to", "", "toTime", "1 pm");
    assertThat(all().getFirst().span())
        .isEqualTo(
            new Span.Instants(
                Instant.parse("2026-07-01T13:00:00Z"), Instant.parse("2026-07-01T17:00:00Z")));
    assertThat(in.get(one).body()).contains("value=\"09:00\"", "value=\"13:00\"");

    assertThat(send(one + "/delete").body()).contains("The absence is deleted.");
    assertThat(all()).isEmpty();
  }

  @Test
  void listsTheBookingsThatStandInIt() {
    in.server.addEventType("call", "\"description\": \"\"");
    in.server.core.book(
        in.core.eventTypes().list(in.ada).getFirst(), "2026-03-03T15:00:00Z", "bob@example.org");
    assertThat(send(PAGE, "from", "2026-03-03", "do", "see").body())
        .contains("What changes", "Bookings that would lie outside");
    assertThat(all()).isEmpty();
    assertThat(send(PAGE, "from", "2026-03-03").body())
        .contains("These bookings stand in it.", "/account/bookings/");
    assertThat(all()).hasSize(1);
  }

  @Test
  void showsWhatWouldChangeAndSavesNothing() {
    in.server.addEventType("call", "\"description\": \"\"");
    String seen = send(PAGE, "from", "2026-03-03", "to", "2026-03-04", "do", "see").body();
    assertThat(seen)
        .contains("What changes", "free times that are new: 0, that disappear: 32,")
        .contains("value=\"2026-03-04\"", "Gone, for example");
    assertThat(all()).isEmpty();
    assertThat(send(PAGE, "from", "2026-03-04", "to", "2026-03-03", "do", "see").body())
        .contains("Choose two days")
        .doesNotContain("What changes");

    send(PAGE, "from", "2026-03-03", "to", "2026-03-04");
    String one = PAGE + "/" + all().getFirst().id();
    assertThat(send(one, "from", "2026-03-04", "to", "2026-03-04", "do", "see").body())
        .contains("free times that are new: 16, that disappear: 0,");
  }

  @Test
  void saysWhatIsWrongAndKeepsWhatWasTyped() {
    send(PAGE, "from", "2026-07-01", "to", "2026-07-14");
    assertThat(send(PAGE, "from", "2026-07-14", "to", "2026-07-20", "note", "Twice").body())
        .contains("It overlaps with another absence.", "Twice");
    assertThat(send(PAGE, "from", "2026-08-02", "to", "2026-08-01").body())
        .contains("Choose two days", "value=\"2026-08-02\"");
    assertThat(send(PAGE, "from", "2026-08-02", "fromTime", "9").body())
        .contains("Fill in both times or neither");
    assertThat(send(PAGE, "from", "2026-08-02", "redirectTo", "ada/call").body())
        .contains("Nobody can book this now");
    assertThat(send(PAGE, "from", "2026-08-02", "redirectTo", "?").statusCode()).isEqualTo(400);
    assertThat(all()).hasSize(1);
    assertThat(in.get(PAGE + "/00000000-0000-0000-0000-000000000000").statusCode()).isEqualTo(404);
    assertThat(in.browser.post(PAGE, Map.of("csrf", "x")).statusCode()).isEqualTo(400);
  }

  @Test
  void foldsThoseThatAreOverAndDeletesThem() {
    send(PAGE, "from", "2026-03-03", "note", "Dentist");
    assertThat(in.get(PAGE).body()).contains("Dentist").doesNotContain("Past absences");
    in.server.core.clock.advance(Duration.ofDays(10));
    String page = in.get(PAGE).body();
    assertThat(page).contains("There are none ahead.", "Past absences: 1", "Dentist");
    String one = PAGE + "/" + all().getFirst().id();
    assertThat(send(one + "/delete").body())
        .contains("The absence is deleted.")
        .doesNotContain("Past absences");
    assertThat(all()).isEmpty();
  }

  @Test
  void saysThatThereAreTooManyRatherThanThatTheyOverlap() {
    for (int i = 0; i < Absences.MOST; i++) {
      LocalDate day = LocalDate.of(2027, 1, 1).plusDays(2L * i);
      in.core.absences().add(new Absence(Ids.next(), in.ada, new Span.Dates(day, day), "", null));
    }
    assertThat(send(PAGE, "from", "2026-07-01").body())
        .contains("You have 500 absences, which is the most.")
        .doesNotContain("overlaps");
    assertThat(all()).hasSize(Absences.MOST);
  }
}
