package org.meetwright.cli.commands.completion;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/// Completion for PowerShell.
final class PowerShellScript {
  private static final String HEAD =
      """
      # Completion of meetwright for PowerShell. Put it into your profile: notepad $PROFILE
      $MeetwrightCommands = @{
      """;
  private static final String TAIL =
      """
      }
      Register-ArgumentCompleter -Native -CommandName meetwright -ScriptBlock {
          param($word, $ast, $cursor)
          $path = ''
          foreach ($element in $ast.CommandElements | Select-Object -Skip 1) {
              if ($element.Extent.EndOffset -lt $cursor) {
                  $next = "$path $element".Trim()
                  if ($MeetwrightCommands.ContainsKey($next)) { $path = $next }
              }
          }
          $MeetwrightCommands[$path] | Where-Object { $_[0] -like "$word*" } | ForEach-Object {
              [System.Management.Automation.CompletionResult]::new(
                  $_[0], $_[0], 'ParameterValue', $_[1])
          }
      }
      """;

  private PowerShellScript() {}

  static String of(CommandLine root) {
    return HEAD
        + CommandPaths.of(root).stream().map(PowerShellScript::entry).collect(Collectors.joining())
        + TAIL;
  }

  private static String entry(CommandPaths path) {
    Stream<List<String>> commands =
        path.command().subcommands().entrySet().stream()
            .map(
                each ->
                    List.of(each.getKey(), CommandPaths.summary(each.getValue().getCommandSpec())));
    Stream<List<String>> options =
        path.options().stream()
            .map(option -> List.of(option.longestName(), CommandPaths.summary(option)));
    String words =
        Stream.concat(commands, options)
            .map(each -> "@(" + quoted(each.getFirst()) + ", " + quoted(each.getLast()) + ")")
            .collect(Collectors.joining(",\n        "));
    return "    '" + path.words() + "'" + " = @(\n        " + words + "\n    )\n";
  }

  private static String quoted(String text) {
    // A tool tip may not be empty.
    return "'" + (text.isEmpty() ? " " : text.replace("'", "''")) + "'";
  }
}
