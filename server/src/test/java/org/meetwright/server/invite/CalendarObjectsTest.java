package org.meetwright.server.invite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.notice.BookingNotice.Audience;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.question.Answer;
import org.meetwright.core.question.Question;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Ids;
import org.meetwright.server.invite.CalendarObject.Method;
import org.meetwright.server.mail.Libical;

class CalendarObjectsTest {
  private static final URI LINK = URI.create("https://meet.example.org/b/token");

  @TempDir Path directory;
  private Office office;

  @BeforeEach
  void open() {
    office = Office.in(directory);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private CalendarObject make(Method method, Booking booking, URI link) {
    return make(method, booking, link == null ? Audience.HOST : Audience.INVITEE, link);
  }

  private CalendarObject make(Method method, Booking booking, Audience reader, URI link) {
    EventType type = office.core().eventTypes().find(booking.eventTypeId()).orElseThrow();
    EventCopy copy = new EventCopy(reader, booking.invitee().locale(), type, link);
    return new CalendarObjects(Office.FROM)
        .make(method, booking, CalendarRevision.of(booking, Office.NOW), copy);
  }

  private static String description(CalendarObject object) throws Exception {
    VEvent event = parsed(object).<VEvent>getComponent("VEVENT").orElseThrow();
    return event.getDescription().getValue();
  }

  @Test
  void describesToEachReaderWhatIsHisToSee() throws Exception {
    Question topic =
        new Question(Ids.next(), "Topic?", Question.AnswerKind.LONG_TEXT, false, List.of());
    Question first =
        new Question(Ids.next(), "First", Question.AnswerKind.YES_NO, false, List.of());
    EventType type = office.offer("Call", false, null, List.of(topic, first));
    Booking booking =
        office.book(
            type,
            Office.BOB,
            List.of(new EmailAddress("eve@example.com")),
            Map.of(
                topic.id(), new Answer.Text("Mills,\nlooms"), first.id(), new Answer.YesNo(true)),
            "Ring; twice");

    assertThat(description(make(Method.REQUEST, booking, Audience.HOST, null)))
        .isEqualTo(
            """
            Booked by: Bob Brown, bob@example.net

            Guests: eve@example.com

            Notes: Ring; twice

            Topic?\s
            Mills,
            looms

            First: Yes\
            """);
    assertThat(description(make(Method.REQUEST, booking, Audience.INVITEE, LINK)))
        .startsWith("With: Ada Lovelace\n\nNotes: Ring; twice\n\nTopic?")
        .endsWith("Change or cancel: " + LINK);
    assertThat(description(make(Method.REQUEST, booking, Audience.GUEST, null)))
        .isEqualTo("With: Ada Lovelace\n\nBooked by: Bob Brown");
    for (Audience reader : Audience.values()) {
      CalendarObject object = make(Method.REQUEST, booking, reader, null);
      assertThat(parsed(object).validate(true).getEntries()).isEmpty();
      Libical.check(object.text(), directory);
    }
  }

  private static String unfolded(CalendarObject object) {
    return object.text().replace("\r\n ", "");
  }

  private static Calendar parsed(CalendarObject object) throws Exception {
    return new CalendarBuilder().build(new ByteArrayInputStream(object.bytes()));
  }

  @Test
  void asksForAConfirmedMeeting() {
    Booking booking =
        office.book(
            office.call(), Office.BOB, List.of(new EmailAddress("eve@example.com")), Map.of(), "");

    assertThat(unfolded(make(Method.REQUEST, booking, LINK)).split("\r\n"))
        .containsExactly(
            "BEGIN:VCALENDAR",
            "PRODID:-//Meetwright//Meetwright//EN",
            "VERSION:2.0",
            "METHOD:REQUEST",
            "BEGIN:VEVENT",
            "UID:" + booking.id() + "@meetwright",
            "SEQUENCE:0",
            "DTSTAMP:20261120T080000Z",
            "DTSTART:20261203T130000Z",
            "DTEND:20261203T133000Z",
            "STATUS:CONFIRMED",
            "SUMMARY:30-minute call: Ada Lovelace and Bob Brown",
            "DESCRIPTION:With: Ada Lovelace\\n\\nChange or cancel:"
                + " https://meet.example.org/b/token",
            "ORGANIZER;CN=Ada Lovelace;SENT-BY=\"mailto:meet@example.org\":mailto:ada@example.com",
            "ATTENDEE;CN=Ada"
                + " Lovelace;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:ada@example.com",
            "ATTENDEE;CN=Bob Brown;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:bob@example.net",
            "ATTENDEE;CN=eve@example.com;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE"
                + ":mailto:eve@example.com",
            "END:VEVENT",
            "END:VCALENDAR");
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void isValidForEveryMethod(Method method) throws Exception {
    Calendar calendar = parsed(make(method, office.book(office.call(), Office.BOB), LINK));
    assertThat(calendar.validate(true).getEntries()).isEmpty();
  }

  @Test
  void cancelsWithStatusCancelledAndAHigherSequence() {
    Booking booking = office.book(office.call(), Office.BOB);
    Booking cancelled = office.cancel(booking, "");

    assertThat(unfolded(make(Method.CANCEL, cancelled, null)))
        .contains("METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n", "SEQUENCE:1\r\n")
        .contains("UID:" + booking.calendarUid() + "\r\n")
        .doesNotContain("DESCRIPTION");
  }

  @Test
  void publishesARequestAsTentativeAndAsksNobody() {
    Booking pending = office.book(office.offer("Call", true, null, List.of()), Office.BOB);

    assertThat(CalendarObjects.methodFor(pending.status())).isEqualTo(Method.PUBLISH);
    assertThat(unfolded(make(Method.PUBLISH, pending, LINK)))
        .contains("METHOD:PUBLISH\r\n", "STATUS:TENTATIVE\r\n")
        .doesNotContain("ATTENDEE");
  }

  @Test
  void givesALinkAsPlaceAndAsUrl() {
    Location video =
        new Location(Location.LocationKind.LINK, "https://video.example.org/r?a=1,2;b=3");
    Booking booking = office.book(office.offer("Call", false, video, List.of()), Office.BOB);

    assertThat(unfolded(make(Method.REQUEST, booking, null)))
        .contains("LOCATION:https://video.example.org/r?a=1\\,2\\;b=3\r\n")
        .contains("URL:https://video.example.org/r?a=1,2;b=3\r\n");
  }

  @Test
  void givesALinkThatWasMadeForTheMeetingAsConferenceToo() throws Exception {
    Location pattern =
        Location.offered(Location.LocationKind.GENERATED_LINK, "https://meet.example.org/{random}");
    Booking booking = office.book(office.offer("Call", false, pattern, List.of()), Office.BOB);
    CalendarObject object = make(Method.REQUEST, booking, null);

    assertThat(unfolded(object))
        .contains("CONFERENCE;VALUE=URI;FEATURE=VIDEO:" + booking.location().value() + "\r\n")
        .contains("LOCATION:" + booking.location().value() + "\r\n");
    assertThat(parsed(object).validate(true).getEntries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Brown, Bob; \"the nose\": ^x^",
        "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
        "Ünïçødé Ægïr 語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語",
        "Name-of-exactly-a-hundred-characters-Name-of-exactly-a-hundred-characters-Name-of-exactly-a-hundred-"
      })
  void survivesOddNames(String name) throws Exception {
    Location place =
        new Location(Location.LocationKind.IN_PERSON, name + ", 2nd \\floor\\new; " + name);
    Booking booking = office.book(office.offer(name, false, place, List.of()), Office.bob(name));
    CalendarObject object = make(Method.REQUEST, booking, LINK);

    assertThat(object.text().replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(object.text().split("\r\n"))
        .allSatisfy(
            line ->
                assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    Calendar calendar = parsed(object);
    assertThat(calendar.validate(true).getEntries()).isEmpty();
    VEvent event = calendar.<VEvent>getComponent("VEVENT").orElseThrow();
    assertThat(event.getSummary().getValue()).isEqualTo(name + ": Ada Lovelace and " + name);
    assertThat(event.getLocation().getValue()).isEqualTo(place.value());
    List<Property> attendees = event.getProperties("ATTENDEE");
    assertThat(attendees.get(1).getParameter("CN").orElseThrow().getValue()).isEqualTo(name);
  }

  @Test
  void writesAddressesThatUrisDontAllow() {
    assertThat(MailtoUris.of(new EmailAddress("a%b?c#d+e/ü@bücher.example")))
        .hasToString("mailto:a%25b%3Fc%23d+e%2F%C3%BC@xn--bcher-kva.example");
  }

  @Test
  void doesNotDependOnTheJvmsLocaleAndZone() {
    Booking booking = office.book(office.call(), Office.BOB);
    String usual = make(Method.REQUEST, booking, LINK).text();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(make(Method.REQUEST, booking, LINK).text()).isEqualTo(usual);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void answersTheFileOfAManageToken() {
    Booking booking = office.book(office.call(), Office.BOB);
    InviteRoutes routes = office.inviteRoutes();
    String token = office.core().manageLinks().token(booking.id());

    assertThat(routes.forToken(token).orElseThrow().text().replace("\r\n ", ""))
        .contains("METHOD:REQUEST", "https://meet.example.org/b/" + token);
    assertThat(routes.forToken("nonsense")).isEmpty();
    office.cancel(booking, "");
    assertThat(routes.forToken(token).orElseThrow().method()).isEqualTo(Method.CANCEL);
  }
}
