package org.meetwright.core.calendar.item.rule;

/// A rule is not followed, or no further.
public final class RuleException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Flaw kind;

  /// Why.
  public enum Flaw {
    /// It is no rule.
    NOT_UNDERSTOOD,
    /// It repeats every minute or second.
    TOO_FINE,
    /// It has too many times, or none is found for too long.
    PAST_BUDGET
  }

  /// Creates the exception.
  public RuleException(Flaw kind) {
    super(kind.name());
    this.kind = kind;
  }

  /// Returns why.
  public Flaw kind() {
    return kind;
  }
}
