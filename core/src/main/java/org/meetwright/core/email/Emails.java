package org.meetwright.core.email;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Database;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.outbox.Outbox.NewMessage;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Ids;

/// Keeps every mail with its state, so that it can be seen and sent again.
public final class Emails {
  private static final int LONGEST_SUBJECT = 500;
  private static final int LONGEST_ERROR = 1000;

  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;

  /// Creates the service.
  public Emails(Database database, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// A mail that was just written.
  ///
  /// @param dedupeKey that of the outbox message that caused it
  /// @param bookingId null if it is about none
  /// @param event what it is about, in lower case, at most 20 characters
  /// @param audience who it is for: invitee, host or guest
  public record NewEmail(
      String dedupeKey,
      @Nullable UUID bookingId,
      String event,
      String audience,
      EmailAddress recipient,
      String subject,
      String messageId) {}

  /// Keeps a mail.
  ///
  /// @param mime the whole message
  public Email keep(NewEmail written, byte[] mime) {
    Email email =
        new Email(
            Ids.next(),
            written.dedupeKey(),
            written.bookingId(),
            written.event(),
            written.audience(),
            written.recipient().value(),
            cut(written.subject(), LONGEST_SUBJECT),
            written.messageId(),
            Email.packed(mime),
            "pending",
            now(),
            null,
            0,
            null);
    database.inTransaction(
        tx -> tx.mapper(EmailMapper.class).insert(email, written.recipient().key()));
    return email;
  }

  /// Returns a mail; empty if there is none, or its booking was erased or archived.
  public Optional<Email> find(UUID id) {
    return database.read(tx -> Optional.ofNullable(tx.mapper(EmailMapper.class).find(id)));
  }

  /// Returns the mail that an outbox message caused; empty if it is not written yet.
  public Optional<Email> find(String dedupeKey) {
    return database.read(
        tx -> Optional.ofNullable(tx.mapper(EmailMapper.class).findByKey(dedupeKey)));
  }

  /// Returns all mails about a booking, the oldest first.
  public List<Email> ofBooking(UUID bookingId) {
    return database.read(tx -> tx.mapper(EmailMapper.class).ofBooking(bookingId));
  }

  /// How far the invitee's mail about the last change of a booking has got.
  public enum Progress {
    /// It is to be sent.
    ON_ITS_WAY,
    SENT,
    /// It was refused for good.
    FAILED
  }

  /// Returns how far the invitee's mail about the last change of a booking has got; empty if there
  /// is none.
  ///
  /// @param version the booking's
  public Optional<Progress> progressToInvitee(UUID bookingId, int version) {
    String change = bookingId + "-" + version + "-";
    return database.read(
        tx -> {
          EmailMapper mapper = tx.mapper(EmailMapper.class);
          String state = mapper.stateOfInvitees(bookingId, change);
          if (state == null) {
            return mapper.waitingForInvitee(bookingId, change) > 0
                ? Optional.of(Progress.ON_ITS_WAY)
                : Optional.empty();
          }
          return switch (state) {
            case "sent" -> Optional.of(Progress.SENT);
            case "failed" -> Optional.of(Progress.FAILED);
            case "pending" -> Optional.of(Progress.ON_ITS_WAY);
            // Held back: nobody can promise that it will go.
            default -> Optional.empty();
          };
        });
  }

  /// Notes that a mail was sent.
  public void markSent(Email email) {
    database.inTransaction(tx -> tx.mapper(EmailMapper.class).markSent(email.id(), now()));
  }

  /// Notes that a mail could not be sent.
  ///
  /// @param forGood whether it is not tried again
  public void markFailed(Email email, String error, boolean forGood) {
    String state = forGood ? "failed" : "pending";
    database.inTransaction(
        tx ->
            tx.mapper(EmailMapper.class).markFailed(email.id(), state, cut(error, LONGEST_ERROR)));
  }

  /// Notes that a mail which has not been tried yet is held back.
  public void markHeld(Email email, String reason) {
    database.inTransaction(tx -> tx.mapper(EmailMapper.class).markHeld(email.id(), reason));
  }

  /// Sends mails again: the same bytes, with the same Message-ID.
  public void resend(List<Email> emails) {
    Instant now = now();
    List<NewMessage> messages =
        emails.stream()
            .map(
                email ->
                    Resend.KIND.message(
                        "resend-" + email.id() + "-" + Ids.next(),
                        email.bookingId(),
                        new Resend(email.id()),
                        now))
            .toList();
    database.inTransaction(
        tx -> {
          outbox.put(tx, messages);
          return messages.size();
        });
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
