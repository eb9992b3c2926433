package org.meetwright.cli.commands.completion;

import org.meetwright.cli.program.Program;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `meetwright completion`.
@Command(
    name = "completion",
    description = {
      "Print a script with which a shell completes commands and options when you press Tab."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  source <(meetwright completion bash)        in ~/.bashrc",
      "  source <(meetwright completion zsh)         in ~/.zshrc, after compinit",
      "  meetwright completion fish > ~/.config/fish/completions/meetwright.fish",
      "  meetwright completion powershell >> $PROFILE"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class CompletionCommand implements Runnable {
  private final Program program;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh, fish or powershell.")
  private Shell shell;

  /// The shells, as they are typed.
  enum Shell {
    bash,
    zsh,
    fish,
    powershell
  }

  /// Creates the command.
  public CompletionCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    CommandLine root = spec.root().commandLine();
    String script =
        switch (shell) {
          // Picocli's script makes zsh understand what is bash's.
          case bash, zsh -> AutoComplete.bash("meetwright", root);
          case fish -> FishScript.of(root);
          case powershell -> PowerShellScript.of(root);
        };
    script.lines().forEach(program.terminal().out()::println);
  }
}
