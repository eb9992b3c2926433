package org.meetwright.core.booking;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;

/// A host in a meeting: what invitees may know, and the address to write to.
///
/// @param timeZone the zone in which he reads times
/// @param locale the language in which he is written to
public record MeetingHost(
    UUID id, Handle handle, String name, EmailAddress email, ZoneId timeZone, Locale locale) {
  /// Returns what a meeting keeps of a host.
  public static MeetingHost of(Host host) {
    return new MeetingHost(
        host.id(), host.handle(), host.name(), host.email(), host.timeZone(), host.locale());
  }
}
