package org.meetwright.server.api.model.eventtype;

import org.jspecify.annotations.Nullable;

/// The rules for invitees who cancel or move a booking, as the API shows them.
///
/// @param noticeMinutes how long before the start he still may; null until the meeting has ended
/// @param reasonRequired whether he has to say why
public record ApiChangePolicy(@Nullable Integer noticeMinutes, boolean reasonRequired) {}
