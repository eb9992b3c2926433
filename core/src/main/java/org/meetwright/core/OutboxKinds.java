package org.meetwright.core;

import java.util.List;
import java.util.stream.Collectors;
import org.meetwright.core.account.AccountMail;
import org.meetwright.core.archive.ArchiveJob;
import org.meetwright.core.backup.schedule.BackupDue;
import org.meetwright.core.booking.desk.UnansweredRequest;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.booking.wish.ConfirmationExpiry;
import org.meetwright.core.booking.wish.ConfirmationNotice;
import org.meetwright.core.calendar.CalendarAlert;
import org.meetwright.core.calendar.SyncDue;
import org.meetwright.core.calendar.account.CalendarRemoval;
import org.meetwright.core.calendar.check.CollisionCheck;
import org.meetwright.core.calendar.meeting.CalendarWrite;
import org.meetwright.core.email.Resend;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.sms.SmsReminder;
import org.meetwright.core.team.TeamInvitation;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.webhook.delivery.SwitchedOffNotice;
import org.meetwright.core.webhook.delivery.WebhookMessage;

/// The kinds of messages that there are in the outbox.
public final class OutboxKinds {
  /// All of them, in the order in which they are listed to people.
  public static final List<OutboxKind<?>> ALL =
      List.of(
          BookingNotice.KIND,
          Resend.KIND,
          ConfirmationNotice.KIND,
          ConfirmationExpiry.KIND,
          UnansweredRequest.KIND,
          AccountMail.KIND,
          TeamInvitation.KIND,
          WebhookMessage.KIND,
          SwitchedOffNotice.KIND,
          SmsReminder.KIND,
          SyncDue.KIND,
          CalendarWrite.KIND,
          CollisionCheck.KIND,
          CalendarAlert.KIND,
          CalendarRemoval.KIND,
          ArchiveJob.KIND,
          BackupDue.KIND);

  private OutboxKinds() {}

  /// Returns the kind of a name.
  ///
  /// @throws InvalidValueException (field `kind`) if there is none
  public static OutboxKind<?> of(String name) {
    for (OutboxKind<?> kind : ALL) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    throw new InvalidValueException(
        "kind",
        "must be one of "
            + ALL.stream().map(OutboxKind::name).collect(Collectors.joining(", "))
            + ", not "
            + InvalidValueException.shown(name));
  }
}
