package org.meetwright.cli.commands.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.server.settings.source.EffectiveSetting;
import org.meetwright.server.settings.source.SettingsSources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `meetwright config show`.
@Command(
    name = "show",
    description = {
      "Show the settings in effect, one a line: name, value, and where it comes from.",
      "Secrets are hidden. The database is not opened."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright config show",
      "  meetwright config show --set --json"
    })
public final class ConfigShowCommand implements Runnable {
  private final Program program;

  @Option(names = "--set", description = "Only those that somebody has set.")
  private boolean set;

  /// Creates the command.
  public ConfigShowCommand(Program program) {
    this.program = program;
  }

  /// A setting, as JSON.
  record View(String key, @Nullable String value, String source) {
    private static View of(EffectiveSetting setting) {
      return new View(setting.setting().key(), setting.value(), setting.source());
    }

    private List<String> row() {
      return List.of(key, value == null ? "-" : value, source);
    }
  }

  /// All of it, as JSON.
  record Report(int schemaVersion, String home, String file, List<View> settings) {}

  @Override
  public void run() {
    SettingsSources sources = program.sources(null);
    List<View> settings =
        sources.effective().stream()
            .filter(setting -> !set || setting.isSet())
            .map(View::of)
            .toList();
    if (program.options().json()) {
      program
          .terminal()
          .printJson(
              new Report(
                  ConfigCommand.SCHEMA_VERSION,
                  program.home().toString(),
                  sources.configuration().toString(),
                  settings));
      return;
    }
    program.terminal().say("Data directory " + program.home());
    program
        .terminal()
        .say(
            "Configuration file "
                + sources.configuration()
                + ", schema version "
                + ConfigCommand.SCHEMA_VERSION);
    program
        .terminal()
        .print(
            new Table(
                List.of("SETTING", "VALUE", "SOURCE"), settings.stream().map(View::row).toList()));
  }
}
