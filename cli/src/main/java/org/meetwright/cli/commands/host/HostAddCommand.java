package org.meetwright.cli.commands.host;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Arguments.Name;
import org.meetwright.cli.arguments.PasswordFile;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.program.Terminal;
import org.meetwright.core.Core;
import org.meetwright.core.access.password.PasswordRules;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts.NewHost;
import org.meetwright.core.host.Role;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.server.api.host.HostTranslation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright host add`.
@Command(
    name = "add",
    description = {
      "Add a host.",
      "A new host can be met Monday to Friday from 09:00 to 17:00 in his zone, but has no event"
          + " type yet."
    },
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright host add ada --name \"Ada Lovelace\" \\",
      "    --email ada@example.org --zone Europe/London"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class HostAddCommand implements Runnable {
  private final Program program;

  @Parameters(
      paramLabel = "HANDLE",
      description = "The host's name in addresses, like ada in meet.example.org/ada.")
  private Handle handle;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "The name as people read it.")
  private Name name;

  @Option(
      names = "--email",
      paramLabel = "EMAIL",
      required = true,
      description = "Where the host's mail goes; also to sign in with.")
  private EmailAddress email;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      required = true,
      description = "The time zone, like Europe/London.")
  private ZoneId zone;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "A file whose first line is the password, or - for standard input. Without one the"
              + " host can sign in by token only.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--admin",
      description = "The host may do what concerns the whole installation, as the first host may.")
  private boolean admin;

  /// Creates the command.
  public HostAddCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    // Before anything is opened: a wrong password should cost nothing.
    String hash =
        passwordFile == null
            ? null
            : PasswordRules.of(handle, name.value(), email)
                .hash(PasswordFile.read(passwordFile, program.terminal()));
    try (Core core = program.open(program.settings())) {
      Role role = admin || core.hosts().list().isEmpty() ? Role.ADMIN : Role.HOST;
      Host host =
          core.hosts()
              .add(new NewHost(handle, name.value(), email, zone, Locale.ENGLISH, hash, role));
      report(host);
    }
  }

  private void report(Host host) {
    Terminal terminal = program.terminal();
    if (program.options().json()) {
      terminal.printJson(HostTranslation.toApi(host));
    }
    terminal.say(
        "Added host "
            + host.handle()
            + " ("
            + host.name()
            + "), who can be met Mon-Fri 09:00-17:00 "
            + host.timeZone()
            + ".");
    if (host.role() == Role.ADMIN) {
      terminal.say(
          host.handle() + " is an admin, who may do what concerns the whole installation.");
    }
    terminal.say(
        "Next: make a token for the API: meetwright token create "
            + host.handle()
            + "; event types are added with it.");
  }
}
