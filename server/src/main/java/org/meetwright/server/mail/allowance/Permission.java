package org.meetwright.server.mail.allowance;

import java.time.Duration;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.booking.notice.BookingNotice.Audience;
import org.meetwright.core.booking.notice.BookingNotice.Event;
import org.meetwright.core.email.Email;
import org.meetwright.core.email.Emails;
import org.meetwright.core.email.MailAllowance;
import org.meetwright.core.outbox.Delivery.Withheld;
import org.meetwright.core.value.EmailAddress;

/// Lets mail of bookings go out, unless its receiver has got too much today that no host caused.
public record Permission(Emails emails, MailAllowance allowance) {
  private static final String REASON =
      "the address got "
          + MailAllowance.MOST_A_DAY
          + " mails today that no host caused, or the part"
          + " of them that is for mail like this";

  /// Lets a mail go out that has not been tried before.
  ///
  /// @throws Withheld if it is held back: the first word about a booking until there is room, all
  ///   others until someone has them sent
  public void ask(BookingNotice notice, Email email) throws Withheld {
    if (!isLimited(notice)) {
      return;
    }
    EmailAddress to = new EmailAddress(email.recipient());
    boolean first = isFirstWord(notice);
    Duration wait = first ? allowance.takeFirst(to) : allowance.take(to);
    if (!wait.isZero()) {
      emails.markHeld(email, REASON);
      throw new Withheld(REASON, first ? wait : null);
    }
  }

  /// Hosts want to hear of their bookings, and what they do themselves is theirs to answer for.
  private static boolean isLimited(BookingNotice notice) {
    return notice.audience() != Audience.HOST
        && (notice.occasion().actor() == Actor.INVITEE
            || notice.occasion().actor() == Actor.SYSTEM);
  }

  private static boolean isFirstWord(BookingNotice notice) {
    return notice.audience() == Audience.INVITEE
        && (notice.event() == Event.BOOKED || notice.event() == Event.REQUESTED);
  }
}
