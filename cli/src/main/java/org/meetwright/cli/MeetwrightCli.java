package org.meetwright.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import org.meetwright.cli.arguments.Arguments;
import org.meetwright.cli.program.ExitCode;
import org.meetwright.cli.program.GlobalOptions;
import org.meetwright.cli.program.Logging;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.program.Terminal;
import org.meetwright.cli.screen.TerminalScreen;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// The program `meetwright`.
public final class MeetwrightCli {
  /// What Java makes of bytes that are no letters in the locale.
  private static final char UNREADABLE = '\uFFFD';

  private MeetwrightCli() {}

  /// Runs a command and ends the program with one of [ExitCode].
  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    TerminalScreen screen = TerminalScreen.of(System.console(), environment);
    // A terminal has its own encoding; files and other programs get UTF-8 whatever the locale.
    PrintStream out = screen.isTerminal() ? System.out : inUtf8(FileDescriptor.out);
    PrintStream err = screen.isTerminal() ? System.err : inUtf8(FileDescriptor.err);
    System.exit(
        run(
            arguments,
            environment,
            new Terminal(System.in, out, err, screen),
            InstantSource.system()));
  }

  private static PrintStream inUtf8(FileDescriptor file) {
    return new PrintStream(new FileOutputStream(file), true, StandardCharsets.UTF_8);
  }

  /// Runs a command.
  ///
  /// @param environment the environment variables
  /// @return the exit code
  public static int run(
      String[] arguments, Map<String, String> environment, Terminal terminal, InstantSource clock) {
    Logging.begin(terminal.err());
    if (Arrays.stream(arguments).anyMatch(argument -> argument.indexOf(UNREADABLE) >= 0)) {
      terminal.say(
          "meetwright: An argument has letters that this locale does not know;"
              + " set the variable LC_ALL to C.UTF-8.");
      return ExitCode.USAGE.code();
    }
    GlobalOptions options = new GlobalOptions();
    Program program = new Program(options, environment, clock, terminal);
    ErrorReport errors = new ErrorReport(terminal, options);
    CommandLine commandLine = new CommandLine(new RootCommand(options));
    CommandRoom.needed(commandLine, arguments)
        .forEach(room -> room.adding().accept(commandLine, program));
    Arguments.register(commandLine);
    HelpLayout.apply(commandLine);
    return commandLine
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(terminal.screen().colors() ? Ansi.ON : Ansi.OFF))
        .setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()))
        .setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()))
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors)
        .execute(arguments);
  }

  /// Returns the whole program.
  static CommandLine commandLine(Program program) {
    CommandLine root = new CommandLine(new RootCommand(program.options()));
    CommandRoom.ALL.forEach(room -> room.adding().accept(root, program));
    return root;
  }
}
