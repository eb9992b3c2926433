package org.meetwright.server.api.model.host;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A request to invite someone to become a host; all but the address are suggestions.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvitationRequest(
    String email,
    @Nullable String handle,
    @Nullable String name,
    @Nullable String timeZone,
    @Nullable String locale) {}
