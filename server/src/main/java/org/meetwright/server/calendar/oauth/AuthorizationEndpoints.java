package org.meetwright.server.calendar.oauth;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where an authorization server is, and what is asked of it.
///
/// @param page where users consent
/// @param token where codes and refresh tokens are turned into tokens
/// @param revocation where a consent is given back; null if the service has no such place
/// @param needed the scopes without which calendars can't be used
/// @param besides scopes that only tell whose account it is, or have access last
/// @param more parameters of the page beyond those of the standard
public record AuthorizationEndpoints(
    URI page,
    URI token,
    @Nullable URI revocation,
    Set<String> needed,
    Set<String> besides,
    Map<String, String> more) {}
