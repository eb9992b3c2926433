package org.meetwright.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.email.Email;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.outbox.OutboxWorker;
import org.meetwright.server.invite.Office;

/// The links with which hosts answer from their mail.
class HostLinksInMailTest {
  @TempDir Path directory;
  private Office office;
  private OutboxWorker worker;

  @BeforeEach
  void open() {
    office = Office.in(directory);
    worker = MailFixture.worker(office, directory);
  }

  @AfterEach
  void close() {
    worker.close();
    office.close();
  }

  /// Returns the last mail to a host about something, once it is written.
  private String mail(Booking booking, Host host, String event, String type) throws Exception {
    Waiting.until(() -> find(booking, host, event) != null);
    Email email = find(booking, host, event);
    return MailText.of(email.mime(), type).replace("\r\n", "\n");
  }

  private Email find(Booking booking, Host host, String event) {
    return office.core().emails().ofBooking(booking.id()).stream()
        .filter(mail -> mail.event().equals(event))
        .filter(mail -> mail.recipient().equals(host.email().value()))
        .reduce((one, next) -> next)
        .orElse(null);
  }

  private String link(Booking booking, UUID hostId) {
    return Office.URL + "/h/" + office.core().hostLinks().token(booking.id(), hostId);
  }

  private String open(Booking booking) {
    return Office.URL + "/account/bookings/" + booking.id();
  }

  @Test
  void fitARequest() throws Exception {
    Host ada = office.ada();
    Booking booking = office.book(office.offer("Call", true, null, List.of()), Office.BOB);
    String link = link(booking, ada.id());

    assertThat(mail(booking, ada, "requested", "text/plain"))
        .contains("Confirm:\n" + link + "/confirm\n", "Decline:\n" + link + "/decline\n")
        .contains("Move:\n" + link + "/move\n", "Open in Meetwright:\n" + open(booking) + "\n")
        .doesNotContain("/cancel");
    assertThat(mail(booking, ada, "requested", "text/html"))
        .contains("href=\"" + link + "/confirm\"", "href=\"" + link + "/decline\"")
        .contains("href=\"" + link + "/move\"", "href=\"" + open(booking) + "\"");
  }

  @Test
  void fitAMeetingThatStandsAndOneThatDoesNot() throws Exception {
    Host ada = office.ada();
    Booking booking = office.book(office.call(), Office.BOB);
    String link = link(booking, ada.id());

    assertThat(mail(booking, ada, "booked", "text/plain"))
        .contains("Open in Meetwright:\n" + open(booking) + "\n", "Move:\n" + link + "/move\n")
        .contains("Cancel the meeting:\n" + link + "/cancel\n")
        .doesNotContain("/confirm", "/decline");

    office.cancel(booking, "");
    assertThat(mail(booking, ada, "cancelled", "text/plain"))
        .contains(open(booking))
        .doesNotContain("/h/");
  }

  @Test
  void areEachHostsOwnAndNobodyElses() throws Exception {
    EventType panel = office.together();
    Booking booking = office.book(panel, Office.BOB);
    Host bea = office.core().hosts().find("bea").orElseThrow();
    String adas = link(booking, office.ada().id());
    String beas = link(booking, bea.id());

    assertThat(mail(booking, office.ada(), "booked", "text/plain")).contains(adas);
    assertThat(mail(booking, bea, "booked", "text/plain")).contains(beas).doesNotContain(adas);
    Waiting.until(() -> office.core().emails().ofBooking(booking.id()).size() == 3);
    for (Email email : office.core().emails().ofBooking(booking.id())) {
      MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(email.mime()));
      assertThat(MailText.part(message, "text/calendar")).isNotEmpty().doesNotContain("/h/");
      if (email.audience().equals("invitee")) {
        assertThat(MailText.part(message, "text/*")).doesNotContain("/h/", "/account/");
      }
    }
  }

  @Test
  void areNotInTheMailToAHostWhoHasTheMeetingNoMore() throws Exception {
    Booking booking = office.book(office.inTurn(), Office.BOB);
    Host bea = office.core().hosts().find("bea").orElseThrow();
    mail(booking, office.ada(), "booked", "text/plain");
    office.busy(office.ada(), Office.START.plusSeconds(24 * 3600));
    office.move(booking, Office.START.plusSeconds(24 * 3600));

    assertThat(mail(booking, office.ada(), "handed_over", "text/plain"))
        .doesNotContain("/h/", "/account/");
    assertThat(mail(booking, bea, "booked", "text/plain"))
        .contains(link(booking, bea.id()) + "/move");
  }
}
