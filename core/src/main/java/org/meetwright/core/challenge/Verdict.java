package org.meetwright.core.challenge;

/// The result of checking a solution.
public enum Verdict {
  /// It is good for the wish, or none is asked for.
  FINE,
  /// There is none.
  MISSING,
  /// It solves no challenge of this installation.
  WRONG,
  /// Its challenge is no longer good.
  EXPIRED,
  /// It was used for another wish.
  USED
}
