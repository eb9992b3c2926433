package org.meetwright.cli.commands.host;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Arguments.Name;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.program.Terminal;
import org.meetwright.core.Core;
import org.meetwright.core.account.invitation.HostInvitation;
import org.meetwright.core.account.invitation.HostInvitations.Invited;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.server.api.host.HostTranslation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright host invite`.
@Command(
    name = "invite",
    description = {
      "Invite someone to become a host.",
      "A link is mailed that works once, for a week. With it the newcomer chooses name, handle,"
          + " time zone and password. Inviting someone again makes the earlier link worthless."
    },
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright host invite grace@example.org --name \"Grace Hopper\" \\",
      "    --zone America/New_York"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class HostInviteCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "EMAIL", description = "Where the link is mailed to; to sign in with.")
  private EmailAddress email;

  @Option(names = "--handle", paramLabel = "HANDLE", description = "A suggestion for the handle.")
  private @Nullable Handle handle;

  @Option(names = "--name", paramLabel = "NAME", description = "A suggestion for the name.")
  private @Nullable Name name;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "A suggestion for the time zone; without one, that of the browser.")
  private @Nullable ZoneId zone;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "en",
      description = "The language of the mail, like de; English without it.")
  private String language;

  /// Creates the command.
  public HostInviteCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      HostInvitation invitation =
          core.hostInvitations()
              .invite(
                  new Invited(
                      email,
                      handle,
                      name == null ? "" : name.value(),
                      zone,
                      Locale.forLanguageTag(language)));
      report(invitation);
    }
  }

  private void report(HostInvitation invitation) {
    Terminal terminal = program.terminal();
    if (program.options().json()) {
      terminal.printJson(HostTranslation.toApi(invitation));
    }
    terminal.say(
        "Invited "
            + invitation.email()
            + ": a link is mailed that works once, until "
            + invitation.expiresAt()
            + ".");
    terminal.say(
        "The mail goes out while meetwright serve runs; without a mail server it is a file in"
            + " DIR/mail.");
  }
}
