package org.meetwright.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.meetwright.cli.commands.BookCommand;
import org.meetwright.cli.commands.BookingsCommand;
import org.meetwright.cli.commands.ExplainCommand;
import org.meetwright.cli.commands.ServeCommand;
import org.meetwright.cli.commands.SlotsCommand;
import org.meetwright.cli.commands.agenda.AgendaCommand;
import org.meetwright.cli.commands.alias.AliasCommand;
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
import org.meetwright.cli.commands.imports.ImportCommand;
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
import org.meetwright.cli.commands.version.VersionCommand;
import org.meetwright.cli.commands.webhook.WebhookCommand;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// A part of the command line: one command, or a group of them. To make the commands of all parts
/// takes longer than most of them run, so only those are made that an invocation can need.
///
/// @param names the first words of its commands
/// @param adding adds them to the program
record CommandRoom(List<String> names, BiConsumer<CommandLine, Program> adding) {
  /// All of them, in the order of the help.
  static final List<CommandRoom> ALL =
      List.of(
          CommandRoom.of("serve", ServeCommand::new),
          CommandRoom.of("init", InitCommand::new),
          new CommandRoom(List.of("migrate"), MigrateCommand::addTo),
          new CommandRoom(List.of("config"), ConfigCommand::addTo),
          CommandRoom.of("doctor", DoctorCommand::new),
          CommandRoom.of("health", HealthCommand::new),
          new CommandRoom(List.of("host"), HostCommand::addTo),
          new CommandRoom(List.of("team"), TeamCommand::addTo),
          new CommandRoom(List.of("session"), SessionCommand::addTo),
          CommandRoom.of("notifications", NotificationsCommand::new),
          new CommandRoom(List.of("token"), TokenCommand::addTo),
          CommandRoom.of("slots", SlotsCommand::new),
          CommandRoom.of("explain", ExplainCommand::new),
          CommandRoom.of("book", BookCommand::new),
          CommandRoom.of("bookings", BookingsCommand::new),
          new CommandRoom(List.of("booking"), BookingCommand::addTo),
          CommandRoom.of("agenda", AgendaCommand::new),
          new CommandRoom(List.of("event-type"), EventTypeCommand::addTo),
          new CommandRoom(List.of("schedule"), ScheduleCommand::addTo),
          new CommandRoom(List.of("link"), LinkCommand::addTo),
          new CommandRoom(List.of("login", "logout", "context"), ContextCommand::addTo),
          new CommandRoom(List.of("mail"), MailCommand::addTo),
          new CommandRoom(List.of("sms"), SmsCommand::addTo),
          new CommandRoom(List.of("calendar"), CalendarCommand::addTo),
          new CommandRoom(List.of("webhook"), WebhookCommand::addTo),
          new CommandRoom(List.of("export"), ExportCommand::addTo),
          new CommandRoom(List.of("import"), ImportCommand::addTo),
          new CommandRoom(List.of("alias"), AliasCommand::addTo),
          CommandRoom.of("stats", StatsCommand::new),
          new CommandRoom(List.of("tzdata"), TzdataCommand::addTo),
          new CommandRoom(List.of("outbox"), OutboxCommand::addTo),
          new CommandRoom(List.of("archive"), ArchiveCommand::addTo),
          new CommandRoom(List.of("backup", "restore"), BackupCommand::addTo),
          new CommandRoom(List.of("secrets"), SecretsCommand::addTo),
          new CommandRoom(List.of("erase"), EraseCommand::addTo),
          CommandRoom.of("completion", CompletionCommand::new),
          CommandRoom.of("version", VersionCommand::new));

  private static CommandRoom of(String name, Function<Program, Object> command) {
    return new CommandRoom(
        List.of(name), (root, program) -> root.addSubcommand(command.apply(program)));
  }

  /// Returns the parts that an invocation needs: none to show the version, one if the first word is
  /// that of a command, and all in doubt.
  ///
  /// @param root the program without commands
  static List<CommandRoom> needed(CommandLine root, String[] arguments) {
    for (int at = 0; at < arguments.length; at++) {
      String word = arguments[at];
      // Picocli finds --version by the word "version" too.
      OptionSpec option =
          word.startsWith("-")
              ? root.getCommandSpec().findOption(word.replaceFirst("=.*", ""))
              : null;
      if (option == null) {
        Optional<CommandRoom> named =
            ALL.stream().filter(room -> room.names.contains(word)).findFirst();
        // What completes commands has to know them all.
        return named.filter(room -> !word.equals("completion")).map(List::of).orElse(ALL);
      }
      if (option.versionHelp()) {
        return List.of();
      }
      if (option.usageHelp()) {
        return ALL;
      }
      at += option.arity().max() > 0 && !word.contains("=") ? 1 : 0;
    }
    return ALL;
  }
}
