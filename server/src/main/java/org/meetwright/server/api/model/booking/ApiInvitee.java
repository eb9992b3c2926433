package org.meetwright.server.api.model.booking;

/// Who booked.
public record ApiInvitee(String name, String email, String timeZone) {}
