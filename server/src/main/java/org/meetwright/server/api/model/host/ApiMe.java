package org.meetwright.server.api.model.host;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A host's own data.
///
/// Wide: it is as flat as its JSON.
///
/// @param email the address in force
/// @param pendingEmail another one, which he has asked for and not confirmed yet; null if there is
///   none
/// @param role host or admin
/// @param maxMeetingsPerDay most meetings of all event types on a day; null for no limit
/// @param maxMinutesPerDay most minutes of meetings on a day; null for no limit
/// @param mailActions what links in his mail ask for: open or signIn
public record ApiMe(
    UUID id,
    String handle,
    String name,
    String email,
    @Nullable String pendingEmail,
    String timeZone,
    String locale,
    String role,
    @Nullable Integer maxMeetingsPerDay,
    @Nullable Integer maxMinutesPerDay,
    String mailActions) {}
