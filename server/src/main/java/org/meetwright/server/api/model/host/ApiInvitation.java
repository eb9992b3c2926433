package org.meetwright.server.api.model.host;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An invitation to become a host.
///
/// @param handle a suggestion; null for none
/// @param name a suggestion; may be empty
/// @param timeZone a suggestion; null for none
/// @param locale the language of the mail
/// @param expiresAt until when the mailed link is good
public record ApiInvitation(
    UUID id,
    String email,
    @Nullable String handle,
    String name,
    @Nullable String timeZone,
    String locale,
    Instant expiresAt) {}
