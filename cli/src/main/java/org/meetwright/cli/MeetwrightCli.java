package org.meetwright.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.meetwright.cli.arguments.Arguments;
import org.meetwright.cli.commands.BookCommand;
import org.meetwright.cli.commands.BookingsCommand;
import org.meetwright.cli.commands.ExplainCommand;
import org.meetwright.cli.commands.ServeCommand;
import org.meetwright.cli.commands.SlotsCommand;
import org.meetwright.cli.commands.agenda.AgendaCommand;
import org.meetwright.cli.commands.backup.BackupCommand;
import org.meetwright.cli.commands.booking.BookingCommand;
import org.meetwright.cli.commands.calendar.CalendarCommand;
import org.meetwright.cli.commands.completion.CompletionCommand;
import org.meetwright.cli.commands.config.ConfigCommand;
import org.meetwright.cli.commands.config.HealthCommand;
import org.meetwright.cli.commands.context.ContextCommand;
import org.meetwright.cli.commands.data.ArchiveCommand;
import org.meetwright.cli.commands.data.EraseCommand;
import org.meetwright.cli.commands.data.ExportCommand;
import org.meetwright.cli.commands.doctor.DoctorCommand;
import org.meetwright.cli.commands.eventtype.EventTypeCommand;
import org.meetwright.cli.commands.host.HostCommand;
import org.meetwright.cli.commands.init.InitCommand;
import org.meetwright.cli.commands.link.LinkCommand;
import org.meetwright.cli.commands.mail.MailCommand;
import org.meetwright.cli.commands.migrate.MigrateCommand;
import org.meetwright.cli.commands.notifications.NotificationsCommand;
import org.meetwright.cli.commands.outbox.OutboxCommand;
import org.meetwright.cli.commands.schedule.ScheduleCommand;
import org.meetwright.cli.commands.secrets.SecretsCommand;
import org.meetwright.cli.commands.session.SessionCommand;
import org.meetwright.cli.commands.sms.SmsCommand;
import org.meetwright.cli.commands.stats.StatsCommand;
import org.meetwright.cli.commands.team.TeamCommand;
import org.meetwright.cli.commands.token.TokenCommand;
import org.meetwright.cli.commands.tzdata.TzdataCommand;
import org.meetwright.cli.commands.webhook.WebhookCommand;
import org.meetwright.cli.program.ExitCode;
import org.meetwright.cli.program.GlobalOptions;
import org.meetwright.cli.program.Logging;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.program.Terminal;
import org.meetwright.cli.screen.Screen;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// The program `meetwright`.
public final class MeetwrightCli {
  /// What Java makes of bytes that are no letters in the locale.
  private static final char UNREADABLE = '\uFFFD';

  /// Each adds what it has to the program, in the order of the help.
  private static final List<BiConsumer<CommandLine, Program>> ROOMS =
      List.of(
          (root, program) -> root.addSubcommand(new ServeCommand(program)),
          (root, program) -> root.addSubcommand(new InitCommand(program)),
          MigrateCommand::addTo,
          ConfigCommand::addTo,
          (root, program) -> root.addSubcommand(new DoctorCommand(program)),
          (root, program) -> root.addSubcommand(new HealthCommand(program)),
          HostCommand::addTo,
          TeamCommand::addTo,
          SessionCommand::addTo,
          (root, program) -> root.addSubcommand(new NotificationsCommand(program)),
          TokenCommand::addTo,
          (root, program) -> root.addSubcommand(new SlotsCommand(program)),
          (root, program) -> root.addSubcommand(new ExplainCommand(program)),
          (root, program) -> root.addSubcommand(new BookCommand(program)),
          (root, program) -> root.addSubcommand(new BookingsCommand(program)),
          BookingCommand::addTo,
          (root, program) -> root.addSubcommand(new AgendaCommand(program)),
          EventTypeCommand::addTo,
          ScheduleCommand::addTo,
          LinkCommand::addTo,
          ContextCommand::addTo,
          MailCommand::addTo,
          SmsCommand::addTo,
          CalendarCommand::addTo,
          WebhookCommand::addTo,
          ExportCommand::addTo,
          (root, program) -> root.addSubcommand(new StatsCommand(program)),
          TzdataCommand::addTo,
          OutboxCommand::addTo,
          ArchiveCommand::addTo,
          BackupCommand::addTo,
          SecretsCommand::addTo,
          EraseCommand::addTo,
          (root, program) -> root.addSubcommand(new CompletionCommand(program)));

  private MeetwrightCli() {}

  /// Runs a command and ends the program with one of [ExitCode].
  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    Screen screen = Screen.of(System.console(), environment);
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
      String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    return run(arguments, environment, new Terminal(out, err), InstantSource.system());
  }

  static int run(
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
    CommandLine commandLine = commandLine(program);
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

  static CommandLine commandLine(Program program) {
    CommandLine root = new CommandLine(new RootCommand(program.options()));
    ROOMS.forEach(room -> room.accept(root, program));
    return root;
  }
}
