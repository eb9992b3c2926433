package org.meetwright.server.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.booking.notice.BookingNotice.Audience;
import org.meetwright.core.booking.notice.BookingNotice.Event;
import org.meetwright.core.booking.notice.StoredNotice;
import org.meetwright.core.email.Email;
import org.meetwright.core.email.Emails;
import org.meetwright.core.email.Emails.NewEmail;
import org.meetwright.core.outbox.Delivery;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.traces.ErasedValues;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.invite.CalendarObject;
import org.meetwright.server.invite.CalendarObject.Method;
import org.meetwright.server.invite.CalendarObjects;
import org.meetwright.server.invite.CalendarRevision;
import org.meetwright.server.invite.EventCopy;
import org.meetwright.server.mail.allowance.Permission;
import org.meetwright.server.mail.letter.Brands;
import org.meetwright.server.mail.letter.Letter;
import org.meetwright.server.mail.letter.LetterWriter;
import org.meetwright.server.mail.letter.MailFacts;
import org.meetwright.server.mail.letter.MailFactsReader;
import org.meetwright.server.mail.letter.Reader;
import org.meetwright.server.mail.sending.Envelope;
import org.meetwright.server.mail.sending.MimeLetter;

/// Turns booking notices into mail, stores it, and sends it. A mail is written once; every attempt
/// sends the same bytes.
public final class MailDelivery implements Delivery<StoredNotice> {
  private final InstantSource clock;
  private final Bookings bookings;
  private final Emails emails;
  private final MailFactsReader stories;
  private final Brands brands;
  private final Permission permission;
  private final StoredMails kept;
  private final EmailAddress from;
  private final CalendarObjects calendarObjects;

  /// Creates the delivery.
  ///
  /// @param permission which mails may be sent
  /// @param from the sender of all mail
  public MailDelivery(
      InstantSource clock,
      Bookings bookings,
      Emails emails,
      MailFactsReader stories,
      Brands brands,
      Permission permission,
      StoredMails kept,
      EmailAddress from) {
    this.clock = clock;
    this.bookings = bookings;
    this.emails = emails;
    this.stories = stories;
    this.brands = brands;
    this.permission = permission;
    this.kept = kept;
    this.from = from;
    this.calendarObjects = new CalendarObjects(from);
  }

  /// Sends the mail of a notice. Nothing is sent of a booking that is gone, nor to remind of a
  /// meeting that is no longer held at that time.
  ///
  /// @throws PermanentFailure if the mail can never be sent
  /// @throws Withheld if its receiver has got too much mail today
  /// @throws MessagingException if it could not be sent now
  /// @throws IOException if it could not be written now
  @Override
  public void deliver(StoredNotice stored, Message message)
      throws PermanentFailure, Withheld, MessagingException, IOException {
    BookingNotice notice = stored.notice();
    Email email = emailOf(message, notice);
    if (email == null) {
      return;
    }
    if (email.attempts() == 0) {
      permission.ask(notice, email);
    }
    kept.send(email);
  }

  /// Returns the mail of a notice; null if there is nothing to tell any more.
  private @Nullable Email emailOf(Message message, BookingNotice notice)
      throws PermanentFailure, MessagingException, IOException {
    Booking booking = bookings.find(notice.bookingId()).orElse(null);
    if (booking == null || isOutdated(notice, booking)) {
      return null;
    }
    Optional<Email> written = emails.find(message.dedupeKey());
    if (written.isPresent()) {
      return isTooLate(notice, written.get(), booking) ? null : written.get();
    }
    MailFacts story = stories.tell(notice, booking);
    Reader reader = Reader.of(notice, story.booking());
    // Guests have not heard of a request.
    boolean unheard = notice.audience() == Audience.GUEST && !story.agreed();
    return unheard || ErasedValues.is(reader.email())
        ? null
        : write(message.dedupeKey(), story, reader);
  }

  /// What was held back tells nothing new any more once the meeting is over or called off.
  private boolean isTooLate(BookingNotice notice, Email kept, Booking booking) {
    boolean stands = booking.status().holdsTime() && clock.instant().isBefore(booking.end());
    return notice.event() != Event.FOLLOW_UP && kept.state().equals("held") && !stands;
  }

  /// Reminders and the follow-up go with a moved meeting: those of the time before, or of the host
  /// before, are not sent. A moved meeting has another SEQUENCE, even if it is moved back. Someone
  /// who did not come is not thanked.
  private static boolean isOutdated(BookingNotice notice, Booking booking) {
    if (notice.event() == Event.LINK_AGAIN) {
      return !booking.status().holdsTime();
    }
    if (notice.event() == Event.LOCAL_TIME) {
      return !booking.status().holdsTime() || !booking.start().equals(notice.meeting().start());
    }
    if (notice.event() == Event.UNANSWERED) {
      return booking.status() != BookingStatus.PENDING
          || booking.calendarSequence() != notice.meeting().sequence();
    }
    if (notice.event() == Event.FOLLOW_UP && booking.noShow()) {
      return true;
    }
    return (notice.event() == Event.REMINDER || notice.event() == Event.FOLLOW_UP)
        && !(booking.status() == BookingStatus.CONFIRMED
            && booking.calendarSequence() == notice.meeting().sequence());
  }

  private Email write(String key, MailFacts story, Reader reader)
      throws PermanentFailure, MessagingException, IOException {
    Letter letter = LetterWriter.write(story, reader);
    Envelope envelope = Envelope.of(key, story, reader, from);
    MimeMessage message =
        MimeLetter.of(
            letter, brands.of(story.eventType()), envelope, calendarObject(story, reader));
    ByteArrayOutputStream mime = new ByteArrayOutputStream();
    message.writeTo(mime);
    NewEmail written =
        new NewEmail(
            key,
            story.booking().id(),
            story.notice().event().name().toLowerCase(Locale.ROOT),
            reader.audience().name().toLowerCase(Locale.ROOT),
            reader.email(),
            letter.subject(),
            envelope.messageId());
    return emails.keep(written, mime.toByteArray());
  }

  private @Nullable CalendarObject calendarObject(MailFacts story, Reader reader) {
    Method method = story.calendarMethod();
    if (method == null) {
      return null;
    }
    boolean mayManage = reader.audience() == Audience.INVITEE && method == Method.REQUEST;
    return calendarObjects.make(
        method,
        story.booking(),
        CalendarRevision.of(story.notice()),
        new EventCopy(
            reader.audience(),
            reader.locale(),
            story.eventType(),
            mayManage ? story.ways().manage() : null));
  }
}
