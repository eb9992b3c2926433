package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meetwright.cli.program.GlobalOptions;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.program.Terminal;
import picocli.CommandLine;

/// Which commands an invocation makes.
final class CommandRoomTest {
  private static Program program() {
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    return new Program(
        new GlobalOptions(), Map.of(), InstantSource.system(), new Terminal(nowhere, nowhere));
  }

  private static CommandLine root() {
    return new CommandLine(new RootCommand(new GlobalOptions()));
  }

  private static List<CommandRoom> needed(String line) {
    return CommandRoom.needed(root(), line.isEmpty() ? new String[0] : line.split(" ", -1));
  }

  @Test
  void isNamedAfterItsCommands() {
    List<String> names = new ArrayList<>();
    for (CommandRoom room : CommandRoom.ALL) {
      CommandLine root = root();
      room.adding().accept(root, program());
      assertThat(root.getSubcommands().keySet()).containsExactlyElementsOf(room.names());
      names.addAll(room.names());
    }
    assertThat(names).doesNotHaveDuplicates();
    assertThat(MeetwrightCli.commandLine(program()).getSubcommands().keySet())
        .containsExactlyElementsOf(names);
  }

  @Test
  void isTheOnlyOneWhereTheFirstWordSaysSo() {
    for (String line :
        List.of(
            "host list",
            "host --help",
            "--json host list",
            "--home slots host",
            "--home=slots --verbose host list --json")) {
      assertThat(needed(line))
          .as(line)
          .singleElement()
          .satisfies(room -> assertThat(room.names()).containsExactly("host"));
    }
    assertThat(needed("--version")).isEmpty();
    assertThat(needed("version")).hasSize(1);
    assertThat(needed("--json -V host")).isEmpty();
  }

  @Test
  void isThereWithAllOthersInDoubt() {
    for (String line :
        List.of(
            "",
            "--help",
            "--json",
            "--help host",
            "hots list",
            "--nonsense host",
            "--home",
            "completion bash")) {
      assertThat(needed(line)).as(line).isEqualTo(CommandRoom.ALL);
    }
  }
}
