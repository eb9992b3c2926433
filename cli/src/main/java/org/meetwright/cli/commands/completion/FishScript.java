package org.meetwright.cli.commands.completion;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// Completion for fish.
final class FishScript {
  private static final String HEAD =
      """
      # Completion of meetwright for fish. Keep it as ~/.config/fish/completions/meetwright.fish
      set -g __meetwright_commands COMMANDS

      # Whether the words before the cursor lead to a command.
      function __meetwright_at
          set -l path ''
          for word in (commandline -opc)[2..-1]
              set -l next (string trim -- "$path $word")
              if contains -- "$next" $__meetwright_commands
                  set path $next
              end
          end
          test "$path" = "$argv[1]"
      end

      complete -c meetwright -f
      """;

  private FishScript() {}

  static String of(CommandLine root) {
    List<CommandPaths> all = CommandPaths.of(root);
    StringBuilder script =
        new StringBuilder(
            HEAD.replace(
                "COMMANDS",
                all.stream()
                    .skip(1)
                    .map(each -> quoted(each.words()))
                    .collect(Collectors.joining(" "))));
    for (CommandPaths each : all) {
      String at = "complete -c meetwright -n " + quoted("__meetwright_at " + quoted(each.words()));
      each.command()
          .subcommands()
          .forEach(
              (name, command) ->
                  script
                      .append(at)
                      .append(" -a ")
                      .append(quoted(name))
                      .append(" -d ")
                      .append(quoted(CommandPaths.summary(command.getCommandSpec())))
                      .append('\n'));
      each.options().forEach(option -> script.append(at).append(words(option)).append('\n'));
    }
    return script.toString();
  }

  private static String words(OptionSpec option) {
    StringBuilder words = new StringBuilder();
    for (String name : option.names()) {
      words.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    if (option.arity().max() > 0) {
      List<String> candidates = CommandPaths.candidates(option);
      // A file is completed where the words are not known.
      words.append(
          candidates.isEmpty() ? " -r -F" : " -x -a " + quoted(String.join(" ", candidates)));
    }
    return words.append(" -d ").append(quoted(CommandPaths.summary(option))).toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
