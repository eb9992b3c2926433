package org.meetwright.cli.commands.init;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.PasswordFile;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.access.password.PasswordRules;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts.NewHost;
import org.meetwright.core.host.Role;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.settings.source.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `meetwright init`.
@Command(
    name = "init",
    description = {
      "Set Meetwright up: write the configuration file, make the database and the first host,",
      "who is an admin. What is not given as an option is asked for at a terminal."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright init",
      "  meetwright init --handle ada --name \"Ada Lovelace\" \\",
      "    --email ada@example.org --zone Europe/London --password-file FILE \\",
      "    --public-url https://meet.example.org"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class InitCommand implements Runnable {
  private final Program program;

  @Spec private CommandSpec spec;
  @Mixin private InitAnswers answers;

  /// Creates the command.
  public InitCommand(Program program) {
    this.program = program;
  }

  /// What was made, as JSON.
  ///
  /// @param open the address to open once the server runs
  record Report(String file, String handle, String open) {}

  @Override
  public void run() {
    Path file = program.sources(null).configuration();
    if (Files.exists(file)) {
      throw new Failure(
          "There is a configuration file already, "
              + file
              + "; change it with an editor, then: meetwright config validate. Hosts are added"
              + " with: meetwright host add. Nothing was changed.");
    }
    Optional<Interview> interview =
        program.terminal().prompt().map(prompt -> new Interview(program.terminal(), prompt));
    interview.ifPresentOrElse(asking -> asking.complete(answers), this::refuseMissing);
    String mailPassword = interview.map(asking -> asking.mailPassword(answers)).orElse("");
    DataDirectory.create(program.home());
    try (ConfigurationFile draft =
        ConfigurationFile.draft(file, answers.settings(program.databaseUrl(), mailPassword))) {
      Settings settings = program.sources(draft.draft()).read();
      String hash = hash(interview);
      Host host = addHost(settings, hash);
      draft.keep();
      report(file, settings, host);
    }
  }

  private void refuseMissing() {
    List<String> missing = new ArrayList<>();
    addIf(answers.handle == null, "--handle", missing);
    addIf(answers.name == null, "--name", missing);
    addIf(answers.email == null, "--email", missing);
    addIf(answers.zone == null, "--zone", missing);
    if (!missing.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "Without a terminal, init needs " + String.join(", ", missing) + "; nothing was changed");
    }
  }

  private static void addIf(boolean absent, String option, List<String> missing) {
    if (absent) {
      missing.add(option);
    }
  }

  private @Nullable String hash(Optional<Interview> interview) {
    Path given = answers.passwordFile;
    String password =
        given != null
            ? PasswordFile.read(given, program.terminal())
            : interview.map(Interview::password).orElse("");
    return password.isEmpty() && given == null
        ? null
        : PasswordRules.of(
                Objects.requireNonNull(answers.handle),
                Objects.requireNonNull(answers.name).value(),
                Objects.requireNonNull(answers.email))
            .hash(password);
  }

  private Host addHost(Settings settings, @Nullable String hash) {
    try (Core core = program.open(settings)) {
      if (!core.hosts().list().isEmpty()) {
        throw new Failure(
            "The database "
                + settings.database()
                + " has hosts already; this is no new installation. Nothing was changed.");
      }
      return core.hosts()
          .add(
              new NewHost(
                  Objects.requireNonNull(answers.handle),
                  Objects.requireNonNull(answers.name).value(),
                  Objects.requireNonNull(answers.email),
                  Objects.requireNonNull(answers.zone),
                  Locale.ENGLISH,
                  hash,
                  Role.ADMIN));
    }
  }

  private void report(Path file, Settings settings, Host host) {
    String server =
        settings.server().publicUrl() == null
            ? settings.server().scheme() + "://localhost:" + settings.server().port()
            : settings.server().publicUrl().toString();
    String open = server + "/login";
    if (program.options().json()) {
      program.terminal().printJson(new Report(file.toString(), host.handle().value(), open));
    } else {
      program.terminal().print(open);
    }
    program
        .terminal()
        .say("Wrote " + file + ", and made the host " + host.handle() + ", an admin.");
    program
        .terminal()
        .say(
            "Now start the server: meetwright serve. Then open "
                + open
                + " and sign in as "
                + host.email()
                + ".");
    if (host.passwordHash() == null) {
      program
          .terminal()
          .say(
              "There is no password yet; set one: meetwright host password "
                  + host.handle()
                  + " --password-file FILE");
    }
  }
}
