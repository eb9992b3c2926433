package org.meetwright.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.booking.stored.StoredSnapshot;
import org.meetwright.core.email.Email;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.outbox.OutboxWorker;
import org.meetwright.core.question.Answer;
import org.meetwright.core.question.Question;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.core.value.Ids;
import org.meetwright.core.webhook.Webhook;
import org.meetwright.core.webhook.WebhookEvent;
import org.meetwright.core.webhook.delivery.WebhookDelivery;
import org.meetwright.server.api.booking.BookingEventTranslation;
import org.meetwright.server.invite.Office;
import org.meetwright.server.sms.SmsText;
import tools.jackson.databind.json.JsonMapper;

/// Holds the table of docs/mail.md that tells who sees what.
class WhoSeesWhatTest {
  /// By row of the table, something that is found nowhere else.
  private static final Map<String, String> SIGNS =
      Map.of(
          "the invitee's address", "bob@example.net",
          "guests' addresses", "eve@example.com",
          "notes", "Ring twice",
          "answers", "Difference engines",
          "why the invitee changed it", "The train is late",
          "why a host changed it", "The roof leaks",
          "the manage link", "/b/",
          "the host's links", "/h/",
          "metadata", "crm-4711");

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

  @Test
  void isAsTheTableSays() throws Exception {
    Map<String, Map<String, Boolean>> table = table();
    assertThat(table.keySet()).isEqualTo(SIGNS.keySet());
    Map<String, String> seen = seen();
    assertThat(seen).hasSize(8).allSatisfy((where, text) -> assertThat(text).isNotBlank());

    table.forEach(
        (what, row) -> {
          assertThat(row.keySet()).as(what).isEqualTo(seen.keySet());
          row.forEach(
              (where, sees) ->
                  assertThat(seen.get(where).contains(SIGNS.get(what)))
                      .as(what + " in " + where)
                      .isEqualTo(sees));
        });
  }

  private static Map<String, Map<String, Boolean>> table() throws Exception {
    List<List<String>> rows =
        Files.readAllLines(Path.of("../docs/mail.md")).stream()
            .dropWhile(line -> !line.startsWith("| What | Invitee's mail"))
            .takeWhile(line -> line.startsWith("|"))
            .map(line -> Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList())
            .toList();
    Map<String, Map<String, Boolean>> table = new LinkedHashMap<>();
    for (List<String> row : rows.subList(2, rows.size())) {
      Map<String, Boolean> cells = new LinkedHashMap<>();
      for (int i = 1; i < row.size(); i++) {
        cells.put(rows.getFirst().get(i), row.get(i).equals("yes"));
      }
      table.put(row.getFirst(), cells);
    }
    return table;
  }

  /// Books, moves as the invitee and moves as the host, and returns all that anyone is told.
  private Map<String, String> seen() throws Exception {
    Webhook webhook =
        office
            .core()
            .webhooks()
            .add(
                office.ada().id(),
                HttpUrl.of("https://example.org/hook"),
                WebhookEvent.ofBookings());
    Booking booking = book();
    var desk = office.core().bookingDesk();
    desk.reschedule(
        booking.id(), Office.START.plusSeconds(1800), Change.byInvitee("The train is late"));
    desk.reschedule(
        booking.id(),
        Office.START.plusSeconds(3600),
        new Change(Actor.HOST, office.ada().id(), null, "The roof leaks"));
    Waiting.until(
        () ->
            office.core().emails().ofBooking(booking.id()).stream()
                    .filter(mail -> mail.state().equals("sent"))
                    .count()
                == 9);

    Map<String, String> seen = new LinkedHashMap<>();
    List<Email> mails = office.core().emails().ofBooking(booking.id());
    for (String kind : List.of("mail", "entry")) {
      for (String reader : List.of("invitee", "host", "guest")) {
        StringBuilder text = new StringBuilder();
        for (Email mail : mails) {
          if (mail.audience().equals(reader)) {
            add(text, new MimeMessage(null, new ByteArrayInputStream(mail.mime())), kind);
          }
        }
        String name = reader.substring(0, 1).toUpperCase(Locale.ROOT) + reader.substring(1);
        seen.put(name + "'s " + kind, text.toString());
      }
    }
    Booking now = office.core().bookings().find(booking.id()).orElseThrow();
    var link = office.core().manageLinks().link(Office.URL, booking.id());
    seen.put("SMS", SmsText.reminder(now, link));
    StringBuilder told = new StringBuilder();
    for (WebhookDelivery delivery :
        office.core().webhookDeliveries().list(webhook.id(), null, 100)) {
      office
          .core()
          .webhookDispatch()
          .open(delivery.id(), "webhook-" + delivery.id())
          .filter(parcel -> parcel.snapshot() != null)
          .map(parcel -> StoredSnapshot.parse(parcel.snapshot()))
          .map(snapshot -> BookingEventTranslation.toApi(snapshot, link))
          .ifPresent(event -> told.append(JsonMapper.shared().writeValueAsString(event)));
    }
    seen.put("Webhook", told.toString());
    return seen;
  }

  private Booking book() {
    Question topic = new Question(Ids.next(), "Topic?", Question.AnswerKind.TEXT, false, List.of());
    EventType type = office.offer("Call", false, null, List.of(topic));
    BookRequest request =
        new BookRequest(
            type.id(),
            Office.START,
            Office.BOB,
            List.of(new EmailAddress("eve@example.com")),
            Map.of(topic.id(), new Answer.Text("Difference engines")),
            "Ring twice",
            Map.of("crm", "crm-4711"),
            null,
            null);
    return switch (office.core().bookingDesk().book(request, Actor.INVITEE)) {
      case BookOutcome.Booked booked -> booked.booking();
      case BookOutcome other -> throw new AssertionError(other);
    };
  }

  /// Adds what a mail says, or the calendar entry that comes with it.
  private static void add(StringBuilder text, Part part, String kind) throws Exception {
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        add(text, parts.getBodyPart(i), kind);
      }
    } else if (part.isMimeType("text/calendar")
        ? kind.equals("entry")
        : kind.equals("mail") && part.isMimeType("text/*")) {
      String said = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      text.append(said.replace("\r\n ", "")).append('\n');
    }
  }
}
