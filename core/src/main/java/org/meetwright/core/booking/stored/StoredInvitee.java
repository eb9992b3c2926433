package org.meetwright.core.booking.stored;

import java.time.ZoneId;
import java.util.Locale;
import org.meetwright.core.booking.Invitee;

/// An invitee, in stored form.
///
/// @param timeZone its id
/// @param locale its language tag
public record StoredInvitee(String name, StoredValue email, String timeZone, String locale) {
  /// Returns what is stored of an invitee.
  public static StoredInvitee of(Invitee invitee) {
    return new StoredInvitee(
        invitee.name(),
        StoredValue.of(invitee.email()),
        invitee.timeZone().getId(),
        invitee.locale().toLanguageTag());
  }

  /// Returns the invitee who was stored.
  public Invitee invitee() {
    return new Invitee(name, email.email(), ZoneId.of(timeZone), Locale.forLanguageTag(locale));
  }
}
