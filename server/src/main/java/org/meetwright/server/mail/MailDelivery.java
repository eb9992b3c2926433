package org.meetwright.server.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.Core;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingNotice;
import org.meetwright.core.booking.BookingNotice.Audience;
import org.meetwright.core.booking.BookingNotice.Event;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.outbox.Delivery;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.calendar.CalendarObject;
import org.meetwright.server.calendar.CalendarObject.Method;
import org.meetwright.server.calendar.CalendarObjects;
import org.meetwright.server.calendar.CalendarRevision;
import org.meetwright.server.mail.letter.LetterWriter;
import org.meetwright.server.mail.letter.Reader;
import org.meetwright.server.mail.letter.Stories;
import org.meetwright.server.mail.letter.Story;

/// Turns booking notices into mail and sends it.
public final class MailDelivery implements Delivery {
  private static final DateTimeFormatter FILE_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Core core;
  private final Stories stories;
  private final MailSender sender;
  private final EmailAddress from;
  private final CalendarObjects calendarObjects;

  /// Creates the delivery.
  ///
  /// @param publicUrl the address under which invitees reach the server, without a slash at the end
  /// @param from the sender of all mail
  public MailDelivery(Core core, Supplier<URI> publicUrl, MailSender sender, EmailAddress from) {
    this.core = core;
    this.stories = new Stories(core, publicUrl);
    this.sender = sender;
    this.from = from;
    this.calendarObjects = new CalendarObjects(from);
  }

  /// Sends the mail of a notice. Nothing is sent of a booking that is gone, nor to remind of a
  /// meeting that is no longer held at that time.
  ///
  /// @throws PermanentFailure if the mail can never be sent
  /// @throws MessagingException if it could not be sent now
  /// @throws IOException if it could not be written now
  @Override
  public void deliver(Message message) throws PermanentFailure, MessagingException, IOException {
    BookingNotice notice = BookingNotice.parse(message.payload());
    Booking booking = core.bookings().find(notice.bookingId()).orElse(null);
    if (booking == null || isOutdated(notice, booking)) {
      return;
    }
    Story story = stories.tell(notice, booking);
    // Guests have not heard of a request.
    if (notice.audience() != Audience.GUEST || story.agreed()) {
      sendToAll(message, story);
    }
  }

  /// One reader's failure keeps no other one's mail back. If any can still be sent, all are tried
  /// again: those who have theirs get it twice, with the same Message-ID.
  private void sendToAll(Message message, Story story)
      throws PermanentFailure, MessagingException, IOException {
    PermanentFailure refused = null;
    MessagingException failed = null;
    for (Reader reader : Reader.of(story.notice(), story.booking())) {
      try {
        send(message, story, reader);
      } catch (PermanentFailure permanent) {
        refused = permanent;
      } catch (MessagingException passing) {
        failed = passing;
      }
    }
    if (failed != null) {
      throw failed;
    }
    if (refused != null) {
      throw refused;
    }
  }

  private static boolean isOutdated(BookingNotice notice, Booking booking) {
    return notice.event() == Event.REMINDER
        && !(booking.status() == BookingStatus.CONFIRMED && booking.start().equals(notice.start()));
  }

  private void send(Message message, Story story, Reader reader)
      throws PermanentFailure, MessagingException, IOException {
    String key = key(message, story, reader);
    BookingNotice notice = story.notice();
    String name =
        String.join(
                "-",
                FILE_TIME.format(notice.at()),
                notice.event().name(),
                reader.audience().name(),
                key)
            .toLowerCase(Locale.ROOT);
    MimeMessage written =
        MimeLetter.of(
            LetterWriter.write(story, reader),
            Envelope.of(key, story, reader, from),
            calendarObject(story, reader));
    sender.send(new OutgoingMail(name, written));
  }

  /// Each host of a team meeting gets a mail of its own; the first one has the message's key.
  private static String key(Message message, Story story, Reader reader) {
    var hosts = story.booking().hosts();
    if (reader.audience() != Audience.HOST || hosts.getFirst().email().equals(reader.email())) {
      return message.dedupeKey();
    }
    return hosts.stream()
        .filter(host -> host.email().equals(reader.email()))
        .findFirst()
        .map(host -> message.dedupeKey() + "-" + host.handle())
        .orElseThrow();
  }

  private @Nullable CalendarObject calendarObject(Story story, Reader reader) {
    Method method = story.calendarMethod();
    if (method == null) {
      return null;
    }
    boolean mayManage = reader.audience() == Audience.INVITEE && method == Method.REQUEST;
    return calendarObjects.make(
        method,
        story.booking(),
        CalendarRevision.of(story.notice()),
        mayManage ? story.manageLink() : null);
  }
}
