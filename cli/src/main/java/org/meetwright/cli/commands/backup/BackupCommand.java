package org.meetwright.cli.commands.backup;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Progress;
import org.meetwright.core.Core;
import org.meetwright.core.backup.Backup;
import org.meetwright.core.backup.BackupFile;
import org.meetwright.core.backup.BackupReport;
import org.meetwright.core.backup.schedule.BackupSchedules;
import org.meetwright.core.backup.schedule.Repetition;
import org.meetwright.core.database.Database;
import org.meetwright.server.settings.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `meetwright backup`.
@Command(
    name = "backup",
    description = {
      "Write all data to one file, as it is at one instant; a running server goes on.",
      "Prints a line a table: its name and how many rows. Restore it into an H2 file or"
          + " PostgreSQL,",
      "whichever it came from. With --every, the server writes such files into a directory."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright backup meetwright.backup",
      "  meetwright backup --encrypt --passphrase-file FILE meetwright.backup",
      "  meetwright backup --every day --keep 14 /var/backups/meetwright",
      "  meetwright backup verify meetwright.backup"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class BackupCommand implements Runnable {
  private static final int KEPT = 14;
  private static final String NEVER = "never";

  private final Program program;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "The file to write; with --every, a directory.")
  private @Nullable Path file;

  @Option(names = "--force", description = "Replace a file of that name.")
  private boolean force;

  @Option(
      names = "--encrypt",
      description =
          "Encrypt it with a pass phrase, as age does; only then the key file of the secrets is in"
              + " it.")
  private boolean encrypt;

  @Mixin private Passphrase passphrase;

  @Option(
      names = "--every",
      paramLabel = "PERIOD",
      description =
          "Have the server write one into the directory now and every hour, day or week; never ends"
              + " that.")
  private @Nullable String every;

  @Option(
      names = "--keep",
      paramLabel = "NUMBER",
      description = "With --every, how many of the newest stay there (default: 14).")
  private @Nullable Integer keep;

  /// Creates the command.
  public BackupCommand(Program program) {
    this.program = program;
  }

  /// Adds the commands to the program.
  public static void addTo(CommandLine root, Program program) {
    CommandLine backup = new CommandLine(new BackupCommand(program));
    root.addSubcommand(backup);
    backup.addSubcommand(new BackupVerifyCommand(program));
    backup.addSubcommand(new BackupSchedulesCommand(program));
    root.addSubcommand(new RestoreCommand(program));
  }

  @Override
  public void run() {
    Path target = file;
    String period = every;
    if (target == null) {
      throw new ParameterException(
          spec.commandLine(), "Say which file to write: meetwright backup FILE");
    }
    if (period != null) {
      schedule(target.toAbsolutePath().normalize(), period);
    } else if (keep != null) {
      throw new ParameterException(spec.commandLine(), "--keep is for backups with --every");
    } else {
      write(target);
    }
  }

  private void write(Path file) {
    boolean encrypted = encrypt || passphrase.file() != null;
    BackupFile target = new BackupFile(file, force, encrypted ? passphrase.chosen(program) : null);
    Settings settings = program.settings();
    BackupReport report;
    try (Database database = program.openDatabase(settings);
        Progress progress = program.terminal().progress("rows", 0)) {
      long[] rows = {0};
      report =
          new Backup(database, program.clock())
              .write(target, table -> progress.show(rows[0] += table.rows()));
    }
    BackupView view = BackupView.of(file, report);
    view.print(program);
    program.terminal().say("Wrote " + view.amount() + ", to " + file + ".");
    if (report.head().lacksKeys()) {
      program
          .terminal()
          .say(
              "Secrets in it are encrypted; their key is not in it. Keep a copy of "
                  + settings.database().keys()
                  + " elsewhere, or use --encrypt: without the key they are lost.");
    }
  }

  private void schedule(Path directory, String word) {
    try (Core core = program.open(program.settings())) {
      BackupSchedules schedules =
          new BackupSchedules(core.database(), core.outbox(), program.clock());
      if (word.equals(NEVER)) {
        if (!schedules.end(directory)) {
          throw new Failure(
              "No backups are made into "
                  + directory
                  + "; meetwright backup schedules lists those that are.");
        }
        program.terminal().say("No more backups are made into " + directory + ".");
        return;
      }
      Path named = passphrase.file();
      Path secret = named == null ? null : named.toAbsolutePath();
      if (encrypt && secret == null) {
        throw new Failure("The server needs a file with the pass phrase: --passphrase-file FILE.");
      }
      int kept = keep == null ? KEPT : keep;
      schedules.set(directory, repetition(word), kept, secret);
      program
          .terminal()
          .say(
              "The server writes a backup into %s now and every %s, and keeps %d. See: meetwright backup schedules"
                  .formatted(directory, word, kept));
    }
  }

  private Repetition repetition(String word) {
    for (Repetition one : Repetition.values()) {
      if (one.toString().equals(word.toLowerCase(Locale.ROOT))) {
        return one;
      }
    }
    throw new ParameterException(
        spec.commandLine(), "--every must be hour, day, week or never, not " + word);
  }
}
