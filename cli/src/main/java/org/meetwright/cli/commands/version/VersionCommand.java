package org.meetwright.cli.commands.version;

import org.jspecify.annotations.Nullable;
import org.meetwright.cli.program.Program;
import picocli.CommandLine.Command;

/// `meetwright version`.
@Command(
    name = "version",
    description = {
      "Show the version of this program, the commit that it was built from with its date,",
      "and the version of Java that it runs on."
    },
    footer = {"", "@|bold Example:|@", "  meetwright version --json"})
public final class VersionCommand implements Runnable {
  private final Program program;

  /// Creates the command.
  public VersionCommand(Program program) {
    this.program = program;
  }

  /// What it shows, as JSON.
  ///
  /// @param commit null if the program was built outside of Git, as is `date`
  record Report(String version, @Nullable String commit, @Nullable String date, String java) {}

  @Override
  public void run() {
    Build build = Build.here();
    String java = Runtime.version().toString();
    if (program.options().json()) {
      program.terminal().printJson(new Report(build.version(), build.commit(), build.date(), java));
    } else {
      program.terminal().print(build + ", Java " + java);
    }
  }
}
