package org.meetwright.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.Patience;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.branding.Logo;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.CalendarMapper;
import org.meetwright.core.calendar.ConnectionState;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.RemoteCalendar;
import org.meetwright.core.email.Email;
import org.meetwright.core.email.Resend;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.ChangePolicy;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.outbox.Handler;
import org.meetwright.core.outbox.OutboxWorker;
import org.meetwright.core.question.Answer;
import org.meetwright.core.question.Question;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Ids;
import org.meetwright.server.brand.MailColors;
import org.meetwright.server.invite.Office;
import org.meetwright.server.mail.sending.MailSender;
import org.meetwright.server.settings.MailSettings;
import org.meetwright.server.settings.MailSettings.Tls;

class MailDeliveryTest {
  @RegisterExtension
  static final GreenMailExtension POST =
      new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort())
          .withConfiguration(GreenMailConfiguration.aConfig().withUser("meet", "meet", "secret"));

  private static final Instant LATER = Office.START.plusSeconds(24 * 3600);

  private static final ChangePolicy NEVER = new ChangePolicy(365 * 24 * 60, false);

  @TempDir Path directory;
  private Office office;
  private OutboxWorker worker;

  @BeforeEach
  void open() {
    office = Office.in(directory);
    MailSettings settings =
        new MailSettings(
            "127.0.0.1", POST.getSmtp().getPort(), "meet", "secret", Tls.NONE, Office.FROM);
    MailSender sender = MailSender.of(settings, directory);
    worker =
        OutboxWorker.start(
            office.core().outbox(),
            List.of(
                new Handler<>(
                    BookingNotice.KIND,
                    MailFixture.delivery(office.core(), () -> Office.URL, sender, Office.FROM)),
                new Handler<>(Resend.KIND, new StoredMails(office.core().emails(), sender))));
  }

  @AfterEach
  void close() {
    worker.close();
    office.close();
  }

  /// Returns what one reader has got, as soon as that many mails have come in all.
  private static List<MimeMessage> mailTo(String address, int all) throws Exception {
    assertThat(POST.waitForIncomingEmail(Patience.MILLIS, all)).isTrue();
    List<MimeMessage> found = new ArrayList<>();
    for (MimeMessage message : POST.getReceivedMessages()) {
      if (Arrays.toString(message.getAllRecipients()).contains(address)) {
        found.add(message);
      }
    }
    return found;
  }

  private static List<Part> leaves(Part part) throws Exception {
    if (!(part.getContent() instanceof Multipart parts)) {
      return List.of(part);
    }
    List<Part> leaves = new ArrayList<>();
    for (int i = 0; i < parts.getCount(); i++) {
      leaves.addAll(leaves(parts.getBodyPart(i)));
    }
    return leaves;
  }

  private static List<String> types(Part part) throws Exception {
    List<String> types = new ArrayList<>();
    for (Part leaf : leaves(part)) {
      types.add(leaf.getContentType().replaceAll("\\s+", " "));
    }
    return types;
  }

  private static String content(Part message, String type) throws Exception {
    for (Part leaf : leaves(message)) {
      if (leaf.isMimeType(type)) {
        try (InputStream in = leaf.getInputStream()) {
          String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          return type.startsWith("text/calendar") ? text.replace("\r\n ", "") : text;
        }
      }
    }
    throw new AssertionError("No " + type);
  }

  @Test
  void tellsEveryHostOfACollectiveBooking() throws Exception {
    EventType panel = office.together();
    UUID topic = panel.questions().getFirst().id();
    Booking booking =
        office.book(panel, Office.BOB, List.of(), Map.of(topic, new Answer.Text("Mills")), "");

    MimeMessage bobs = mailTo("bob@", 3).getFirst();
    MimeMessage adas = mailTo("ada@", 3).getFirst();
    MimeMessage beas = mailTo("bea@", 3).getFirst();
    assertThat(mailTo("ada@", 3)).hasSize(1);
    assertThat(content(bobs, "text/plain")).contains("Ada Lovelace", "Bea Arthur");
    assertThat(content(adas, "text/plain")).contains("Bob", "Topic?", "Mills");
    assertThat(content(beas, "text/plain")).contains("Bob", "Topic?", "Mills");
    assertThat(adas.getMessageID()).isNotEqualTo(beas.getMessageID());
    assertThat(content(beas, "text/calendar"))
        .contains("UID:" + booking.calendarUid(), "mailto:ada@example.com")
        .contains("mailto:bea@example.com");

    office.cancel(booking, "Too busy");

    assertThat(mailTo("bea@", 6)).hasSize(2);
    MimeMessage cancelled = mailTo("bob@", 6).getLast();
    assertThat(content(cancelled, "text/plain")).contains("/duo/" + panel.slug());
  }

  /// Else the meeting would stand in the calendar twice.
  @Test
  void invitesNoHostWhoseCalendarIsWritten() throws Exception {
    receive(office.ada().id());
    Booking booking = office.book(office.together(), Office.BOB, List.of(), Map.of(), "");

    MimeMessage adas = mailTo("ada@", 3).getFirst();
    assertThat(types(adas)).noneMatch(type -> type.contains("calendar") || type.contains(".ics"));
    assertThat(content(adas, "text/plain")).contains("Bob").doesNotContain("Outlook");
    assertThat(content(mailTo("bea@", 3).getFirst(), "text/calendar"))
        .contains("METHOD:REQUEST\r\n");
    assertThat(content(mailTo("bob@", 3).getFirst(), "text/calendar"))
        .contains("METHOD:REQUEST\r\n", "UID:" + booking.calendarUid());
  }

  private void receive(UUID hostId) {
    UUID connectionId = Ids.next();
    UUID calendarId = Ids.next();
    CalendarConnection connection =
        new CalendarConnection(
            connectionId,
            hostId,
            ProviderKind.CALDAV,
            "Mine",
            ConnectionState.ACTIVE,
            null,
            null,
            null,
            false);
    office
        .core()
        .database()
        .inTransaction(
            tx -> {
              CalendarMapper mapper = tx.mapper(CalendarMapper.class);
              mapper.insertConnection(connection, "caldav", "active", "", Office.NOW);
              RemoteCalendar remote = new RemoteCalendar("home", "Home", null, null, true);
              mapper.insertCalendar(calendarId, connectionId, hostId, remote, "key", true);
              return mapper.use(calendarId, new Calendar.Use(false, false, true));
            });
  }

  @Test
  void tellsTheFormerHostAndTheNewOneOfAMove() throws Exception {
    EventType type = office.inTurn();
    EmailAddress eve = new EmailAddress("eve@example.com");
    Booking booking = office.book(type, Office.BOB, List.of(eve), Map.of(), "");
    assertThat(booking.isWith(office.ada().id())).isTrue();
    mailTo("ada@", 3);
    office.busy(office.ada(), LATER);

    office.move(booking, LATER);

    MimeMessage adas = mailTo("ada@", 7).getLast();
    assertThat(adas.getSubject())
        .isEqualTo("Given to another host: In turn with Bob Brown, Thu, 3 Dec 2026, 14:00");
    assertThat(content(adas, "text/calendar"))
        .contains("METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n", "SEQUENCE:1\r\n")
        .contains("UID:" + booking.calendarUid() + "\r\n", "DTSTART:20261203T130000Z\r\n")
        .contains("mailto:ada@example.com")
        .doesNotContain("mailto:bea@example.com");
    MimeMessage beas = mailTo("bea@", 7).getFirst();
    assertThat(mailTo("bea@", 7)).hasSize(1);
    assertThat(beas.getSubject()).startsWith("New booking: In turn with Bob Brown, Fri, 4 Dec");
    assertThat(content(beas, "text/calendar"))
        .contains("METHOD:REQUEST\r\n", "SEQUENCE:1\r\n", "DTSTART:20261204T130000Z\r\n")
        .contains("UID:" + booking.calendarUid() + "\r\n");
    assertThat(content(mailTo("bob@", 7).getLast(), "text/plain"))
        .contains("Before: Thu, Dec 3, 2026, 8:00 AM", "With: Bea Arthur");
    assertThat(content(mailTo("eve@", 7).getLast(), "text/calendar"))
        .contains("METHOD:REQUEST\r\n", "SEQUENCE:1\r\n");
  }

  /// Moves the clock once all that is due is marked: what is in a worker's hands when hours pass
  /// counts as lost, and is sent again.
  private void passTo(Instant later) throws Exception {
    Instant now = office.core().clock().instant();
    Waiting.until(
        () ->
            office.core().outbox().list(null, "pending", 1).stream()
                .allMatch(message -> message.dueAt().isAfter(now)));
    office.passTo(later);
  }

  @Test
  void remindsOnlyOnceOfAMeetingThatWasMovedAwayAndBack() throws Exception {
    Booking booking = office.book(office.call(), Office.BOB);
    mailTo("bob@", 2);
    office.move(booking, LATER);
    mailTo("bob@", 4);
    office.move(booking, Office.START);
    mailTo("bob@", 6);

    passTo(LATER.minusSeconds(3600));

    Waiting.until(() -> office.core().outbox().count("done") == 12);
    assertThat(mailTo("bob@", 8)).hasSize(4);
    assertThat(POST.getReceivedMessages()).hasSize(8);
  }

  @Test
  void tellsHostsOfATeamWhichOfThemDidIt() throws Exception {
    Booking booking = office.book(office.together(), Office.BOB);
    mailTo("bob@", 3);
    office.cancelByAda(booking, "");

    assertThat(content(mailTo("ada@", 6).getLast(), "text/plain"))
        .contains("You have cancelled this meeting.");
    for (String other : List.of("bea@", "bob@")) {
      assertThat(content(mailTo(other, 6).getLast(), "text/plain"))
          .contains("Ada Lovelace has cancelled this meeting.");
    }
  }

  @Test
  void offersNothingThatThePageWouldRefuse() throws Exception {
    EventType free = office.call();
    EventType strict = office.offer("Strict", Policies.of(NEVER, NEVER));
    office.book(free, Office.BOB);
    String one = content(mailTo("bob@", 2).getFirst(), "text/plain");
    office.passTo(Office.NOW.plusSeconds(1));
    office.book(strict, Office.BOB, LATER);
    String other = content(mailTo("bob@", 4).getLast(), "text/plain");

    assertThat(one).contains("Change or cancel:");
    assertThat(other).contains("See the booking:").doesNotContain("Change", "Cancel");
  }

  @Test
  void offersCalendarsOnTheWebWhileTheMeetingStands() throws Exception {
    Booking booking = office.book(office.call(), Office.BOB);
    mailTo("bob@", 2);
    office.cancel(booking, "");

    List<MimeMessage> bobs = mailTo("bob@", 4);
    for (String type : List.of("text/plain", "text/html")) {
      assertThat(content(bobs.getFirst(), type))
          .contains("https://calendar.google.com/", "https://outlook.live.com/")
          .contains("https://outlook.office.com/calendar/0/deeplink/compose")
          .contains("https://calendar.yahoo.com/");
      assertThat(content(bobs.getLast(), type)).doesNotContain("calendar.google.com");
    }
  }

  @Test
  void keepsEveryMailAndSendsItAgainAsItWas() throws Exception {
    Booking booking = office.book(office.call(), Office.BOB);
    MimeMessage first = mailTo("bob@", 2).getFirst();
    Waiting.until(() -> office.core().outbox().count("done") == 2);
    List<Email> mails = office.core().emails().ofBooking(booking.id());
    assertThat(mails)
        .extracting(Email::recipient)
        .containsExactlyInAnyOrder("bob@example.net", "ada@example.com");
    assertThat(mails).extracting(Email::state).containsOnly("sent");
    Email bobs =
        mails.stream().filter(mail -> mail.recipient().startsWith("bob")).findFirst().orElseThrow();
    office.move(booking, LATER);
    mailTo("bob@", 4);

    office.core().emails().resend(List.of(bobs));

    MimeMessage again = mailTo("bob@", 5).getLast();
    assertThat(again.getMessageID()).isEqualTo(first.getMessageID()).isEqualTo(bobs.messageId());
    assertThat(again.getSubject()).isEqualTo(first.getSubject());
    assertThat(again.getInputStream().readAllBytes())
        .isEqualTo(first.getInputStream().readAllBytes());
    Waiting.until(() -> office.core().emails().find(bobs.id()).orElseThrow().attempts() == 2);
  }

  @Test
  void tellsInviteeAndHostOfABooking() throws Exception {
    Booking booking = office.book(office.call(), Office.BOB);

    MimeMessage bobs = mailTo("bob@", 2).getFirst();
    MimeMessage adas = mailTo("ada@", 2).getFirst();

    assertThat(bobs.getSubject())
        .isEqualTo("Confirmed: 30-minute call with Ada Lovelace, Thu, Dec 3, 2026, 8:00 AM");
    assertThat(adas.getSubject())
        .isEqualTo("New booking: 30-minute call with Bob Brown, Thu, 3 Dec 2026, 14:00");
    assertThat(bobs.getHeader("From"))
        .containsExactly("Ada Lovelace via Meetwright <meet@example.org>");
    assertThat(adas.getHeader("From")).containsExactly("Meetwright <meet@example.org>");
    assertThat(bobs.getHeader("Reply-To")).containsExactly("Ada Lovelace <ada@example.com>");
    assertThat(adas.getHeader("Reply-To")).containsExactly("Bob Brown <bob@example.net>");
    assertThat(bobs.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(bobs.getMessageID())
        .isEqualTo("<" + booking.id() + "-1-booked-invitee@example.org>");
    assertThat(bobs.getSentDate()).isEqualTo(Office.NOW);
    assertThat(types(bobs))
        .containsExactly(
            "text/plain; charset=UTF-8",
            "text/html; charset=UTF-8",
            "text/calendar; method=REQUEST; charset=UTF-8",
            "application/ics; name=invite.ics");
    assertThat(bobs.isMimeType("multipart/mixed")).isTrue();
    assertThat(content(bobs, "text/calendar"))
        .isEqualTo(content(bobs, "application/ics").replace("\r\n ", ""))
        .contains("DTSTART:20261203T130000Z\r\n", "DTEND:20261203T133000Z\r\n");
  }

  @Test
  void saysTheSameInTextAndHtml() throws Exception {
    office.book(office.call(), Office.BOB);
    MimeMessage bobs = mailTo("bob@", 2).getFirst();

    assertThat(content(bobs, "text/plain"))
        .contains("Your meeting with Ada Lovelace is confirmed.")
        .contains("Thursday, December 3, 2026", "8:00 AM – 8:30 AM", "New York (UTC−5)")
        .contains("For Ada Lovelace: 2:00 PM – 2:30 PM, Berlin (UTC+1)")
        .contains("Change or cancel:\r\nhttps://meet.example.org/b/");
    assertThat(content(bobs, "text/html"))
        .contains("Your meeting with Ada Lovelace is confirmed.", "8:00 AM – 8:30 AM")
        .contains("href=\"https://meet.example.org/b/");
  }

  @Test
  void keepsUidAndRaisesSequence() throws Exception {
    Booking booking = office.book(office.call(), Office.BOB);
    mailTo("bob@", 2);
    office.move(booking, LATER);
    mailTo("bob@", 4);
    office.cancel(booking, "Something came up.\nSorry!");
    mailTo("bob@", 6);

    for (String reader : List.of("bob@", "ada@")) {
      List<String> sequences = new ArrayList<>();
      for (MimeMessage message : mailTo(reader, 6)) {
        String calendar = content(message, "text/calendar");
        assertThat(calendar).contains("UID:" + booking.calendarUid() + "\r\n");
        assertThat(
                new CalendarBuilder().build(new StringReader(calendar)).validate(true).getEntries())
            .isEmpty();
        sequences.add(calendar.replaceAll("(?s).*(METHOD:\\w+).*(SEQUENCE:\\d).*", "$1 $2"));
      }
      assertThat(sequences)
          .containsExactly(
              "METHOD:REQUEST SEQUENCE:0", "METHOD:REQUEST SEQUENCE:1", "METHOD:CANCEL SEQUENCE:2");
    }
    MimeMessage moved = mailTo("ada@", 6).get(1);
    assertThat(moved.getSubject())
        .isEqualTo("Moved: 30-minute call with Bob Brown, Fri, 4 Dec 2026, 14:00");
    assertThat(content(moved, "text/plain"))
        .contains("Bob Brown has moved this meeting.", "Before: Thu, 3 Dec 2026, 14:00");
    MimeMessage cancelled = mailTo("ada@", 6).get(2);
    assertThat(content(cancelled, "text/plain"))
        .contains("Bob Brown has cancelled this meeting.", "  Something came up.\r\n  Sorry!");
    assertThat(content(cancelled, "text/calendar")).contains("STATUS:CANCELLED");
    assertThat(content(mailTo("bob@", 6).get(2), "text/plain"))
        .contains("You have cancelled this meeting.")
        .contains("https://meet.example.org/ada/" + booking.eventTypeSlug())
        .doesNotContain("/b/");
  }

  @Test
  void invitesValidlyOverAWholeLifeCycle() throws Exception {
    EmailAddress eve = new EmailAddress("eve@example.com");
    Booking booking =
        office.book(office.call(), Office.bob("語".repeat(60)), List.of(eve), Map.of(), "");
    mailTo("bob@", 3);
    office.move(booking, LATER);
    mailTo("bob@", 6);
    office.move(booking, LATER.plusSeconds(3600));
    mailTo("bob@", 9);
    office.cancel(booking, "");
    mailTo("bob@", 12);

    for (String reader : List.of("bob@", "ada@", "eve@")) {
      List<String> states = new ArrayList<>();
      for (MimeMessage message : mailTo(reader, 12)) {
        String raw = calendar(message);
        assertThat(raw.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(raw.split("\r\n"))
            .allSatisfy(
                line ->
                    assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(new CalendarBuilder().build(new StringReader(raw)).validate(true).getEntries())
            .isEmpty();
        Libical.check(raw, directory);
        String lines = raw.replace("\r\n ", "");
        assertThat(lines)
            .contains("UID:" + booking.calendarUid() + "\r\n", "DTSTAMP:", "ORGANIZER;")
            .containsPattern("ATTENDEE;.*PARTSTAT=ACCEPTED.*:mailto:ada@")
            .containsPattern("ATTENDEE;.*PARTSTAT=ACCEPTED.*:mailto:bob@")
            .containsPattern("ATTENDEE;.*PARTSTAT=NEEDS-ACTION.*:mailto:eve@");
        states.add(
            lines.replaceAll("(?s).*METHOD:(\\w+).*SEQUENCE:(\\d).*STATUS:(\\w+).*", "$1 $2 $3"));
      }
      assertThat(states)
          .containsExactly(
              "REQUEST 0 CONFIRMED",
              "REQUEST 1 CONFIRMED",
              "REQUEST 2 CONFIRMED",
              "CANCEL 3 CANCELLED");
    }
  }

  /// Returns the calendar object of a mail as it is sent, with its lines folded.
  private static String calendar(Part message) throws Exception {
    for (Part leaf : leaves(message)) {
      if (leaf.isMimeType("text/calendar")) {
        try (InputStream in = leaf.getInputStream()) {
          return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("No calendar object");
  }

  private static byte[] picture() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 20, BufferedImage.TYPE_INT_ARGB), "png", bytes);
    return bytes.toByteArray();
  }

  @Test
  void looksLikeTheHostsPages() throws Exception {
    office.core().brandings().setColor(office.ada().id(), "#facc15");
    office.core().brandings().setLogo(office.ada().id(), Logo.of(picture()));
    office.book(office.call(), Office.BOB);

    for (String reader : List.of("bob@", "ada@")) {
      MimeMessage mail = mailTo(reader, 2).getFirst();
      assertThat(types(mail))
          .containsExactly(
              "text/plain; charset=UTF-8",
              "text/html; charset=UTF-8",
              "image/png",
              "text/calendar; method=REQUEST; charset=UTF-8",
              "application/ics; name=invite.ics");
      MailColors colors = MailColors.of("#facc15");
      assertThat(content(mail, "text/html"))
          .contains("src=\"cid:logo@meetwright\"", "alt=\"Ada Lovelace\"")
          .contains("border-top:4px solid " + colors.accent(), colors.accentInTheDark())
          .doesNotContain("#2f6f5e", "src=\"http");
      Part logo = leaves(mail).get(2);
      assertThat(logo.getHeader("Content-ID")).containsExactly("<logo@meetwright>");
      try (InputStream in = logo.getInputStream()) {
        assertThat(in.readAllBytes()).isEqualTo(picture());
      }
    }
  }

  /// What programs that show invitations compare: `To` and the reader's `ATTENDEE`.
  @Test
  void namesAddressesAlikeInHeadersAndInvitations() throws Exception {
    Invitee invitee =
        new Invitee(
            "Bob", new EmailAddress("Bob@Bücher.example"), Office.BOB.timeZone(), Locale.US);
    EmailAddress guest = new EmailAddress("eve@müller.example");
    office.book(office.call(), invitee, List.of(guest), Map.of(), "");

    for (String ascii : List.of("Bob@xn--bcher-kva.example", "eve@xn--mller-kva.example")) {
      MimeMessage mail = mailTo(ascii, 3).getFirst();
      assertThat(content(mail, "text/calendar"))
          .containsPattern("ATTENDEE;.*:mailto:" + ascii)
          .doesNotContain("%C3");
    }
    assertThat(mailTo("ada@", 3).getFirst().getReplyTo()[0].toString())
        .contains("Bob@xn--bcher-kva.example");
  }

  @Test
  void keepsTheManageLinkFromHostAndGuests() throws Exception {
    office.book(
        office.call(), Office.BOB, List.of(new EmailAddress("eve@example.com")), Map.of(), "");

    MimeMessage eves = mailTo("eve@", 3).getFirst();
    assertThat(eves.getSubject()).startsWith("Invitation: 30-minute call with Ada Lovelace");
    for (MimeMessage other : List.of(eves, mailTo("ada@", 3).getFirst())) {
      for (String type : List.of("text/plain", "text/html", "text/calendar", "application/ics")) {
        assertThat(content(other, type)).doesNotContain("/b/");
      }
    }
    assertThat(content(mailTo("bob@", 3).getFirst(), "text/calendar")).contains("/b/");
  }

  @Test
  void showsNotesAndAnswersToTheHostAlone() throws Exception {
    Question topic =
        new Question(Ids.next(), "What about?", Question.AnswerKind.LONG_TEXT, false, List.of());
    Question first =
        new Question(Ids.next(), "First time?", Question.AnswerKind.YES_NO, false, List.of());
    EventType type = office.offer("Call", false, null, List.of(topic, first));
    office.book(
        type,
        Office.BOB,
        List.of(),
        Map.of(
            topic.id(),
            new Answer.Text("<b>Bees</b>\n& honey"),
            first.id(),
            new Answer.YesNo(true)),
        "Ring twice");

    MimeMessage adas = mailTo("ada@", 2).getFirst();
    assertThat(content(adas, "text/plain"))
        .contains("Notes: Ring twice", "What about?\r\n  <b>Bees</b>", "First time? Yes")
        .contains("Bob Brown\r\n  bob@example.net");
    assertThat(content(adas, "text/html")).contains("&lt;b&gt;Bees&lt;/b&gt;", "&amp; honey");
    assertThat(content(adas, "text/calendar"))
        .contains("Notes: Ring twice", "<b>Bees</b>\\n& honey", "First time? Yes");
    assertThat(content(mailTo("bob@", 2).getFirst(), "text/plain"))
        .doesNotContain("Ring twice", "Bees");
  }

  @Test
  void putsNothingOnCalendarsBeforeTheHostSaysYes() throws Exception {
    EventType type = office.offer("Call", true, null, List.of());
    Booking booking =
        office.book(type, Office.BOB, List.of(new EmailAddress("eve@example.com")), Map.of(), "");
    mailTo("bob@", 2);
    office.move(booking, LATER);
    List<MimeMessage> bobs = mailTo("bob@", 4);
    assertThat(bobs.getFirst().getSubject()).startsWith("Requested: Call with Ada Lovelace");
    assertThat(mailTo("ada@", 4).getFirst().getSubject()).startsWith("Please confirm: Call");
    for (MimeMessage message : bobs) {
      assertThat(types(message)).hasSize(2);
    }

    office.confirm(booking);

    assertThat(types(mailTo("bob@", 7).get(2)))
        .contains("text/calendar; method=REQUEST; charset=UTF-8");
    assertThat(mailTo("eve@", 7)).hasSize(1);
  }

  @Test
  void tellsWhyARequestIsDeclined() throws Exception {
    Booking booking = office.book(office.offer("Call", true, null, List.of()), Office.BOB);
    mailTo("bob@", 2);
    office.decline(booking, "On holiday");

    MimeMessage declined = mailTo("bob@", 4).get(1);
    assertThat(declined.getSubject()).startsWith("Declined: Call with Ada Lovelace");
    assertThat(types(declined)).hasSize(2);
    assertThat(content(declined, "text/plain")).contains("Reason: On holiday", "Book another time");
  }

  @Test
  void remindsOfAMeetingThatIsStillOn() throws Exception {
    office.book(office.call(), Office.BOB);
    mailTo("bob@", 2);
    passTo(Office.START.minusSeconds(3600));

    MimeMessage reminder = mailTo("bob@", 4).get(1);
    assertThat(reminder.getSubject()).startsWith("Reminder: 30-minute call with Ada Lovelace");
    assertThat(types(reminder)).hasSize(2);
  }

  @Test
  void dropsRemindersOfWhatIsCancelledOrMoved() throws Exception {
    Booking cancelled = office.book(office.call(), Office.BOB);
    mailTo("bob@", 2);
    office.cancel(cancelled, "");
    mailTo("bob@", 4);
    Booking moved = office.book(office.call(), Office.BOB);
    mailTo("bob@", 6);
    office.move(moved, LATER);
    mailTo("bob@", 8);

    passTo(Office.START.minusSeconds(3600));

    // Eight mails, and four reminders that are done without one; two are due a day later.
    Waiting.until(() -> office.core().outbox().count("done") == 12);
    assertThat(office.core().outbox().count("pending")).isEqualTo(2);
    assertThat(POST.getReceivedMessages()).hasSize(8);
  }
}
