package org.meetwright.cli.commands.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The commands of a program, each with the words that lead to it.
///
/// @param words what is typed after the program's name; empty for the program itself
record CommandPaths(String words, CommandSpec command) {
  /// Returns the program and all its commands.
  static List<CommandPaths> of(CommandLine root) {
    List<CommandPaths> all = new ArrayList<>();
    collect("", root, all);
    return all;
  }

  private static void collect(String words, CommandLine at, List<CommandPaths> all) {
    all.add(new CommandPaths(words, at.getCommandSpec()));
    for (Map.Entry<String, CommandLine> each : at.getSubcommands().entrySet()) {
      collect((words + " " + each.getKey()).strip(), each.getValue(), all);
    }
  }

  List<OptionSpec> options() {
    return command.options().stream().filter(option -> !option.hidden()).toList();
  }

  /// Returns what a command is for, in one line of plain text.
  static String summary(CommandSpec command) {
    String[] description = command.usageMessage().description();
    return description.length == 0 ? "" : plain(description[0]);
  }

  static String summary(OptionSpec option) {
    return option.description().length == 0 ? "" : plain(option.description()[0]);
  }

  /// Returns which words an option takes, if they are known.
  static List<String> candidates(OptionSpec option) {
    List<String> words = new ArrayList<>();
    if (option.completionCandidates() != null) {
      option.completionCandidates().forEach(words::add);
    }
    return words;
  }

  private static String plain(String text) {
    return text.replaceAll("\\$\\{[A-Z-]+}", "...").replaceAll("@\\|\\w+ |\\|@", "");
  }
}
