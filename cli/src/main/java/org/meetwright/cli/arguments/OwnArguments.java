package org.meetwright.cli.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.InvalidValueException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Arguments before which a host's handle may stand.
///
/// @param handle null if it is left out
/// @param rest the others
public record OwnArguments(@Nullable String handle, List<String> rest) {
  /// Splits arguments.
  ///
  /// @param given as many as `others`, or one more
  /// @param others how many there are besides the handle
  public static OwnArguments of(List<String> given, int others) {
    return given.size() > others
        ? new OwnArguments(given.getFirst(), given.subList(1, given.size()))
        : new OwnArguments(null, given);
  }

  /// Returns one of the others as the type that it has to be.
  ///
  /// @param label what the help calls it
  /// @throws ParameterException if it is not valid
  public <T> T parsed(CommandSpec spec, String label, int index, Function<String, T> parse) {
    try {
      return parse.apply(rest.get(index));
    } catch (InvalidValueException wrong) {
      throw new ParameterException(spec.commandLine(), label + " " + wrong.getMessage());
    }
  }

  /// Returns one of the others, which is an id or how it begins.
  ///
  /// @throws ParameterException if it is not valid
  public IdPrefix id(CommandSpec spec, String label, int index) {
    return parsed(spec, label, index, IdPrefix::parse);
  }

  /// Returns one of the others, which is a date.
  ///
  /// @throws ParameterException if it is not valid
  public LocalDate date(CommandSpec spec, String label, int index) {
    return parsed(spec, label, index, Arguments::date);
  }

  /// Returns one of the others.
  public String get(int index) {
    return rest.get(index);
  }
}
