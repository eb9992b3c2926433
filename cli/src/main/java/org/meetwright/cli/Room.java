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
import org.meetwright.cli.commands.webhook.WebhookCommand;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// A part of the command line: one command, or a group of them. To make the commands of all parts
/// takes longer than most of them run, so only those are made that an invocation can need.
///
/// @param names the first words of its commands
/// @param adding adds them to the program
record Room(List<String> names, BiConsumer<CommandLine, Program> adding) {
  /// All of them, in the order of the help.
  static final List<Room> ALL =
      List.of(
          Room.of("serve", ServeCommand::new),
          Room.of("init", InitCommand::new),
          new Room(List.of("migrate"), MigrateCommand::addTo),
          new Room(List.of("config"), ConfigCommand::addTo),
          Room.of("doctor", DoctorCommand::new),
          Room.of("health", HealthCommand::new),
          new Room(List.of("host"), HostCommand::addTo),
          new Room(List.of("team"), TeamCommand::addTo),
          new Room(List.of("session"), SessionCommand::addTo),
          Room.of("notifications", NotificationsCommand::new),
          new Room(List.of("token"), TokenCommand::addTo),
          Room.of("slots", SlotsCommand::new),
          Room.of("explain", ExplainCommand::new),
          Room.of("book", BookCommand::new),
          Room.of("bookings", BookingsCommand::new),
          new Room(List.of("booking"), BookingCommand::addTo),
          Room.of("agenda", AgendaCommand::new),
          new Room(List.of("event-type"), EventTypeCommand::addTo),
          new Room(List.of("schedule"), ScheduleCommand::addTo),
          new Room(List.of("link"), LinkCommand::addTo),
          new Room(List.of("login", "logout", "context"), ContextCommand::addTo),
          new Room(List.of("mail"), MailCommand::addTo),
          new Room(List.of("sms"), SmsCommand::addTo),
          new Room(List.of("calendar"), CalendarCommand::addTo),
          new Room(List.of("webhook"), WebhookCommand::addTo),
          new Room(List.of("export"), ExportCommand::addTo),
          new Room(List.of("import"), ImportCommand::addTo),
          new Room(List.of("alias"), AliasCommand::addTo),
          Room.of("stats", StatsCommand::new),
          new Room(List.of("tzdata"), TzdataCommand::addTo),
          new Room(List.of("outbox"), OutboxCommand::addTo),
          new Room(List.of("archive"), ArchiveCommand::addTo),
          new Room(List.of("backup", "restore"), BackupCommand::addTo),
          new Room(List.of("secrets"), SecretsCommand::addTo),
          new Room(List.of("erase"), EraseCommand::addTo),
          Room.of("completion", CompletionCommand::new));

  private static Room of(String name, Function<Program, Object> command) {
    return new Room(List.of(name), (root, program) -> root.addSubcommand(command.apply(program)));
  }

  /// Returns the parts that an invocation needs: none to show the version, one if the first word is
  /// that of a command, and all in doubt.
  ///
  /// @param root the program without commands
  static List<Room> needed(CommandLine root, String[] arguments) {
    for (int at = 0; at < arguments.length; at++) {
      String word = arguments[at];
      OptionSpec option = root.getCommandSpec().findOption(word.replaceFirst("=.*", ""));
      if (option == null) {
        Optional<Room> named = ALL.stream().filter(room -> room.names.contains(word)).findFirst();
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
