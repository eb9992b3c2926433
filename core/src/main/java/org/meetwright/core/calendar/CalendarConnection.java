package org.meetwright.core.calendar;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// An account at a calendar service that a host has connected, without its password.
///
/// Wide: it has what the API and pages show of it.
///
/// @param name what the host calls it; at most 100 characters
/// @param error why it, or one of its calendars, is not as it should be; null if all is well
/// @param errorCode what the error is; null if there is none, or it is not known
/// @param lastSyncedAt since when nothing older is known of any of its calendars that are read;
///   null if one of them was never read, or none is to be
/// @param follows whether the host's meetings follow what he does with their events in his calendar
public record CalendarConnection(
    UUID id,
    UUID hostId,
    ProviderKind kind,
    String name,
    ConnectionState state,
    @Nullable String error,
    @Nullable FaultCode errorCode,
    @Nullable Instant lastSyncedAt,
    boolean follows) {
  /// How long the name may be, in characters.
  public static final int LONGEST_NAME = 100;

  /// Creates the connection.
  ///
  /// @throws InvalidValueException (field `name`) if the name is empty, too long or not one line
  public CalendarConnection {
    name = Text.line("name", name, LONGEST_NAME);
  }
}
