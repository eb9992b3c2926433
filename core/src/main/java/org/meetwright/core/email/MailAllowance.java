package org.meetwright.core.email;

import java.time.Duration;
import org.meetwright.core.limit.RateLimit;
import org.meetwright.core.limit.RateLimits;
import org.meetwright.core.value.EmailAddress;

/// Limits the mail per day to an address that no host caused, on all nodes together, so that nobody
/// can make us fill a stranger's mailbox. A part is reserved for the most important mail, the first
/// one to the invitee about a booking, so that nobody can suppress it by causing other mail.
public final class MailAllowance {
  /// The most mails to an address in a day of UTC that no host caused.
  public static final int MOST_A_DAY = 20;

  /// How many of these are kept for first words.
  static final int KEPT = 5;

  /// How many mails that ask for a confirmation an address gets.
  static final RateLimit QUESTIONS = new RateLimit(3, Duration.ofHours(1));

  /// How many mailed links to choose another password an address gets: at most 27 a day. They are
  /// counted by themselves, so that no other mail can use them up.
  static final RateLimit LINKS = new RateLimit(3, Duration.ofHours(1));

  private final RateLimits limits;

  /// Creates the service.
  public MailAllowance(RateLimits limits) {
    this.limits = limits;
  }

  /// Takes one mail off the allowance of an address.
  ///
  /// @return zero if there was one left, else how long it takes until there is
  public Duration take(EmailAddress to) {
    return limits.takeToday(whose(to), MOST_A_DAY - KEPT);
  }

  /// Takes one mail off the allowance of an address, which is the first word to it about a booking.
  ///
  /// @return zero if there was one left, else how long it takes until there is
  public Duration takeFirst(EmailAddress to) {
    return limits.takeToday(whose(to), MOST_A_DAY);
  }

  /// Takes one mail off the allowance of an address, which asks its owner whether it is his.
  ///
  /// @return zero if there was one left, else how long it takes until there is
  public Duration takeQuestion(EmailAddress to) {
    Duration wait = limits.take("confirmations to " + to.key(), QUESTIONS);
    return wait.isZero() ? takeFirst(to) : wait;
  }

  /// Takes one mailed link off the allowance of an address.
  ///
  /// @return zero if there was one left, else how long it takes until there is
  public Duration takeLink(EmailAddress to) {
    return limits.take("links to " + to.key(), LINKS);
  }

  private static String whose(EmailAddress to) {
    return "mail to " + to.key();
  }
}
