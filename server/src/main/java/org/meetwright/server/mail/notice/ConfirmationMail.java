package org.meetwright.server.mail.notice;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.meetwright.core.availability.Availability;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.booking.wish.Confirmation;
import org.meetwright.core.booking.wish.ConfirmationNotice;
import org.meetwright.core.booking.wish.Confirmations;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.outbox.Delivery;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.team.Bookable;
import org.meetwright.core.team.Bookables;
import org.meetwright.server.mail.UnstoredMails;
import org.meetwright.server.mail.letter.Brands;
import org.meetwright.server.mail.letter.Letter;
import org.meetwright.server.mail.letter.Letter.Action;
import org.meetwright.server.mail.letter.Letter.Row;
import org.meetwright.server.mail.letter.Letter.Tone;
import org.meetwright.server.mail.letter.WrittenTime;
import org.meetwright.server.text.Texts;
import org.meetwright.server.text.Translations;

/// Asks an invitee by mail to confirm a request to book. Someone else may have typed the address,
/// so the mail repeats nothing that was typed.
public final class ConfirmationMail implements Delivery<ConfirmationNotice> {
  private static final String TEXTS = "org.meetwright.server.mail.texts";

  private final Confirmations confirmations;
  private final EventTypes eventTypes;
  private final Bookables bookables;
  private final Availability availability;
  private final Brands brands;
  private final Supplier<URI> publicUrl;
  private final UnstoredMails mails;

  /// Creates the delivery.
  ///
  /// @param publicUrl the address under which invitees reach the server, without a slash at the end
  public ConfirmationMail(
      Confirmations confirmations,
      EventTypes eventTypes,
      Bookables bookables,
      Availability availability,
      Brands brands,
      Supplier<URI> publicUrl,
      UnstoredMails mails) {
    this.confirmations = confirmations;
    this.eventTypes = eventTypes;
    this.bookables = bookables;
    this.availability = availability;
    this.brands = brands;
    this.publicUrl = publicUrl;
    this.mails = mails;
  }

  /// Sends the mail while the wish waits.
  ///
  /// @throws PermanentFailure if it can never be sent
  /// @throws MessagingException if it could not be sent now
  /// @throws IOException if it could not be written now
  @Override
  public void deliver(ConfirmationNotice notice, Message message)
      throws PermanentFailure, MessagingException, IOException {
    confirmations.sweep();
    Confirmation confirmation = confirmations.find(notice.confirmationId()).orElse(null);
    BookRequest wish = confirmation == null ? null : confirmation.wish();
    EventType eventType = wish == null ? null : eventTypes.find(wish.eventTypeId()).orElse(null);
    Bookable who = eventType == null ? null : bookables.find(eventType.pageId()).orElse(null);
    if (confirmation != null && wish != null && eventType != null && who != null) {
      Letter letter = letter(confirmation, wish, eventType, who);
      mails.send(
          message.dedupeKey(),
          confirmation.createdAt(),
          wish.invitee().email(),
          "",
          letter,
          brands.of(eventType));
    }
  }

  private Letter letter(
      Confirmation confirmation, BookRequest wish, EventType eventType, Bookable who) {
    Locale locale = Translations.readable(wish.invitee().locale());
    Texts texts = Texts.of(TEXTS, locale);
    Instant end = availability.end(eventType, wish.start());
    WrittenTime when = new WrittenTime(wish.start(), end, wish.invitee().timeZone(), locale);
    Instant expiry = confirmation.expiresAt();
    String until =
        new WrittenTime(expiry, expiry, wish.invitee().timeZone(), locale).briefWithOffset();
    String heading = texts.get("heading.confirm");
    String link = publicUrl.get() + "/c/" + confirmations.token(confirmation.id());
    return new Letter(
        locale.toLanguageTag(),
        texts.get("subject", heading, eventType.name(), who.name(), when.brief()),
        heading,
        eventType.name(),
        Tone.WAITING,
        texts.get("lead.confirm", who.name(), until),
        List.of(
            new Row(texts.get("row.when"), when.full(), null, true),
            Row.of(texts.get("row.host"), who.name())),
        new Action(texts.get("action.confirm"), URI.create(link)),
        texts.get("footer.confirm"));
  }
}
