package org.meetwright.core.calendar.remote;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/// A meeting as it is written into a host's calendar: without organizer and attendees, so that no
/// service invites or answers by itself.
///
/// Wide: it carries what one event is made of.
///
/// @param meetingId the marker by which it is known as ours: X-MEETWRIGHT-MEETING
/// @param uid its iCalendar UID, at most 200 characters
/// @param sequence rises with every change
/// @param start inclusive
/// @param end exclusive
/// @param zone in which the host reads it
/// @param title one line
/// @param description plain text of several lines
/// @param location one line, may be empty
/// @param tentative whether the meeting waits for an approval
/// @param stamp when the meeting was last changed
public record OwnEvent(
    UUID meetingId,
    String uid,
    int sequence,
    Instant start,
    Instant end,
    ZoneId zone,
    String title,
    String description,
    String location,
    boolean tentative,
    Instant stamp) {}
