package org.meetwright.cli;

import java.util.regex.Pattern;
import org.meetwright.cli.program.ExitCode;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.GlobalOptions;
import org.meetwright.cli.program.Terminal;
import org.meetwright.cli.remote.ServerFault;
import org.meetwright.core.backup.BackupException;
import org.meetwright.core.database.DatabaseUnavailableException;
import org.meetwright.core.database.mybatis.UnreadableRowException;
import org.meetwright.core.value.BusyException;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.client.call.ApiException;
import org.meetwright.server.client.call.UnreachableException;
import org.meetwright.server.settings.declaration.SettingsException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Reports everything that went wrong: the only place where exceptions are handled.
///
/// @param options already read when something goes wrong in a command
record ErrorReport(Terminal terminal, GlobalOptions options)
    implements IExecutionExceptionHandler, IParameterExceptionHandler {
  /// How Picocli begins what an argument's converter complains about.
  private static final Pattern INVALID =
      Pattern.compile(
          "^Invalid value for "
              + "(?:option '(?<option>[^']+)'|positional parameter at index \\d+"
              + " \\((?<parameter>[^)]+)\\)): ");

  /// What it says of a word that is none of an enumeration's.
  private static final Pattern ENUM =
      Pattern.compile("expected one of \\[(?<words>.*)] \\(case-\\w+\\) but was '(?<typed>.*)'$");

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      return usage(Misspelled.message(unmatched), wrong.getCommandLine());
    }
    String shorter =
        INVALID.matcher(String.valueOf(wrong.getMessage())).replaceFirst("${option}${parameter} ");
    return usage(
        ENUM.matcher(shorter).replaceFirst("must be one of ${words}, not \"${typed}\""),
        wrong.getCommandLine());
  }

  @Override
  public int handleExecutionException(Exception failed, CommandLine command, ParseResult parsed) {
    if (options.verbose()) {
      failed.printStackTrace(terminal.err());
    }
    if (failed instanceof SettingsException wrong && wrong.isInOption()) {
      return usage(message(failed), command);
    }
    terminal.say("meetwright: " + message(failed));
    return exit(failed).code();
  }

  private static ExitCode exit(Exception failed) {
    return switch (failed) {
      case Failure expected -> expected.exit();
      case ApiException refused -> ServerFault.exit(refused);
      case DatabaseUnavailableException expected ->
          switch (expected.reason()) {
            case UNREACHABLE -> ExitCode.NO_DATABASE;
            case IN_USE -> ExitCode.LOCKED;
            case OTHER_VERSION -> ExitCode.OTHER_VERSION;
            case OTHER -> ExitCode.FAILED;
          };
      case BusyException expected -> ExitCode.LOCKED;
      default -> ExitCode.FAILED;
    };
  }

  private int usage(String message, CommandLine command) {
    terminal.say("meetwright: " + message);
    terminal.say("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.code();
  }

  private String message(Exception failed) {
    String text = String.valueOf(failed.getMessage());
    return switch (failed) {
      case Failure expected -> text;
      case BackupException expected -> text;
      case DatabaseUnavailableException expected -> text;
      case SettingsException expected -> text;
      case UnreadableRowException expected -> text;
      case BusyException expected ->
          "The database is overloaded, or other programs hold locks in it; try again in a moment.";
      case ApiException refused -> ServerFault.message(refused);
      case UnreachableException unreachable -> ServerFault.message(unreachable);
      case ProblemException refused -> text;
      case InvalidValueException wrong ->
          (wrong.field().isEmpty() ? text : wrong.field() + " " + text) + ".";
      default -> unexpected(failed);
    };
  }

  private String unexpected(Exception failed) {
    return "Something went wrong inside Meetwright: "
        + failed
        + (options.verbose() ? "" : " (--verbose shows where)");
  }
}
