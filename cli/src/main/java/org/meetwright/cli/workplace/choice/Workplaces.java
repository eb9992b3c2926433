package org.meetwright.cli.workplace.choice;

import org.meetwright.cli.arguments.EventTypeAddress;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.remote.ServerWorkplace;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.database.DatabaseWorkplace;
import org.meetwright.core.value.InvalidValueException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Opens the workplace that the program was called for.
public final class Workplaces {
  private Workplaces() {}

  /// Returns whether it is a server.
  public static boolean onServer(Program program) {
    return WorkplaceAddress.of(program) instanceof WorkplaceAddress.OnServer;
  }

  /// Opens it.
  ///
  /// @throws org.meetwright.cli.program.Failure if it cannot be used
  public static Workplace open(Program program) {
    return switch (WorkplaceAddress.of(program)) {
      case WorkplaceAddress.OnDatabase() -> DatabaseWorkplace.open(program);
      case WorkplaceAddress.OnServer(var server, var token) -> new ServerWorkplace(server, token);
    };
  }

  /// Opens it for what has an address. On the database, it needs a handle.
  ///
  /// @throws ParameterException if it has none
  public static Workplace open(Program program, CommandSpec spec, EventTypeAddress address) {
    if (address.handle().isEmpty()
        && WorkplaceAddress.of(program) instanceof WorkplaceAddress.OnDatabase) {
      try {
        EventTypeAddress.parse(address.slug());
      } catch (InvalidValueException wrong) {
        throw new ParameterException(spec.commandLine(), "HANDLE/SLUG " + wrong.getMessage());
      }
    }
    return open(program);
  }
}
