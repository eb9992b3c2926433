package org.meetwright.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.meetwright.cli.arguments.SpellingSuggestion;
import org.meetwright.core.value.InvalidValueException;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with an argument that no command takes, and what was meant perhaps.
final class Misspelled {
  private Misspelled() {}

  static String message(UnmatchedArgumentException wrong) {
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    List<String> unmatched = wrong.getUnmatched();
    String first = unmatched.isEmpty() ? "" : unmatched.getFirst();
    String shown = InvalidValueException.shown(first);
    if (first.startsWith("-")) {
      return name
          + " has no option "
          + shown
          + meant(first.replaceAll("=.*", ""), options(command));
    }
    if (!command.getSubcommands().isEmpty()) {
      return name + " has no command " + shown + meant(first, command.getSubcommands().keySet());
    }
    return name + " takes no further argument " + shown + ".";
  }

  private static String meant(String typed, Collection<String> known) {
    Optional<String> nearest = SpellingSuggestion.of(typed, known);
    return nearest.map(word -> "; did you mean " + word + "?").orElse(".");
  }

  private static List<String> options(CommandLine command) {
    List<String> names = new ArrayList<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      names.addAll(List.of(option.names()));
    }
    return names;
  }
}
