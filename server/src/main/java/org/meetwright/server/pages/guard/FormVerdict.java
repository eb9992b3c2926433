package org.meetwright.server.pages.guard;

/// The result of checking the proof of a form.
public enum FormVerdict {
  /// It was made here, for this browser, and filled in by someone.
  FINE(""),
  /// It was made here, but longer ago than forms are good for.
  EXPIRED("notice.expired"),

  /// It was not made here, or for another browser or another form.
  UNPROVEN("notice.unproven"),
  /// It came back sooner than anyone can fill it in, or with a field filled in that nobody sees.
  HASTY("notice.hasty");

  private final String notice;

  FormVerdict(String notice) {
    this.notice = notice;
  }

  /// Returns whether the same form may be sent once more with another proof.
  public boolean needsProof() {
    return this == EXPIRED || this == UNPROVEN;
  }

  /// Returns the key of what is said about it; empty if nothing is.
  public String notice() {
    return notice;
  }
}
