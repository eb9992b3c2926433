package org.meetwright.cli.program;

import java.util.Optional;
import org.meetwright.cli.screen.Prompt;
import picocli.CommandLine.Option;

/// The option `--yes` of commands that cannot be undone. Without it, the person at the terminal is
/// asked; a script, which cannot be asked, is refused.
///
/// A command has it as a mixin: `@Mixin private Consent consent;`.
public final class Consent {
  @Option(names = "--yes", description = "Do it without asking: it cannot be undone.")
  boolean yes;

  /// Returns if it is confirmed.
  ///
  /// @param what will happen, as a sentence: `This erases ada and her 12 bookings.`
  /// @throws Failure if it is not
  public void require(Program program, String what) {
    if (yes) {
      return;
    }
    Optional<Prompt> prompt = program.terminal().prompt();
    if (prompt.isEmpty()) {
      throw new Failure(
          what + " It cannot be undone; if you are sure, add --yes. Nothing was changed.");
    }
    if (!prompt.get().confirmed(what + " It cannot be undone. Go on?")) {
      throw new Failure("Nothing was changed.");
    }
  }
}
