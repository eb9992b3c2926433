package org.meetwright.server.settings.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.settings.declaration.RawValue;
import org.meetwright.server.settings.declaration.RawValue.Source;
import org.meetwright.server.settings.declaration.Setting;
import org.meetwright.server.settings.declaration.SettingValues;
import org.meetwright.server.settings.declaration.SettingsException;

/// Where settings are read from, in rising order of precedence: the file, the environment, the
/// command line.
///
/// @param home the data directory
/// @param config the file; null for the one that the environment names, or else `meetwright.yaml`
///   in the data directory, which may be missing
/// @param environment the environment variables
/// @param options what command-line options say
public record SettingsSources(
    Path home,
    @Nullable Path config,
    Map<String, String> environment,
    Map<Setting<?>, String> options) {
  /// The name of the file in the data directory.
  public static final String FILE = "meetwright.yaml";

  /// The environment variable that names another file.
  public static final String VARIABLE = "MEETWRIGHT_CONFIG";

  /// What the address of a database may hold.
  private static final Pattern PASSWORD = Pattern.compile("(?i)([?&;]password=)[^&;]*");

  /// Creates the sources.
  public SettingsSources {
    environment = Map.copyOf(environment);
    options = Map.copyOf(options);
  }

  /// Reads and checks everything.
  ///
  /// @throws SettingsException if something is wrong
  public Settings read() {
    return KnownSettings.read(new SettingValues(home, given()));
  }

  /// Returns what holds for each setting, in the order of the documentation. Secrets are hidden.
  ///
  /// @throws SettingsException if something is wrong
  public List<EffectiveSetting> effective() {
    Map<String, RawValue> values = given();
    KnownSettings.read(new SettingValues(home, values));
    return KnownSettings.all().stream().map(each -> effective(each, values)).toList();
  }

  private static EffectiveSetting effective(Setting<?> setting, Map<String, RawValue> values) {
    RawValue value = values.get(setting.key());
    if (value == null || value.text().isEmpty()) {
      return new EffectiveSetting(setting, setting.defaultText(), EffectiveSetting.DEFAULT);
    }
    String shown =
        KnownSettings.isSecret(setting)
            ? EffectiveSetting.HIDDEN
            : PASSWORD.matcher(value.text()).replaceAll("$1" + EffectiveSetting.HIDDEN);
    return new EffectiveSetting(setting, shown, value.place());
  }

  /// Returns the file that is read; it may be missing if it is the usual one.
  public Path configuration() {
    String variable = environment.getOrDefault(VARIABLE, "");
    if (config != null) {
      return config;
    }
    return variable.isEmpty() ? home.resolve(FILE) : path(variable);
  }

  private Map<String, RawValue> given() {
    Map<String, RawValue> values = new HashMap<>(file());
    for (Setting<?> setting : KnownSettings.all()) {
      String variable = environment.getOrDefault(setting.variable(), "");
      // Empty is as good as not set: so does a container say that it leaves something open.
      if (!variable.isEmpty()) {
        String place = "variable " + setting.variable();
        values.put(setting.key(), new RawValue(variable, Source.VARIABLE, place));
      }
      String option = options.get(setting);
      if (option != null) {
        String place = "option " + setting.option();
        values.put(setting.key(), new RawValue(option, Source.OPTION, place));
      }
    }
    return values;
  }

  private Map<String, RawValue> file() {
    String variable = environment.getOrDefault(VARIABLE, "");
    if (config != null) {
      return existing(config, "or leave --config out");
    }
    if (!variable.isEmpty()) {
      return existing(path(variable), "or leave the variable " + VARIABLE + " empty");
    }
    Path usual = home.resolve(FILE);
    return Files.exists(usual) ? SettingsFile.read(usual) : Map.of();
  }

  private static Map<String, RawValue> existing(Path file, String orElse) {
    if (!Files.exists(file)) {
      throw new SettingsException(
          "There is no configuration file " + file + "; create it, " + orElse + ".");
    }
    return SettingsFile.read(file);
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException notAPath) {
      throw new SettingsException(
          "The variable "
              + VARIABLE
              + " must be the path of a file, not "
              + InvalidValueException.shown(text)
              + ".",
          false,
          notAPath);
    }
  }
}
