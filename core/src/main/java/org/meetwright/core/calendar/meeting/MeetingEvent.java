package org.meetwright.core.calendar.meeting;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.remote.OwnEvent;
import org.meetwright.core.calendar.remote.WrittenEvent;
import org.meetwright.core.time.Interval;

/// An event that stands for a meeting in a calendar of one of its hosts, as the table has it.
///
/// Wide: it has a component for each column.
///
/// @param uid without the generation
/// @param generation rises when a service refuses the UID of an event that was deleted
/// @param remoteId what the service knows it by; null if that is not known yet
/// @param writtenFrom when the event begins that was written last, or was about to be; null if none
/// @param writtenUntil when it ends
/// @param fingerprint of all that was written
/// @param sequence rises with each writing
/// @param state the word of a [State]
/// @param seenFrom when the host has moved it to
/// @param changedAt when it was seen that the host has changed it
/// @param error why it could not be written; null if nothing is wrong
/// @param leasedUntil until when one node works on it; null if none does
record MeetingEvent(
    UUID id,
    UUID meetingId,
    UUID hostId,
    UUID calendarId,
    String uid,
    int generation,
    @Nullable String remoteId,
    @Nullable String etag,
    @Nullable Instant writtenFrom,
    @Nullable Instant writtenUntil,
    @Nullable String fingerprint,
    int sequence,
    String state,
    @Nullable Instant seenFrom,
    @Nullable Instant seenUntil,
    @Nullable Instant changedAt,
    @Nullable String error,
    @Nullable Instant failingSince,
    @Nullable Instant leasedUntil) {

  /// How an event stands.
  enum State {
    /// It is to be written.
    WANTED,
    /// It stands there as it was written.
    WRITTEN,
    /// The host has moved it there.
    MOVED,
    /// The host has deleted it there.
    GONE,
    /// It is to be deleted.
    REMOVING;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean is(State expected) {
    return state.equals(expected.word());
  }

  /// Returns whether the host has changed it there, and nobody has decided yet what follows.
  boolean isChangedThere() {
    return is(State.MOVED) || is(State.GONE);
  }

  /// Returns what the service said of it; null if it does not stand there, or that is not known.
  @Nullable WrittenEvent written() {
    return remoteId == null || is(State.GONE) ? null : new WrittenEvent(remoteId, etag);
  }

  /// Returns the UID under which it is written.
  String fullUid() {
    if (generation == 0) {
      return uid;
    }
    int at = uid.indexOf('@');
    return uid.substring(0, at) + "-" + generation + uid.substring(at);
  }

  /// Returns whether an interval is the one that was written.
  boolean isAt(@Nullable Instant from, @Nullable Instant until) {
    return from != null && until != null && from.equals(writtenFrom) && until.equals(writtenUntil);
  }

  /// Returns whether an interval is the one to which the host was seen to have moved it.
  boolean wasSeenAt(@Nullable Instant from, @Nullable Instant until) {
    return from != null && until != null && from.equals(seenFrom) && until.equals(seenUntil);
  }

  private MeetingEvent with(
      State next,
      @Nullable WrittenEvent written,
      @Nullable Interval seen,
      @Nullable Instant changed,
      @Nullable Instant lease) {
    return new MeetingEvent(
        id,
        meetingId,
        hostId,
        calendarId,
        uid,
        generation,
        written == null ? null : written.id(),
        written == null ? null : written.etag(),
        writtenFrom,
        writtenUntil,
        fingerprint,
        sequence,
        next.word(),
        seen == null ? null : seen.startInclusive(),
        seen == null ? null : seen.endExclusive(),
        changed,
        null,
        null,
        lease);
  }

  private @Nullable WrittenEvent known() {
    return remoteId == null ? null : new WrittenEvent(remoteId, etag);
  }

  /// Returns it as it is while something is written.
  MeetingEvent writing(OwnEvent event, String print, Instant lease) {
    MeetingEvent next = with(State.WANTED, written(), null, null, lease);
    return new MeetingEvent(
        id,
        meetingId,
        hostId,
        calendarId,
        uid,
        generation,
        next.remoteId,
        next.etag,
        event.start(),
        event.end(),
        print,
        event.sequence(),
        next.state,
        null,
        null,
        null,
        error,
        failingSince,
        lease);
  }

  /// Returns it as it is when it stands there as it was written.
  MeetingEvent standing(WrittenEvent written) {
    return with(State.WRITTEN, written, null, null, null);
  }

  /// Returns it as it is while it is looked at.
  MeetingEvent looking(@Nullable Instant lease) {
    Interval seen =
        seenFrom == null || seenUntil == null ? null : new Interval(seenFrom, seenUntil);
    return with(State.valueOf(state.toUpperCase(Locale.ROOT)), known(), seen, changedAt, lease);
  }

  /// Returns it as it is while it is deleted.
  MeetingEvent removing(Instant lease) {
    return with(State.REMOVING, written(), null, null, lease);
  }

  /// Returns it as the host has changed it.
  ///
  /// @param there when it is now; null if it is gone
  MeetingEvent changedThere(@Nullable Interval there, Instant at) {
    return with(there == null ? State.GONE : State.MOVED, known(), there, at, null);
  }

  /// Returns it as it is to be written again, whatever stands there. Whoever works on it has to
  /// look again.
  MeetingEvent putBack() {
    return with(State.WANTED, written(), null, null, null);
  }

  /// Returns it as it is to be written anew, since it does not stand there any more.
  ///
  /// @param next the generation
  MeetingEvent anew(int next) {
    MeetingEvent lost = with(State.WANTED, null, null, null, null);
    return new MeetingEvent(
        id,
        meetingId,
        hostId,
        calendarId,
        uid,
        next,
        null,
        null,
        lost.writtenFrom,
        lost.writtenUntil,
        lost.fingerprint,
        sequence,
        lost.state,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /// Returns it as it is after an attempt that failed.
  MeetingEvent failed(String why, Instant at) {
    return new MeetingEvent(
        id,
        meetingId,
        hostId,
        calendarId,
        uid,
        generation,
        remoteId,
        etag,
        writtenFrom,
        writtenUntil,
        fingerprint,
        sequence,
        state,
        seenFrom,
        seenUntil,
        changedAt,
        why,
        failingSince == null ? at : failingSince,
        null);
  }
}
