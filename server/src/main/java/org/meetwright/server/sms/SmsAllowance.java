package org.meetwright.server.sms;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.limit.RateLimits;
import org.meetwright.core.outbox.Delivery.Withheld;
import org.meetwright.core.phone.Countries;
import org.meetwright.core.phone.PhoneNumber;
import org.meetwright.server.settings.SmsSettings;

/// Allows SMS only to certain countries, with a daily limit per number and in total. Strangers type
/// the numbers, and in some countries the owner of a number gets a share of the price.
record SmsAllowance(RateLimits limits, SmsSettings.Limits settings) {

  /// Lets an SMS about a booking go out.
  ///
  /// @throws Withheld if it may not
  void ask(PhoneNumber to, Booking booking) throws Withheld {
    if (!isAllowed(to, booking.hosts())) {
      throw new Withheld(
          settings.countries().isEmpty()
              ? "the number is in none of the hosts' countries; sms.countries allows others"
              : "sms.countries does not allow the number's country",
          null);
    }
    take("sms to " + to, settings.mostPerNumber(), "sms.mostPerNumber");
    take("sms", settings.mostPerDay(), "sms.mostPerDay");
  }

  private void take(String whose, int most, String setting) throws Withheld {
    Duration wait = limits.takeToday(whose, most);
    if (!wait.isZero()) {
      throw new Withheld(setting + " allows no more today than " + most, null);
    }
  }

  private boolean isAllowed(PhoneNumber to, List<MeetingHost> hosts) {
    if (!settings.countries().isEmpty()) {
      return settings.countries().stream().anyMatch(to.value()::startsWith);
    }
    Optional<String> country = to.country();
    return country.isPresent()
        && hosts.stream().map(SmsAllowance::country).anyMatch(country::equals);
  }

  /// Returns where a host is: where his time zone is, or else, as with UTC, what his language says.
  private static Optional<String> country(MeetingHost host) {
    return Countries.of(host.timeZone())
        .or(() -> Optional.of(host.locale().getCountry()))
        .map(country -> country.toUpperCase(Locale.ROOT))
        .filter(country -> !country.isEmpty());
  }
}
