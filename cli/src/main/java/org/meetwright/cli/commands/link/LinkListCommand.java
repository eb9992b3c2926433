package org.meetwright.cli.commands.link;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.EventTypeFinder;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.server.api.model.bookinglink.ApiBookingLink;
import org.meetwright.server.api.model.eventtype.ApiEventType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright link list`.
@Command(
    name = "list",
    description = "List a host's booking links: id, event type, uses, until when.",
    footer = {"", "@|bold Example:|@", "  meetwright link list ada"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class LinkListCommand implements Runnable {
  private final Program program;

  @Parameters(arity = "0..1", paramLabel = "HANDLE", description = "Whose they are.")
  private @Nullable String handle;

  LinkListCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Workplace work = Workplaces.open(program)) {
      Desk desk = work.desk(handle);
      List<ApiBookingLink> links = desk.links();
      if (program.options().json()) {
        program.terminal().printJson(new ApiBookingLink.Listing(links));
        return;
      }
      String own = desk.me().handle();
      Map<UUID, String> addresses =
          desk.eventTypes().stream()
              .collect(
                  Collectors.toMap(
                      ApiEventType::id,
                      type -> EventTypeFinder.page(type, own) + "/" + type.slug()));
      program
          .terminal()
          .print(
              new Table(
                  List.of("ID", "EVENT TYPE", "USES", "EXPIRES"),
                  links.stream().map(link -> row(link, addresses)).toList()));
      if (links.isEmpty()) {
        program.terminal().say(own + " has no booking link; make one: meetwright link add --help");
      }
    }
  }

  private static List<String> row(ApiBookingLink link, Map<UUID, String> addresses) {
    return List.of(
        link.id().toString(),
        addresses.getOrDefault(link.eventTypeId(), link.eventTypeId().toString()),
        link.uses() + " of " + link.maxUses(),
        link.expiresAt() == null ? "-" : link.expiresAt().toString());
  }
}
