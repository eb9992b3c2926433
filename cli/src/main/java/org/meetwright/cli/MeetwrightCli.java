package org.meetwright.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Arguments;
import org.meetwright.cli.commands.BookCommand;
import org.meetwright.cli.commands.BookingsCommand;
import org.meetwright.cli.commands.ExplainCommand;
import org.meetwright.cli.commands.MigrateCommand;
import org.meetwright.cli.commands.ServeCommand;
import org.meetwright.cli.commands.SlotsCommand;
import org.meetwright.cli.commands.data.ArchiveCommand;
import org.meetwright.cli.commands.data.ArchiveRestoreCommand;
import org.meetwright.cli.commands.data.ArchiveRunCommand;
import org.meetwright.cli.commands.data.ArchiveVerifyCommand;
import org.meetwright.cli.commands.data.EraseCommand;
import org.meetwright.cli.commands.data.EraseHostCommand;
import org.meetwright.cli.commands.data.EraseInviteeCommand;
import org.meetwright.cli.commands.data.ExportCommand;
import org.meetwright.cli.commands.host.HostAddCommand;
import org.meetwright.cli.commands.host.HostCommand;
import org.meetwright.cli.commands.host.HostEmailCommand;
import org.meetwright.cli.commands.host.HostListCommand;
import org.meetwright.cli.commands.host.HostPasswordCommand;
import org.meetwright.cli.commands.host.HostTotpResetCommand;
import org.meetwright.cli.commands.host.TokenCommand;
import org.meetwright.cli.commands.host.TokenCreateCommand;
import org.meetwright.cli.commands.host.TokenListCommand;
import org.meetwright.cli.commands.host.TokenRevokeCommand;
import org.meetwright.cli.commands.mail.MailCommand;
import org.meetwright.cli.commands.mail.MailListCommand;
import org.meetwright.cli.commands.mail.MailResendCommand;
import org.meetwright.cli.commands.mail.MailTestCommand;
import org.meetwright.cli.commands.outbox.OutboxCommand;
import org.meetwright.cli.commands.outbox.OutboxListCommand;
import org.meetwright.cli.commands.outbox.OutboxPauseCommand;
import org.meetwright.cli.commands.outbox.OutboxResumeCommand;
import org.meetwright.cli.commands.outbox.OutboxRetryCommand;
import org.meetwright.cli.commands.outbox.OutboxShowCommand;
import org.meetwright.cli.commands.secrets.SecretsCommand;
import org.meetwright.cli.commands.secrets.SecretsDiscardCommand;
import org.meetwright.cli.commands.secrets.SecretsRotateCommand;
import org.meetwright.cli.commands.sms.SmsCommand;
import org.meetwright.cli.commands.sms.SmsTestCommand;
import org.meetwright.cli.commands.team.TeamAddCommand;
import org.meetwright.cli.commands.team.TeamCommand;
import org.meetwright.cli.commands.team.TeamListCommand;
import org.meetwright.cli.commands.webhook.WebhookAddCommand;
import org.meetwright.cli.commands.webhook.WebhookCommand;
import org.meetwright.cli.commands.webhook.WebhookDeliveriesCommand;
import org.meetwright.cli.commands.webhook.WebhookListCommand;
import org.meetwright.cli.commands.webhook.WebhookRemoveCommand;
import org.meetwright.cli.commands.webhook.WebhookReplayCommand;
import org.meetwright.cli.commands.webhook.WebhookTestCommand;
import org.meetwright.cli.program.GlobalOptions;
import org.meetwright.cli.program.Logging;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.program.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help.Ansi;

/// The program `meetwright`.
public final class MeetwrightCli {
  /// What Java makes of bytes that are no letters in the locale.
  private static final char UNREADABLE = '\uFFFD';

  private MeetwrightCli() {}

  /// Runs a command and ends the program: 0 done, 1 refused or failed, 2 called wrongly.
  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    boolean terminal = isTerminal(System.console());
    boolean colors = terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    // A terminal has its own encoding; files and other programs get UTF-8 whatever the locale.
    PrintStream out = terminal ? System.out : inUtf8(FileDescriptor.out);
    PrintStream err = terminal ? System.err : inUtf8(FileDescriptor.err);
    System.exit(
        run(arguments, environment, new Terminal(out, err), InstantSource.system(), colors));
  }

  private static PrintStream inUtf8(FileDescriptor file) {
    return new PrintStream(new FileOutputStream(file), true, StandardCharsets.UTF_8);
  }

  private static boolean isTerminal(@Nullable Console console) {
    return console != null && console.isTerminal();
  }

  /// Runs a command.
  ///
  /// @param environment the environment variables
  /// @return the exit code
  public static int run(
      String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    return run(arguments, environment, new Terminal(out, err), InstantSource.system(), false);
  }

  static int run(
      String[] arguments,
      Map<String, String> environment,
      Terminal terminal,
      InstantSource clock,
      boolean colors) {
    Logging.begin(terminal.err());
    if (Arrays.stream(arguments).anyMatch(argument -> argument.indexOf(UNREADABLE) >= 0)) {
      terminal.say(
          "meetwright: An argument has letters that this locale does not know;"
              + " set the variable LC_ALL to C.UTF-8.");
      return ExitCode.USAGE;
    }
    GlobalOptions options = new GlobalOptions();
    Program program = new Program(options, environment, clock, terminal);
    ErrorReport errors = new ErrorReport(terminal, options);
    CommandLine commandLine = commandLine(program);
    Arguments.register(commandLine);
    HelpLayout.apply(commandLine);
    return commandLine
        .setColorScheme(CommandLine.Help.defaultColorScheme(colors ? Ansi.ON : Ansi.OFF))
        .setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()))
        .setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()))
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors)
        .execute(arguments);
  }

  /// Puts the commands together. Parents come first: global options are handed down when a command
  /// is added.
  private static CommandLine commandLine(Program program) {
    CommandLine host = new CommandLine(new HostCommand());
    CommandLine team = new CommandLine(new TeamCommand());
    CommandLine token = new CommandLine(new TokenCommand());
    CommandLine archive = new CommandLine(new ArchiveCommand());
    CommandLine webhook = new CommandLine(new WebhookCommand());
    CommandLine erase = new CommandLine(new EraseCommand());
    CommandLine mail = new CommandLine(new MailCommand());
    CommandLine secrets = new CommandLine(new SecretsCommand());
    secrets.addSubcommand(new SecretsRotateCommand(program));
    secrets.addSubcommand(new SecretsDiscardCommand(program));
    CommandLine sms = new CommandLine(new SmsCommand());
    CommandLine outbox = new CommandLine(new OutboxCommand());
    CommandLine root =
        new CommandLine(new RootCommand(program.options()))
            .addSubcommand(new ServeCommand(program))
            .addSubcommand(new MigrateCommand(program))
            .addSubcommand(host)
            .addSubcommand(team)
            .addSubcommand(token)
            .addSubcommand(new SlotsCommand(program))
            .addSubcommand(new ExplainCommand(program))
            .addSubcommand(new BookCommand(program))
            .addSubcommand(new BookingsCommand(program))
            .addSubcommand(mail)
            .addSubcommand(sms)
            .addSubcommand(webhook)
            .addSubcommand(new ExportCommand(program))
            .addSubcommand(outbox)
            .addSubcommand(archive)
            .addSubcommand(secrets)
            .addSubcommand(erase);
    host.addSubcommand(new HostAddCommand(program))
        .addSubcommand(new HostListCommand(program))
        .addSubcommand(new HostEmailCommand(program))
        .addSubcommand(new HostPasswordCommand(program))
        .addSubcommand(new HostTotpResetCommand(program));
    team.addSubcommand(new TeamAddCommand(program)).addSubcommand(new TeamListCommand(program));
    token
        .addSubcommand(new TokenCreateCommand(program))
        .addSubcommand(new TokenListCommand(program))
        .addSubcommand(new TokenRevokeCommand(program));
    mail.addSubcommand(new MailTestCommand(program))
        .addSubcommand(new MailListCommand(program))
        .addSubcommand(new MailResendCommand(program));
    sms.addSubcommand(new SmsTestCommand(program));
    webhook
        .addSubcommand(new WebhookAddCommand(program))
        .addSubcommand(new WebhookListCommand(program))
        .addSubcommand(new WebhookRemoveCommand(program))
        .addSubcommand(new WebhookTestCommand(program))
        .addSubcommand(new WebhookDeliveriesCommand(program))
        .addSubcommand(new WebhookReplayCommand(program));
    archive
        .addSubcommand(new ArchiveRunCommand(program))
        .addSubcommand(new ArchiveRestoreCommand(program))
        .addSubcommand(new ArchiveVerifyCommand(program));
    erase
        .addSubcommand(new EraseInviteeCommand(program))
        .addSubcommand(new EraseHostCommand(program));
    outbox
        .addSubcommand(new OutboxListCommand(program))
        .addSubcommand(new OutboxShowCommand(program))
        .addSubcommand(new OutboxRetryCommand(program))
        .addSubcommand(new OutboxPauseCommand(program))
        .addSubcommand(new OutboxResumeCommand(program));
    return root;
  }
}
