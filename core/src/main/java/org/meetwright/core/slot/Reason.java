package org.meetwright.core.slot;

import java.util.Map;

/// Why a time cannot be booked.
///
/// @param message one sentence for the host
/// @param detail the rule, override, meeting, busy time or limit behind it, for the host alone;
///   values are texts, numbers, or maps of these
public record Reason(Code code, String message, Map<String, Object> detail) {

  /// Creates the reason.
  public Reason {
    detail = Map.copyOf(detail);
  }

  /// The kinds of reasons, and the words that stand for them outside the program.
  public enum Code {
    PAST("past", true),
    MINIMUM_NOTICE("minimum_notice", true),
    BOOKING_WINDOW("booking_window", true),
    MEETING("meeting", false),
    BUSY("busy", false),
    ABSENCE("absence", true),
    LIMIT("limit", true),
    INACTIVE("inactive", true),
    OUTSIDE_SCHEDULE("outside_schedule", true),
    OVERRIDE("override", true),
    HOLIDAY("holiday", true),
    OFF_GRID("off_grid", true);

    private final String word;
    private final boolean forInvitees;

    Code(String word, boolean forInvitees) {
      this.word = word;
      this.forInvitees = forInvitees;
    }

    /// Returns the word that stands for the code outside the program.
    public String word() {
      return word;
    }

    /// Returns whether invitees may know it. What else is on a host's calendar is not theirs to
    /// know; they learn that the time is taken.
    public boolean forInvitees() {
      return forInvitees;
    }
  }
}
