package org.meetwright.server.api.booking;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.meetwright.core.booking.InviteeTerms;

/// A booking, as the API tells it to its invitee.
///
/// @param terms on what terms he can still cancel or move it
public record ApiInviteeBooking(
    @JsonUnwrapped ApiBooking booking, @JsonUnwrapped InviteeTerms terms) {}
