package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Patience;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.calendar.CalendarChoices.Choice;
import org.meetwright.core.calendar.account.CalendarConnections.AddOutcome;
import org.meetwright.core.calendar.account.CalendarConnections.NewConnection;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.sync.SyncNow;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.api.CalendarFile;
import org.meetwright.server.calendar.script.MemoryDav;
import org.meetwright.server.settings.MailSettings;
import org.meetwright.server.settings.MailSettings.Tls;
import org.meetwright.server.text.Texts;

/// The mails about meetings in a host's calendar, delivered over SMTP, with links that lead there.
@ParameterizedClass
@EachDatabase
class CalendarMailsTest {
  private static final String TEXTS = "org.meetwright.server.calendar.texts";
  private static final String TEN = "2026-03-10T14:00:00Z";
  private static final int OTHERS = 12;

  @RegisterExtension
  static final GreenMailExtension POST = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

  @Parameter DatabaseKind kind;
  private SignedIn in;

  @BeforeEach
  void open() {
    MailSettings settings =
        new MailSettings(
            "127.0.0.1",
            POST.getSmtp().getPort(),
            "meet",
            "secret",
            Tls.NONE,
            new EmailAddress("meet@example.org"));
    in = new SignedIn(new ServerFixture(kind, true, settings, ServerFixture.NO_SMS));
    in.server.addEventType("intro", "\"seats\": 1");
  }

  @AfterEach
  void close() {
    in.close();
  }

  private void speaks(String language) {
    in.server.core.sql("UPDATE host SET locale = '" + language + "'");
  }

  private AddOutcome.Added connect(ProviderKind provider, String url) {
    return (AddOutcome.Added)
        in.core
            .calendarConnections()
            .add(in.ada, new NewConnection(provider, "Mine", new AccountAccess(url, "", "")));
  }

  private Booking book() {
    return in.server.core.book(
        in.core.eventTypes().list(in.ada).getFirst(), TEN, "bob@example.com");
  }

  private void sync(UUID account) {
    in.server.core.clock.advance(Duration.ofSeconds(1));
    new SyncNow(in.core.calendarConnections(), in.core.calendarSync(), in.core.clock())
        .sync(in.ada, account);
  }

  /// Returns the mail with a subject, as soon as it has come.
  private static MimeMessage mail(String subject) throws Exception {
    Patience.until(() -> find(subject) != null);
    return find(subject);
  }

  private static MimeMessage find(String subject) throws Exception {
    for (MimeMessage message : POST.getReceivedMessages()) {
      if (subject.equals(message.getSubject())) {
        return message;
      }
    }
    return null;
  }

  private static String content(Part part, String type) throws Exception {
    if (part.getContent() instanceof Multipart parts) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < parts.getCount(); i++) {
        all.append(content(parts.getBodyPart(i), type));
      }
      return all.toString();
    }
    return part.isMimeType(type) ? String.valueOf(part.getContent()) : "";
  }

  private List<String> links(String text) {
    List<String> links = new ArrayList<>();
    Matcher link =
        Pattern.compile(Pattern.quote(in.server.server.url().toString()) + "/[^\\s\"<>]*")
            .matcher(text);
    while (link.find()) {
      links.add(link.group());
    }
    return links;
  }

  /// Follows the link of a mail, without a login and with one.
  ///
  /// @return the page
  private String follow(MimeMessage mail, String expected) throws Exception {
    String text = content(mail, "text/plain");
    String html = content(mail, "text/html");
    assertThat(links(text)).as(text).isNotEmpty().allMatch(one -> one.endsWith(expected));
    assertThat(links(html)).as(html).contains(links(text).getFirst());
    String page = URI.create(links(text).getFirst()).getPath();
    try (Browser stranger = new Browser(in.server.server.url())) {
      HttpResponse<String> asked = stranger.get(page);
      assertThat(asked.statusCode()).isEqualTo(303);
      assertThat(Browser.location(asked)).contains("/login");
    }
    HttpResponse<String> shown = in.get(page);
    assertThat(shown.statusCode()).isEqualTo(200);
    return shown.body();
  }

  private static void assertTo(MimeMessage mail, String heading, String language) throws Exception {
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getAllRecipients()[0].toString()).contains("ada@example.org");
    assertThat(content(mail, "text/plain")).contains(heading);
    assertThat(content(mail, "text/html")).contains(heading, "lang=\"" + language + "\"");
  }

  private static Texts words(String language) {
    return Texts.of(TEXTS, Locale.forLanguageTag(language));
  }

  @Test
  void sayWhatTheHostMovedAndDeletedThereAndLeadToTheDecision() throws Exception {
    speaks("de");
    try (MemoryDav dav = new MemoryDav("/dav/")) {
      for (int i = 0; i < OTHERS; i++) {
        String start = "202603%02dT060000Z".formatted(11 + i);
        dav.put("o" + i + ".ics", calendar(CalendarFile.event("o" + i, start, "Other")));
      }
      AddOutcome.Added account = connect(ProviderKind.CALDAV, dav.url());
      UUID id = account.connection().id();
      in.core
          .calendarChoices()
          .choose(in.ada, account.calendars().getFirst().id(), new Choice(null, null, true));
      sync(id);
      Booking booking = book();
      Patience.until(() -> dav.events().size() == OTHERS + 1);
      String name = booking.meetingId() + ".ics";
      sync(id);
      dav.put(name, dav.events().get(name).replace("20260310T10", "20260310T13"));
      sync(id);
      Patience.until(() -> !in.core.calendarProblems().of(in.ada).isEmpty());
      in.server.core.clock.advance(Duration.ofMinutes(11));
      Texts words = words("de");
      MimeMessage mail = mail(words.get("alert.event_changed.subject", "Work"));
      assertTo(mail, words.get("alert.event_changed.heading"), "de");
      assertThat(content(mail, "text/plain")).contains("Bob Brown", "Verschoben", "13:00");

      assertThat(follow(mail, "/account/calendars")).contains("Bob Brown");
      String problem = in.core.calendarProblems().of(in.ada).getFirst().id().toString();
      in.submit(
          "/account/calendars",
          "/account/calendars/decide",
          Map.of("problem", problem, "choice", "follow"));
      assertThat(in.core.bookings().find(booking.id()).orElseThrow().start())
          .hasToString("2026-03-10T17:00:00Z");
    }
  }

  private static String calendar(String event) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + event + "END:VCALENDAR\r\n";
  }

  @Test
  void sayThatATimeIsTakenTwiceAndLeadToTheBooking() throws Exception {
    speaks("ja");
    try (CalendarFile file = new CalendarFile("/basic.ics")) {
      file.says(CalendarFile.event("1", "20260311T140000Z", "Dentist"));
      UUID id = connect(ProviderKind.ICS, file.url()).connection().id();
      sync(id);
      in.server.core.clock.advance(Duration.ofMinutes(1));
      file.fails(500);
      Booking booking = book();
      file.says(
          CalendarFile.event("1", "20260311T140000Z", "Dentist"),
          CalendarFile.event("2", "20260310T141500Z", "Surgery"));
      sync(id);
      Texts words = words("ja");
      MimeMessage mail = mail(words.get("alert.collision.subject", "Bob Brown"));
      assertTo(mail, words.get("alert.collision.heading"), "ja");
      assertThat(follow(mail, "/account/bookings/" + booking.id())).contains("Bob Brown");
    }
  }

  /// Returns how many invitation objects the mails to an address hold.
  private static int invitations(String address) throws Exception {
    int found = 0;
    for (MimeMessage message : POST.getReceivedMessages()) {
      if (message.getAllRecipients()[0].toString().contains(address)) {
        found += content(message, "text/calendar").isEmpty() ? 0 : 1;
      }
    }
    return found;
  }

  private static boolean isToldOf(String address) throws Exception {
    for (MimeMessage message : POST.getReceivedMessages()) {
      if (message.getAllRecipients()[0].toString().contains(address)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void inviteTheInviteeOnceAndTheHostInHisCalendarAlone() throws Exception {
    try (MemoryDav dav = new MemoryDav("/dav/")) {
      AddOutcome.Added account = connect(ProviderKind.CALDAV, dav.url());
      in.core
          .calendarChoices()
          .choose(in.ada, account.calendars().getFirst().id(), new Choice(null, null, true));
      book();
      Patience.until(() -> dav.events().size() == 1);
      Patience.until(() -> isToldOf("bob@example.com") && isToldOf("ada@example.org"));
      assertThat(invitations("bob@example.com")).isOne();
      assertThat(invitations("ada@example.org")).isZero();
      assertThat(dav.events().values())
          .singleElement()
          .asString()
          .doesNotContain("ORGANIZER", "ATTENDEE");
    }
  }
}
