package org.meetwright.core.account.invitation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;

/// An invitation to become a host.
///
/// @param email where the link was mailed to; what the newcomer signs in with
/// @param handle a suggestion; null for none
/// @param name a suggestion; may be empty
/// @param timeZone a suggestion; null for that of the newcomer's browser
/// @param locale the language of the mail
/// @param expiresAt until when the link is good, exclusive
public record HostInvitation(
    UUID id,
    EmailAddress email,
    @Nullable Handle handle,
    String name,
    @Nullable ZoneId timeZone,
    Locale locale,
    Instant createdAt,
    Instant expiresAt) {}
