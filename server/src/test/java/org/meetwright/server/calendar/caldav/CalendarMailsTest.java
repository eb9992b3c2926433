package org.meetwright.server.calendar.caldav;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.Patience;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.ChangeOutcome;
import org.meetwright.core.calendar.CalendarChoices.Choice;
import org.meetwright.core.calendar.account.CalendarConnections.AddOutcome;
import org.meetwright.core.calendar.account.CalendarConnections.NewConnection;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.settings.MailSettings;

/// The mails about meetings that stand in a calendar of Radicale, as they arrive at a mail server.
@ParameterizedClass
@EachDatabase
@Timeout(600)
class CalendarMailsTest {
  private static final String TEN = "2026-03-05T15:00:00Z";
  private static final String ELEVEN = "2026-03-05T16:00:00Z";
  private static final Pattern HREF = Pattern.compile("href>([^<]+\\.ics)<");
  private static final Pattern METHOD = Pattern.compile("(?m)^METHOD:(\\w+)");

  /// Of a calendar that has few events, none is believed to be gone that vanishes.
  private static final int OTHERS = 12;

  @RegisterExtension
  static final GreenMailExtension POST =
      new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort()).withPerMethodLifecycle(true);

  @Parameter DatabaseKind kind;
  @TempDir Path directory;
  private Bed bed;
  private ServerFixture server;
  private Fixture fixture;
  private Host ada;
  private UUID connectionId;

  @BeforeEach
  void open() throws Exception {
    bed = Radicale.orSkip(directory);
    for (int i = 0; i < OTHERS; i++) {
      bed.put("other" + i + ".ics", Bed.event("other" + i, "202603%02dT060000Z".formatted(11 + i)));
    }
    MailSettings mail =
        new MailSettings(
            "127.0.0.1",
            POST.getSmtp().getPort(),
            "",
            "",
            MailSettings.Tls.NONE,
            ServerFixture.FILES.from());
    server = new ServerFixture(kind, true, mail, ServerFixture.NO_SMS);
    fixture = server.core;
    ada = fixture.ada;
    AccountAccess access = new AccountAccess(bed.root(), bed.user(), bed.password());
    AddOutcome.Added added =
        (AddOutcome.Added)
            fixture
                .core
                .calendarConnections()
                .add(ada.id(), new NewConnection(ProviderKind.CALDAV, "", access));
    connectionId = added.connection().id();
    Choice receives = new Choice(null, null, true);
    fixture.core.calendarChoices().choose(ada.id(), added.calendars().getFirst().id(), receives);
    sync();
  }

  @AfterEach
  void close() throws Exception {
    if (bed != null) {
      server.close();
      bed.close();
    }
  }

  private void sync() {
    fixture.core.calendarSync().sync(ada.id(), connectionId);
  }

  /// Waits until nothing that is due is left to be delivered.
  private void settle() throws Exception {
    Patience.until(
        () ->
            fixture.core.outbox().list(null, "pending", 50).stream()
                .allMatch(message -> message.dueAt().isAfter(fixture.clock.instant())));
    assertThat(fixture.core.outbox().count("parked")).isZero();
  }

  /// Takes all that has arrived out of the boxes, once all is delivered.
  private List<MimeMessage> arrived() throws Exception {
    settle();
    List<MimeMessage> mails = List.of(POST.getReceivedMessages());
    POST.purgeEmailFromAllMailboxes();
    return mails;
  }

  private static List<Part> leaves(Part part) throws MessagingException, IOException {
    if (!(part.getContent() instanceof Multipart parts)) {
      return List.of(part);
    }
    List<Part> leaves = new ArrayList<>();
    for (int i = 0; i < parts.getCount(); i++) {
      leaves.addAll(leaves(parts.getBodyPart(i)));
    }
    return leaves;
  }

  private static String text(MimeMessage mail) throws Exception {
    for (Part leaf : leaves(mail)) {
      if (leaf.isMimeType("text/plain")) {
        return String.valueOf(leaf.getContent());
      }
    }
    throw new AssertionError("No text");
  }

  /// Returns what the invitation in a reader's only mail asks for: REQUEST or CANCEL; empty if it
  /// has none.
  private static String invitation(List<MimeMessage> mails, String reader) throws Exception {
    List<MimeMessage> found = new ArrayList<>();
    for (MimeMessage mail : mails) {
      if (mail.getAllRecipients()[0].toString().contains(reader)) {
        found.add(mail);
      }
    }
    assertThat(found).as(reader).hasSize(1);
    List<String> methods = new ArrayList<>();
    for (Part leaf : leaves(found.getFirst())) {
      boolean isCalendar =
          leaf.isMimeType("text/calendar")
              || leaf.isMimeType("application/ics")
              || String.valueOf(leaf.getFileName()).endsWith(".ics");
      if (isCalendar) {
        String object = new String(leaf.getInputStream().readAllBytes(), UTF_8);
        Matcher method = METHOD.matcher(object);
        methods.add(method.find() ? method.group(1) : "?");
      }
    }
    return methods.stream().distinct().reduce("", String::concat);
  }

  /// Returns the addresses of what stands in the calendar beside what others put in.
  private List<String> ours() throws Exception {
    List<String> found = new ArrayList<>();
    Matcher href = HREF.matcher(bed.curl("PROPFIND", bed.calendar(), "", "Depth: 1").body());
    while (href.find()) {
      if (!href.group(1).matches(".*/(other[0-9]+|dentist)\\.ics")) {
        found.add(URI.create(bed.root()).resolve(href.group(1)).toString());
      }
    }
    return found;
  }

  private String event() throws Exception {
    assertThat(ours()).hasSize(1);
    return bed.curl("GET", ours().getFirst(), "").body();
  }

  private static String basic(String start) {
    return start.replaceAll("[-:]", "");
  }

  /// @param changes what is replaced and by what, in turn
  private void edit(String... changes) throws Exception {
    String text = event().replace("\r", "");
    for (int i = 0; i < changes.length; i += 2) {
      assertThat(text).contains(changes[i]);
      text = text.replace(changes[i], changes[i + 1]);
    }
    bed.put(ours().getFirst().replaceFirst(".*/", ""), text);
  }

  private EventType together() {
    Host bea = fixture.addHost("bea");
    Assignment all = new Assignment.Collective(fixture.addTeam("duo", ada, bea).id());
    return fixture.addEventType(one -> one.slug("panel").assignment(all));
  }

  @Test
  void bringNobodyTwoInvitations() throws Exception {
    EventType panel = together();
    Booking booking = fixture.book(panel, TEN, "bob@example.com");
    assertInvited("REQUEST");
    assertThat(event()).contains("DTSTART:" + basic(TEN)).doesNotContain("ORGANIZER", "ATTENDEE");

    Change change = Change.byInvitee("");
    assertThat(fixture.core.bookingDesk().reschedule(booking.id(), Instant.parse(ELEVEN), change))
        .isInstanceOf(ChangeOutcome.Changed.class);
    assertInvited("REQUEST");
    assertThat(event()).contains("DTSTART:" + basic(ELEVEN));

    assertThat(fixture.core.bookingDesk().cancel(booking.id(), change))
        .isInstanceOf(ChangeOutcome.Changed.class);
    assertInvited("CANCEL");
    assertThat(ours()).isEmpty();
  }

  /// Ada has it in her calendar; bea has no calendar, and neither has the invitee.
  private void assertInvited(String method) throws Exception {
    List<MimeMessage> mails = arrived();
    assertThat(invitation(mails, "ada@example.org")).isEmpty();
    assertThat(invitation(mails, "bea@example.org")).isEqualTo(method);
    assertThat(invitation(mails, "bob@example.com")).isEqualTo(method);
    assertThat(mails).hasSize(3);
  }

  @Test
  void tellTogetherWhatTheHostMovedAndDeletedThere() throws Exception {
    EventType type = fixture.addEventType(one -> one);
    fixture.book(type, TEN, "bob@example.com");
    settle();
    sync();
    arrived();
    edit("T150000Z", "T160000Z", "T153000Z", "T163000Z");
    sync();
    assertThat(arrived()).isEmpty();
    fixture.clock.advance(Duration.ofMinutes(10));

    assertThat(arrived())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.getSubject()).startsWith("You changed meetings in your calendar: ");
              assertThat(mail.getAllRecipients()[0].toString()).contains("ada@example.org");
              assertThat(text(mail)).contains("Moved in", "/account/calendars");
            });

    bed.curl("DELETE", ours().getFirst(), "");
    sync();
    settle();
    fixture.clock.advance(Duration.ofMinutes(10));
    assertThat(arrived())
        .singleElement()
        .satisfies(mail -> assertThat(text(mail)).contains("Deleted from"));
  }

  @Test
  void sayNothingOfWhatTheHostMayEditThere() throws Exception {
    fixture.book(fixture.addEventType(one -> one), TEN, "bob@example.com");
    settle();
    sync();
    arrived();
    edit("SUMMARY:", "SUMMARY:Important: ");
    sync();
    settle();
    fixture.clock.advance(Duration.ofMinutes(20));

    assertThat(arrived()).isEmpty();
    assertThat(fixture.core.calendarProblems().of(ada.id())).isEmpty();
    assertThat(event()).contains("SUMMARY:Important: ");
  }

  @Test
  void tellThatATimeIsTakenTwiceAfterTheServerHung() throws Exception {
    EventType type = fixture.addEventType(one -> one);
    bed.put("dentist.ics", Bed.event("dentist", basic(TEN)));
    fixture.clock.advance(Duration.ofSeconds(31));
    Program radicale = (Program) bed.programs().getFirst();
    Booking booking;
    radicale.pause();
    try {
      booking = fixture.book(type, TEN, "bob@example.com");
    } finally {
      radicale.resume();
    }
    assertThat(fixture.core.bookings().history(booking.id()))
        .anyMatch(entry -> entry.event() == BookingEvent.UNCHECKED);
    arrived();
    fixture.clock.advance(Duration.ofMinutes(1));

    assertThat(arrived())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.getSubject()).isEqualTo("A booked time is taken: Bob Brown");
              assertThat(mail.getAllRecipients()[0].toString()).contains("ada@example.org");
              assertThat(text(mail)).contains("/account/bookings/" + booking.id());
            });
    assertThat(fixture.core.calendarProblems().of(ada.id())).hasSize(1);
  }
}
