package org.meetwright.cli.commands.completion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meetwright.cli.program.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The manual page of a command, in the language of `man` (roff).
///
/// @param version of the program, for the foot of the page
public record ManPage(CommandPaths path, String version) {
  /// Returns the pages of a program and all its commands.
  public static List<ManPage> of(CommandLine root, String version) {
    return CommandPaths.of(root).stream().map(path -> new ManPage(path, version)).toList();
  }

  /// Returns the name of its file.
  public String file() {
    return name() + ".1";
  }

  private String name() {
    return ("meetwright " + path.words()).strip().replace(' ', '-');
  }

  /// Returns the page.
  public String text() {
    StringBuilder page = new StringBuilder();
    page.append(".TH ")
        .append(name().toUpperCase(Locale.ROOT))
        .append(" 1 \"\" \"")
        .append(version)
        .append("\" \"Meetwright\"\n.nh\n.ad l\n");
    String summary = CommandPaths.summary(path.command());
    section(page, "NAME", roff(name()) + " \\- " + roff(summary));
    String synopsis = path.command().commandLine().getHelp().synopsis(0).strip();
    section(page, "SYNOPSIS", roff(plain(synopsis)));
    section(page, "DESCRIPTION", lines(path.command().usageMessage().description()));
    section(page, "ARGUMENTS", arguments());
    section(page, "OPTIONS", options());
    section(page, "COMMANDS", commands());
    section(page, "MORE", "." + "nf\n" + lines(path.command().usageMessage().footer()) + "\n.fi");
    section(page, "EXIT STATUS", exitCodes());
    return page.toString();
  }

  private static void section(StringBuilder page, String title, String text) {
    if (!text.isBlank() && !text.equals(".nf\n\n.fi")) {
      page.append(".SH ").append(title).append('\n').append(text.strip()).append('\n');
    }
  }

  private String arguments() {
    List<String> entries = new ArrayList<>();
    for (PositionalParamSpec each : path.command().positionalParameters()) {
      entries.add(entry(each.paramLabel(), described(each)));
    }
    return String.join("", entries);
  }

  private String options() {
    return path.options().stream()
        .map(option -> entry(names(option), described(option)))
        .collect(Collectors.joining());
  }

  private static String names(OptionSpec option) {
    String names = String.join(", ", option.names());
    return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
  }

  private static String described(ArgSpec argument) {
    List<String> candidates = new ArrayList<>();
    if (argument.completionCandidates() != null) {
      argument.completionCandidates().forEach(candidates::add);
    }
    return plain(
        String.join(" ", argument.description())
            .replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValueString()))
            .replace("${COMPLETION-CANDIDATES}", String.join(", ", candidates)));
  }

  private String commands() {
    return path.command().subcommands().entrySet().stream()
        .map(each -> entry(each.getKey(), CommandPaths.summary(each.getValue().getCommandSpec())))
        .collect(Collectors.joining());
  }

  private static String exitCodes() {
    return Arrays.stream(ExitCode.values())
        .map(
            code ->
                entry(
                    String.valueOf(code.code()),
                    code.name().toLowerCase(Locale.ROOT).replace('_', ' ')))
        .collect(Collectors.joining());
  }

  private static String entry(String term, String text) {
    return ".TP\n\\fB" + roff(term) + "\\fR\n" + roff(text) + "\n";
  }

  private static String lines(String[] lines) {
    return Stream.of(lines)
        .map(line -> roff(plain(line)))
        .collect(Collectors.joining("\n"))
        .strip();
  }

  private static String plain(String text) {
    return Ansi.OFF.string(text.replace("%n", "\n"));
  }

  /// Text that roff takes for text.
  private static String roff(String text) {
    return text.replace("\\", "\\e")
        .replace("-", "\\-")
        .lines()
        .map(line -> line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line)
        .collect(Collectors.joining("\n"));
  }
}
