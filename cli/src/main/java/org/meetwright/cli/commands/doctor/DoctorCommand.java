package org.meetwright.cli.commands.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.commands.doctor.Finding.Level;
import org.meetwright.cli.commands.version.Build;
import org.meetwright.cli.program.ExitCode;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.backup.schedule.BackupSchedules;
import org.meetwright.core.database.DatabaseUnavailableException;
import org.meetwright.server.outgoing.Targets;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.settings.declaration.SettingsException;
import org.meetwright.server.settings.source.SettingsSources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `meetwright doctor`.
@Command(
    name = "doctor",
    description = {
      "Look at the whole installation and say what is wrong, a line a check: ok, warning or",
      "failure, name, and what to do. Exit code 1 on a failure. No mail is sent, and nothing is",
      "changed."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright doctor",
      "  meetwright doctor --dkim-selector mail --json"
    })
public final class DoctorCommand implements Callable<Integer> {
  private final Program program;

  @Option(
      names = "--dkim-selector",
      paramLabel = "NAME",
      description = "The DKIM selector: the name of the key that the sender's domain publishes.")
  private @Nullable String selector;

  @Option(
      names = "--dns",
      paramLabel = "SERVER",
      description = "Ask this DNS server, ADDRESS or ADDRESS:PORT, not the system's.")
  private @Nullable String dns;

  /// Creates the command.
  public DoctorCommand(Program program) {
    this.program = program;
  }

  /// A finding, as JSON.
  record View(String status, String name, String message) {}

  /// All of them, as JSON.
  record Report(long failures, long warnings, List<View> checks) {}

  @Override
  public Integer call() {
    List<Finding> found = new ArrayList<>();
    Settings settings = configuration(found);
    if (settings != null) {
      List<Check> checks = new ArrayList<>(checks(settings));
      settings
          .updates()
          .map(url -> new UpdateCheck(url, Build.here().version()))
          .ifPresent(update -> checks.add(new Check("update", update::look)));
      List<Check.Running> running = checks.stream().map(Check::start).toList();
      running.forEach(each -> found.addAll(each.findings()));
    }
    report(found);
    return (count(found, Level.FAILURE) == 0 ? ExitCode.DONE : ExitCode.FAILED).code();
  }

  private @Nullable Settings configuration(List<Finding> found) {
    try {
      Settings settings = program.settings();
      found.add(
          Finding.ok("configuration", program.sources(null).configuration() + " is as it may be."));
      return settings;
    } catch (SettingsException wrong) {
      found.add(Finding.failure("configuration", String.valueOf(wrong.getMessage())));
      return null;
    }
  }

  private List<Check> checks(Settings settings) {
    SettingsSources sources = program.sources(null);
    MailChecks mail = new MailChecks(settings.mail(), new Dns(dns), selector);
    MachineChecks machine = new MachineChecks(program.home());
    return List.of(
        new Check("database", () -> data(settings)),
        new Check("mail", mail::way),
        new Check("sender", mail::domain),
        new Check("public URL", new WebChecks(settings.server(), program.clock().instant())::look),
        new Check("disk", () -> List.of(machine.disk())),
        new Check(
            "time zones", () -> List.of(MachineChecks.timeZones(Path.of("/usr/share/zoneinfo")))),
        new Check(
            "permissions",
            () ->
                machine.permissions(
                    settings.database().keys(), sources.configuration(), sources.effective())));
  }

  /// The database first: only what has the right schema can be asked more.
  private List<Finding> data(Settings settings) {
    List<Finding> found = new ArrayList<>(new DatabaseChecks(program, settings).look());
    if (found.stream().noneMatch(DatabaseChecks::isCurrent)) {
      return found;
    }
    try (Core core = program.open(settings)) {
      Targets targets = new Targets(settings.privateTargets().webhooks());
      ConnectionChecks connections =
          new ConnectionChecks(core.hosts(), core.webhooks(), core.calendarConnections(), targets);
      found.addAll(connections.webhooks());
      found.addAll(connections.calendars());
      found.addAll(
          new BackupChecks(new BackupSchedules(core.database(), core.outbox(), core.clock()))
              .look());
      String domain = settings.acme().domain();
      if (domain != null) {
        found.addAll(
            new OrderedCertificateCheck(domain, core.clock().instant())
                .look(core.certificates().state(domain)));
      }
    } catch (Failure | DatabaseUnavailableException unusable) {
      found.add(Finding.failure("database", String.valueOf(unusable.getMessage())));
    }
    return found;
  }

  private void report(List<Finding> found) {
    long failures = count(found, Level.FAILURE);
    long warnings = count(found, Level.WARNING);
    if (program.options().json()) {
      List<View> views =
          found.stream()
              .map(each -> new View(each.level().word(), each.name(), each.message()))
              .toList();
      program.terminal().printJson(new Report(failures, warnings, views));
      return;
    }
    for (Finding each : found) {
      String word = each.level().word();
      program
          .terminal()
          .print(
              each.level().ink(),
              word,
              " ".repeat(9 - word.length()) + each.name() + "  " + each.message());
    }
    program.terminal().say(failures + " failures, " + warnings + " warnings.");
  }

  private static long count(List<Finding> found, Level level) {
    return found.stream().filter(each -> each.level() == level).count();
  }
}
