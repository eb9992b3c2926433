package org.meetwright.server.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meetwright.server.pages.Client.location;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.email.Email;
import org.meetwright.core.email.Emails.NewEmail;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.outbox.Handler;
import org.meetwright.core.outbox.OutboxWorker;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.mail.MailFixture;
import org.meetwright.server.mail.Waiting;
import org.meetwright.server.mail.sending.MailSender;
import org.meetwright.server.pages.guard.Visit;
import org.meetwright.server.settings.MailSettings;

/// What was booked on a page is told by mail as the page told it.
class MailAfterBookingTest {
  private static final EmailAddress FROM = new EmailAddress("meet@example.org");
  private static final String START = "2026-12-01T20:00:00Z";

  @TempDir Path directory;
  private PagesFixture server;
  private Client client;
  private OutboxWorker worker;

  @BeforeEach
  void open() {
    server = new PagesFixture();
    client = new Client(server);
    server.eventType("talk");
    MailSettings toFiles = new MailSettings("", 25, "", "", MailSettings.Tls.NONE, FROM);
    send(MailSender.of(toFiles, directory));
  }

  private void send(MailSender sender) {
    worker =
        OutboxWorker.start(
            server.core.outbox(),
            List.of(
                new Handler<>(
                    BookingNotice.KIND,
                    MailFixture.delivery(server.core, server::address, sender, FROM))));
  }

  private static final String SENT = "We have sent a mail about this to charles@example.com.";
  private static final String ON_ITS_WAY =
      "A mail about this is on its way to charles@example.com.";

  private String page(Booking booking) {
    return client.get("/b/" + server.core.manageLinks().token(booking.id())).body();
  }

  /// What the page says right after a change, before any mail went, and once it has gone.
  private void saysBeforeAndAfterSending(Booking booking) throws Exception {
    assertThat(page(booking)).contains(ON_ITS_WAY).doesNotContain(SENT);
    MailSettings toFiles = new MailSettings("", 25, "", "", MailSettings.Tls.NONE, FROM);
    send(MailSender.of(toFiles, directory));
    Waiting.until(() -> page(booking).contains(SENT));
    assertThat(page(booking)).doesNotContain(ON_ITS_WAY);
    worker.close();
  }

  @Test
  void saysWhereMailGoesAfterBookingMovingAndCancelling() throws Exception {
    worker.close();
    book("en-US", "");
    Booking booking = booking();
    saysBeforeAndAfterSending(booking);
    var desk = server.core.bookingDesk();
    desk.reschedule(booking.id(), booking.start().plusSeconds(1800), Change.byInvitee(""));
    saysBeforeAndAfterSending(booking);
    desk.cancel(booking.id(), Change.byInvitee(""));
    saysBeforeAndAfterSending(booking);

    server.now(booking.end().plusSeconds(1800));
    assertThat(page(booking)).doesNotContain(SENT);
  }

  @Test
  void saysWhereMailGoesAfterARequest() throws Exception {
    worker.close();
    PagesFixture.Draft draft = new PagesFixture.Draft("asked");
    draft.approval = true;
    Booking booking = server.core.bookings().find(booked(server.add(draft))).orElseThrow();
    assertThat(booking.status()).isEqualTo(BookingStatus.PENDING);
    saysBeforeAndAfterSending(booking);
  }

  private UUID booked(EventType type) {
    Invitee charles =
        new Invitee(
            "Charles", new EmailAddress("charles@example.com"), ZoneId.of("UTC"), Locale.US);
    BookRequest request = BookRequest.of(type.id(), Instant.parse(START), charles);
    return switch (server.core.bookingDesk().book(request, Actor.INVITEE)) {
      case BookOutcome.Booked(Booking booking) -> booking.id();
      case BookOutcome other -> throw new AssertionError(other);
    };
  }

  @Test
  void saysThatMailWasRefused() throws Exception {
    worker.close();
    book("en-US", "");
    Booking booking = booking();
    assertThat(page(booking)).contains(ON_ITS_WAY);
    Email mail =
        server
            .core
            .emails()
            .keep(
                new NewEmail(
                    booking.id() + "-1-booked-invitee",
                    booking.id(),
                    "booked",
                    "invitee",
                    booking.invitee().email(),
                    "Confirmed",
                    "<1@example.org>"),
                new byte[0]);
    server.core.emails().markFailed(mail, "550 No such user", true);
    assertThat(page(booking)).contains("Our mail to charles@example.com was refused.");
  }

  @AfterEach
  void close() {
    worker.close();
    client.close();
    server.close();
  }

  private HttpResponse<String> book(String language, String cookies) {
    Map<String, String> form = new HashMap<>();
    form.put("start", START);
    form.put("zone", "Asia/Calcutta");
    form.put("name", "Charles Babbage");
    form.put("email", "charles@example.com");
    String visit = "0123456789abcdef0123456789abcdef";
    form.put("proof", server.guard().token("/ada/talk", new Visit(visit, true)));
    HttpResponse<String> booked =
        client.send(
            "/ada/talk", form, "Accept-Language", language, "Cookie", "visit=" + visit + cookies);
    assertThat(booked.statusCode()).as(booked.body()).isEqualTo(303);
    return client.get(location(booked), "Accept-Language", language, "Cookie", "a=b" + cookies);
  }

  private Booking booking() {
    return server
        .core
        .bookings()
        .list(BookingFilter.ofHost(server.host.id()), null, 1)
        .bookings()
        .getFirst();
  }

  private String mail() throws Exception {
    Booking booking = booking();
    Waiting.until(
        () ->
            server.core.emails().ofBooking(booking.id()).stream()
                .anyMatch(mail -> mail.audience().equals("invitee")));
    Email mail =
        server.core.emails().ofBooking(booking.id()).stream()
            .filter(one -> one.audience().equals("invitee"))
            .findFirst()
            .orElseThrow();
    Part part = new MimeMessage(null, new ByteArrayInputStream(mail.mime()));
    while (part.getContent() instanceof Multipart parts) {
      part = parts.getBodyPart(0);
    }
    return part.getContent().toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-US | '' | 1:30 AM – 2:00 AM",
        "en-US | '; hours=24' | 01:30 – 02:00",
        "de-DE | '' | 01:30 – 02:00",
        "de-DE | '; hours=12' | 1:30 AM – 2:00 AM",
        "nl-NL | '; hours=12' | 1:30 am – 2:00 am",
        "nl-US | '' | 1:30 AM – 2:00 AM",
        "de-DE | '; hours=12; lang=en' | 1:30 am – 2:00 am",
        "ar-EG | '; hours=24' | 01:30 – 02:00"
      })
  void followsTheClockOfThePage(String language, String cookies, String times) throws Exception {
    String page = book(language, cookies).body().replace('\u202f', ' ');

    assertThat(page).contains(times, "Kolkata (UTC+5:30)");
    assertThat(mail()).contains(times, "Kolkata (UTC+5:30)");
  }
}
