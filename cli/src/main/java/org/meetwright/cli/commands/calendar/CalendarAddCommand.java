package org.meetwright.cli.commands.calendar;

import java.io.Console;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.arguments.PasswordFile;
import org.meetwright.cli.commands.calendar.consent.ConsentWay;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.account.CalendarConnections.AddOutcome;
import org.meetwright.core.calendar.account.CalendarConnections.NewConnection;
import org.meetwright.core.calendar.consent.ConsentOutcome;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.ProviderKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `meetwright calendar add`.
@Command(
    name = "add",
    description = {
      "Connect a calendar account of a host, and print its id, then its calendars: id, name.",
      "All of them count as busy until you choose otherwise."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright calendar add ada ics https://example.org/ada.ics",
      "  meetwright calendar add ada caldav https://cloud.example.org \\",
      "    --user ada --password-file FILE",
      "  meetwright calendar add ada google"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class CalendarAddCommand implements Runnable {
  private final Program program;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "HANDLE", description = "Whose calendars they are.")
  private String handle;

  @Parameters(index = "1", paramLabel = "KIND", description = "ics, caldav or google.")
  private ProviderKind kind;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "URL",
      description =
          "Where they are; of caldav, an e-mail address too, whose domain is asked; of google, left"
              + " out.")
  private @Nullable String url;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description =
          "Of google: the port of this machine to which Google's page leads back (default: any that"
              + " is free).")
  private int port;

  @Option(names = "--user", paramLabel = "USER", description = "The user there, if it has any.")
  private @Nullable String user;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "A file whose first line is the user's password; - for standard input. Without one you"
              + " are asked.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the host calls the account (default: as its address says).")
  private @Nullable String name;

  /// Creates the command.
  public CalendarAddCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    boolean isByConsent = kind == ProviderKind.GOOGLE || kind == ProviderKind.MICROSOFT;
    if (isByConsent != (url == null)) {
      throw new ParameterException(
          spec.commandLine(),
          isByConsent
              ? "An account of the kind " + kind.word() + " has no URL; leave it out."
              : "Say where the calendars are: meetwright calendar add HANDLE KIND URL");
    }
    if (url == null) {
      ConsentOutcome.Connected connected = new ConsentWay(program, handle).go(kind, port);
      report(connected.connection(), connected.calendars());
      return;
    }
    AccountAccess access = new AccountAccess(url, user == null ? "" : user, password());
    try (Core core = program.open(program.settings())) {
      NewConnection wanted = new NewConnection(kind, name == null ? "" : name, access);
      switch (core.calendarConnections().add(Lookup.host(core.hosts(), handle).id(), wanted)) {
        case AddOutcome.Added(var connection, var calendars) -> report(connection, calendars);
        case AddOutcome.Refused(_, var message) ->
            throw new Failure("Nothing was connected: " + message);
        case AddOutcome.TooManyTries(var retryAfter) ->
            throw new Failure("Nothing was connected: " + CalendarLookup.tooOften(retryAfter));
        case AddOutcome.TooMany(int most) ->
            throw new Failure(
                handle
                    + " has "
                    + most
                    + " calendar accounts; remove one first: meetwright calendar remove ID");
      }
    }
  }

  private String password() {
    if (passwordFile == null) {
      return user == null ? "" : asked(System.console());
    }
    return PasswordFile.read(passwordFile, program.terminal());
  }

  private static String asked(@Nullable Console console) {
    char[] typed =
        console != null && console.isTerminal() ? console.readPassword("Password: ") : null;
    if (typed == null) {
      throw new Failure(
          "A user needs a password: give a file with --password-file FILE, or - for standard"
              + " input.");
    }
    return String.valueOf(typed);
  }

  private void report(CalendarConnection connection, List<Calendar> calendars) {
    if (program.options().json()) {
      program.terminal().printJson(AccountReport.of(connection, calendars));
      return;
    }
    program.terminal().print(connection.id().toString());
    calendars.forEach(one -> program.terminal().print(one.id() + " " + one.remote().name()));
    program
        .terminal()
        .say(
            "A running server reads them soon; or read them now: meetwright calendar sync "
                + handle);
  }
}
