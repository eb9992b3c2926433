package org.meetwright.cli.commands.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.SpellingSuggestion;
import org.meetwright.cli.program.Program;
import org.meetwright.server.settings.declaration.Setting;
import org.meetwright.server.settings.source.DataDirectory;
import org.meetwright.server.settings.source.EffectiveSetting;
import org.meetwright.server.settings.source.KnownSettings;
import org.meetwright.server.settings.source.SettingsSources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright config validate`.
@Command(
    name = "validate",
    description = {
      "Check the settings as a server would when it starts, with the files that they name, and",
      "say how many are set. Nothing is opened or changed."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright config validate",
      "  meetwright config validate meetwright-new.yaml"
    })
public final class ConfigValidateCommand implements Runnable {
  /// Variables of ours that are no settings. Java's options are the launcher's.
  private static final Set<String> OTHERS =
      Set.of(DataDirectory.VARIABLE, SettingsSources.VARIABLE, "MEETWRIGHT_JAVA_OPTIONS");

  private final Program program;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "A configuration file (default: the one that is used).")
  private @Nullable Path file;

  /// Creates the command.
  public ConfigValidateCommand(Program program) {
    this.program = program;
  }

  /// What was found, as JSON.
  record Report(int schemaVersion, String file, long set, List<String> unknownVariables) {}

  @Override
  public void run() {
    SettingsSources sources = program.sources(file);
    long set = sources.effective().stream().filter(EffectiveSetting::isSet).count();
    List<String> unknown = unknownVariables(program.environment());
    String from = sources.configuration().toString();
    if (program.options().json()) {
      program.terminal().printJson(new Report(ConfigCommand.SCHEMA_VERSION, from, set, unknown));
    } else {
      program.terminal().print("ok " + set + " settings, file " + from);
    }
    unknown.forEach(this::warn);
  }

  private static List<String> unknownVariables(Map<String, String> environment) {
    return new TreeSet<>(environment.keySet())
        .stream()
            .filter(name -> name.startsWith("MEETWRIGHT_"))
            .filter(name -> !OTHERS.contains(name) && !names().contains(name))
            .toList();
  }

  private static Set<String> names() {
    return KnownSettings.all().stream().map(Setting::variable).collect(Collectors.toSet());
  }

  private void warn(String name) {
    String meant =
        SpellingSuggestion.of(name, names()).map(near -> "; did you mean " + near + "?").orElse("");
    program.terminal().say("The variable " + name + " is no setting and is ignored" + meant);
  }
}
