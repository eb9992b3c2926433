package org.meetwright.server.pages.manage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.InviteeTerms;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.text.Texts;

/// Says until when an invitee can move and cancel the booking, or that it is too late.
public final class ChangeNotes {
  private ChangeNotes() {}

  /// Returns the sentences about a booking that has not ended; none if he is free until it does.
  ///
  /// @param offered whether there is anything that it could be moved to; else nothing is said of it
  public static List<String> of(
      InviteeTerms terms, Booking booking, boolean offered, TimeFormats formats, Texts texts) {
    Instant cancel = terms.cancellableUntil();
    Instant move = terms.reschedulableUntil();
    if (cancel != null && cancel.equals(move)) {
      return cancel.equals(booking.end())
          ? List.of()
          : List.of(texts.get("booking.until.both", formats.fullDateAndTime(cancel)));
    }
    String hosts = String.join(", ", booking.hosts().stream().map(MeetingHost::name).toList());
    if (offered && cancel == null && move == null) {
      return List.of(texts.get("booking.late.both", hosts));
    }
    List<String> notes = new ArrayList<>();
    if (offered) {
      add(notes, "move", move, booking, hosts, formats, texts);
    }
    add(notes, "cancel", cancel, booking, hosts, formats, texts);
    return notes;
  }

  private static void add(
      List<String> notes,
      String what,
      @Nullable Instant until,
      Booking booking,
      String hosts,
      TimeFormats formats,
      Texts texts) {
    if (until == null) {
      notes.add(texts.get("booking.late." + what, hosts));
    } else if (until.isBefore(booking.end())) {
      notes.add(texts.get("booking.until." + what, formats.fullDateAndTime(until)));
    }
  }
}
