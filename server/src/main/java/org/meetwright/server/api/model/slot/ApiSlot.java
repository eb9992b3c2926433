package org.meetwright.server.api.model.slot;

/// A time that can be booked.
///
/// @param start inclusive, RFC 3339 with the offset of the asked zone
/// @param end exclusive, RFC 3339 with the offset of the asked zone
public record ApiSlot(String start, String end, int seatsLeft) {}
