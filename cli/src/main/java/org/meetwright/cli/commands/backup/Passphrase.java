package org.meetwright.cli.commands.backup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.PasswordFile;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Prompt;
import picocli.CommandLine.Option;

/// The option that says where a pass phrase is. Without it, the person at the terminal is asked.
final class Passphrase {
  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description =
          "A file whose first line is the pass phrase; - for standard input. Without one you are"
              + " asked.")
  private @Nullable Path file;

  private @Nullable String known;

  Passphrase() {}

  /// Returns the file; null if none is named.
  @Nullable Path file() {
    return file;
  }

  /// Returns the pass phrase of a backup that is there.
  String existing(Program program) {
    String passphrase = known;
    if (passphrase == null) {
      passphrase =
          file == null
              ? prompt(program).secret("Pass phrase: ")
              : PasswordFile.read(file, program.terminal());
      known = passphrase;
    }
    return passphrase;
  }

  /// Returns the pass phrase of a new backup.
  String chosen(Program program) {
    String passphrase = existing(program);
    if (passphrase.isEmpty()) {
      throw new Failure("The pass phrase must not be empty. Nothing was written.");
    }
    if (file == null && !prompt(program).secret("The same again: ").equals(passphrase)) {
      throw new Failure("Those were two different pass phrases. Nothing was written.");
    }
    return passphrase;
  }

  private static Prompt prompt(Program program) {
    return program
        .terminal()
        .prompt()
        .orElseThrow(
            () ->
                new Failure(
                    "A pass phrase is needed: give a file with --passphrase-file FILE, or - for"
                        + " standard input."));
  }
}
