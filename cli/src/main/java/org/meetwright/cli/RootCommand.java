package org.meetwright.cli;

import org.meetwright.cli.program.GlobalOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `meetwright` by itself: shows the help.
@Command(
    name = "meetwright",
    description = "Meeting scheduler on your own server.",
    versionProvider = Version.class,
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright serve --demo",
      "  meetwright host add ada --name \"Ada Lovelace\" \\",
      "    --email ada@example.org --zone Europe/London",
      "  meetwright slots ada/intro --json",
      "",
      "Every setting of the configuration file is also an environment variable:",
      "server.port is MEETWRIGHT_SERVER_PORT. Options beat variables beat the file.",
      "",
      "@|bold Exit codes:|@",
      "  0 done                  4 not signed in        12 newer or older database",
      "  1 refused or failed    10 no database         130 interrupted",
      "  2 called wrongly       11 locked",
      "  3 partly done"
    })
final class RootCommand implements Runnable {
  @Mixin final GlobalOptions options;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  @SuppressWarnings("NullAway.Init") // Picocli sets the spec.
  RootCommand(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut(), spec.commandLine().getColorScheme());
  }
}
