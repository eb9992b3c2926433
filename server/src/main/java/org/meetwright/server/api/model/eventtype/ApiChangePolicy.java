package org.meetwright.server.api.model.eventtype;

import org.jspecify.annotations.Nullable;

/// What an invitee has to keep to when he cancels or moves a booking, as the API tells it.
///
/// @param noticeMinutes how long before the start he still may; null until the meeting has ended
/// @param reasonRequired whether he has to say why
public record ApiChangePolicy(@Nullable Integer noticeMinutes, boolean reasonRequired) {}
