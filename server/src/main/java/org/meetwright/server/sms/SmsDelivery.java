package org.meetwright.server.sms;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.meetwright.core.access.signed.ManageLinks;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.limit.RateLimits;
import org.meetwright.core.outbox.Delivery;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.sms.SmsReminder;
import org.meetwright.core.traces.ErasedValues;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.settings.SmsSettings;

/// Sends the reminders of the outbox by SMS.
public final class SmsDelivery implements Delivery<SmsReminder> {
  private final InstantSource clock;
  private final Bookings bookings;
  private final ManageLinks manageLinks;
  private final Supplier<URI> publicUrl;
  private final SmsSender sender;
  private final SmsAllowance allowance;

  /// Creates the delivery.
  ///
  /// @param publicUrl the address under which invitees reach the server, without a slash at the end
  public SmsDelivery(
      InstantSource clock,
      Bookings bookings,
      ManageLinks manageLinks,
      RateLimits rateLimits,
      Supplier<URI> publicUrl,
      SmsSender sender,
      SmsSettings.Limits limits) {
    this.clock = clock;
    this.bookings = bookings;
    this.manageLinks = manageLinks;
    this.publicUrl = publicUrl;
    this.sender = sender;
    this.allowance = new SmsAllowance(rateLimits, limits);
  }

  /// Returns the delivery of the settings. While SMS is off it drops what was put in before.
  public static Delivery<SmsReminder> of(
      InstantSource clock,
      Bookings bookings,
      ManageLinks manageLinks,
      RateLimits rateLimits,
      Supplier<URI> publicUrl,
      SmsSettings settings) {
    HttpUrl url = settings.url();
    if (url == null) {
      return (reminder, message) -> {};
    }
    Logger.getLogger(SmsDelivery.class.getName())
        .info(() -> "SMS reminders are sent through " + url.host() + ":" + url.port());
    return new SmsDelivery(
        clock,
        bookings,
        manageLinks,
        rateLimits,
        publicUrl,
        new HttpGateway(settings),
        settings.limits());
  }

  /// Sends a reminder. Nothing is sent of a booking that is gone, nor of a meeting that has begun
  /// or is no longer held at that time.
  ///
  /// @throws PermanentFailure if it can never be sent
  /// @throws Withheld if its number's country is not allowed, or too many were sent today
  /// @throws IOException if it could not be sent now
  @Override
  public void deliver(SmsReminder reminder, Message message)
      throws PermanentFailure, Withheld, IOException {
    Booking booking = bookings.find(reminder.bookingId()).orElse(null);
    if (booking != null && isStillOn(reminder, booking)) {
      if (message.attempts() <= 1) {
        allowance.ask(reminder.number(), booking);
      }
      URI link = manageLinks.link(publicUrl.get(), booking.id());
      sender.send(new Sms(message.dedupeKey(), reminder.number(), SmsText.reminder(booking, link)));
    }
  }

  /// A moved meeting has another SEQUENCE, even if it is moved back; the move brought its own
  /// reminders.
  private boolean isStillOn(SmsReminder reminder, Booking booking) {
    return booking.status() == BookingStatus.CONFIRMED
        && booking.calendarSequence() == reminder.sequence()
        && booking.start().isAfter(clock.instant())
        && !ErasedValues.is(booking.invitee().email());
  }
}
