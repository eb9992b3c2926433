package org.meetwright.server.api.model.booking;

import java.time.Instant;
import java.util.UUID;

/// The most important of a booking, where others are named; the booking itself has its own address.
///
/// @param start inclusive
/// @param end exclusive
public record ApiBookingBrief(
    UUID id,
    String status,
    Instant start,
    Instant end,
    ApiBooking.EventTypeName eventType,
    ApiInvitee invitee) {}
