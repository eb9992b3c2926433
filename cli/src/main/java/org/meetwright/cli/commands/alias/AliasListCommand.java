package org.meetwright.cli.commands.alias;

import java.util.ArrayList;
import java.util.List;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.core.Core;
import org.meetwright.core.alias.PageAlias;
import picocli.CommandLine.Command;

/// `meetwright alias list`.
@Command(
    name = "list",
    description =
        "List old addresses by path, one a line: the path, and the page to which it leads.",
    footer = {"", "@|bold Example:|@", "  meetwright alias list"})
public final class AliasListCommand implements Runnable {
  private static final int PAGE = 500;

  private final Program program;

  /// Creates the command.
  public AliasListCommand(Program program) {
    this.program = program;
  }

  /// The old addresses.
  record Listing(List<Entry> aliases) {}

  /// An old address, and where it leads; both without the slash at their beginning.
  record Entry(String path, String target) {}

  @Override
  public void run() {
    List<Entry> all = new ArrayList<>();
    try (Core core = program.open(program.settings())) {
      List<PageAlias> page = core.pageAliases().list("", PAGE);
      while (!page.isEmpty()) {
        page.forEach(alias -> all.add(new Entry(alias.path(), alias.target())));
        page = core.pageAliases().list(page.getLast().path(), PAGE);
      }
    }
    if (program.options().json()) {
      program.terminal().printJson(new Listing(all));
    } else {
      program
          .terminal()
          .print(
              new Table(
                  List.of("PATH", "LEADS TO"),
                  all.stream().map(one -> List.of(one.path(), one.target())).toList()));
    }
  }
}
