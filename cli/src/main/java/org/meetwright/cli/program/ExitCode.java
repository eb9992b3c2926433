package org.meetwright.cli.program;

/// What the program ends with. Scripts rely on the numbers; `docs/cli.md` lists them.
public enum ExitCode {
  /// It did what it was asked.
  DONE(0),
  /// It was refused, or failed; nothing was done, or the message says what.
  FAILED(1),
  /// It was called wrongly; nothing was done.
  USAGE(2),
  /// Part of it was done, the message says which.
  PARTLY(3),
  /// A server wants to know who asks: `meetwright login`.
  NOT_SIGNED_IN(4),
  /// The database cannot be reached, or lets nobody in.
  NO_DATABASE(10),
  /// Another program has the database, or what is needed of it.
  LOCKED(11),
  /// The database is older or newer than this program.
  OTHER_VERSION(12),
  /// Ctrl-C.
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /// Returns the number.
  public int code() {
    return code;
  }
}
