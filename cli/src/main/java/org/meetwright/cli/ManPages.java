package org.meetwright.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.meetwright.cli.commands.completion.ManPage;
import org.meetwright.cli.program.GlobalOptions;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.program.Terminal;
import picocli.CommandLine;

/// Writes the manual pages of all commands into a folder. The build runs it.
public final class ManPages {
  private ManPages() {}

  /// Writes them.
  ///
  /// @param arguments the folder, and the version of the program
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    Program program =
        new Program(
            new GlobalOptions(), Map.of(), InstantSource.system(), new Terminal(nowhere, nowhere));
    CommandLine root = MeetwrightCli.commandLine(program);
    HelpLayout.apply(root);
    root.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    for (ManPage page : ManPage.of(root, "Meetwright " + arguments[1])) {
      Files.writeString(folder.resolve(page.file()), page.text());
    }
  }
}
