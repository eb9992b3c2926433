package org.meetwright.core;

import org.meetwright.core.eventtype.rule.Guests;
import org.meetwright.core.eventtype.rule.Policies;

/// Policies that differ in one rule.
public final class TestPolicies {
  private TestPolicies() {}

  /// Returns the same policies, but it takes a booking link to book.
  public static Policies withLink(Policies policies) {
    return new Policies(
        policies.cancellation(),
        policies.reschedule(),
        true,
        policies.confirmEmail(),
        policies.requiresApproval(),
        policies.guests());
  }

  /// Returns the same policies, but invitees have to confirm their e-mail addresses.
  public static Policies withConfirmedEmail(Policies policies) {
    return new Policies(
        policies.cancellation(),
        policies.reschedule(),
        policies.requiresLink(),
        true,
        policies.requiresApproval(),
        policies.guests());
  }

  /// Returns the same policies, but the host has to confirm each booking, or not.
  public static Policies withApproval(Policies policies, boolean required) {
    return new Policies(
        policies.cancellation(),
        policies.reschedule(),
        policies.requiresLink(),
        policies.confirmEmail(),
        required,
        policies.guests());
  }

  /// Returns the same policies with another rule about guests.
  public static Policies with(Policies policies, Guests guests) {
    return new Policies(
        policies.cancellation(),
        policies.reschedule(),
        policies.requiresLink(),
        policies.confirmEmail(),
        policies.requiresApproval(),
        guests);
  }
}
