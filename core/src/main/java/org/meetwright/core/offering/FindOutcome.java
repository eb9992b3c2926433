package org.meetwright.core.offering;

/// The result of looking up an event type.
public sealed interface FindOutcome {
  /// It can be booked.
  record Found(Offering offering) implements FindOutcome {}

  /// It is switched off.
  record Inactive(Offering offering) implements FindOutcome {}

  /// It can be known of, but the booking link has ended, or is not one of its own.
  record NotAdmitted(Offering offering) implements FindOutcome {}

  /// There is none, or it requires a link and the visitor has none of its links.
  record Unknown() implements FindOutcome {}
}
