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
import org.meetwright.core.lifecycle.Erasure;
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
    Reader reader = Reader.of(notice, story.booking());
    // Guests have not heard of a request.
    boolean unheard = notice.audience() == Audience.GUEST && !story.agreed();
    if (!unheard && !Erasure.isErased(reader.email())) {
      send(message.dedupeKey(), story, reader);
    }
  }

  /// Reminders follow a moved meeting: those of the time before, or of the host before, are not
  /// sent. A moved meeting has another SEQUENCE, even if it is moved back.
  private static boolean isOutdated(BookingNotice notice, Booking booking) {
    return notice.event() == Event.REMINDER
        && !(booking.status() == BookingStatus.CONFIRMED
            && booking.calendarSequence() == notice.sequence());
  }

  private void send(String key, Story story, Reader reader)
      throws PermanentFailure, MessagingException, IOException {
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
