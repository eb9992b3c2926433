package org.meetwright.cli.commands.imports;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.meetwright.cli.arguments.EventTypeAddress;
import org.meetwright.cli.commands.SlotDates;
import org.meetwright.cli.commands.imports.options.ApiOptions;
import org.meetwright.cli.imports.Service;
import org.meetwright.cli.imports.SlotQuestion;
import org.meetwright.cli.imports.acuity.Acuity;
import org.meetwright.cli.imports.calcom.CalCom;
import org.meetwright.cli.imports.calendly.Calendly;
import org.meetwright.cli.imports.compare.SlotAnswers;
import org.meetwright.cli.imports.easyappointments.EasyAppointments;
import org.meetwright.cli.imports.reading.Document;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.views.ShownTimes;
import org.meetwright.core.Core;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.imports.Imports.Origin;
import org.meetwright.server.api.slot.SlotTranslation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `meetwright import compare`.
@Command(
    name = "compare",
    description = {
      "Compare the free times of an imported event type with those of the service from which it"
          + " came: asked now, or its saved answers. A line for each time that is free only there"
          + " or only here; exit code 1 if there are any. At most 31 days."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright import compare ada/30min --token-file FILE --from 2026-03-09",
      "  meetwright import compare ada/30min slots.json"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class ImportCompareCommand implements Runnable {
  private static final int MOST_DAYS = 31;
  private static final List<Service> SERVICES =
      List.of(new Calendly(), new CalCom(), new EasyAppointments(), new Acuity());

  private final Program program;

  @Mixin private ApiOptions api;

  @Parameters(index = "0", paramLabel = "HANDLE/SLUG", description = "The event type here.")
  private EventTypeAddress address;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "FILE",
      description = "Answers of the service that were saved, as JSON.")
  private List<Path> files = List.of();

  @Mixin private SlotDates dates = new SlotDates(MOST_DAYS);

  /// Creates the command.
  public ImportCompareCommand(Program program) {
    this.program = program;
  }

  /// What differs.
  ///
  /// @param same how many times are free at both
  record Comparison(int same, List<String> onlyThere, List<String> onlyHere) {}

  @Override
  public void run() {
    dates.check();
    try (Core core = program.open(program.settings())) {
      EventTypeAddress.Addressed found = address.find(core.bookables(), core.eventTypes());
      SlotDates.Span span = dates.in(dates.zoneOr(found.who().timeZone()), program.clock());
      Instant now = program.clock().instant();
      SlotQuestion question = new SlotQuestion("", span.first(), span.last(), span.zone(), now);
      Set<Instant> there =
          new SlotAnswers(span.zone())
              .read(files.isEmpty() ? answers(core, found, question) : documents());
      there.removeIf(start -> start.isBefore(now) || !isWithin(start, question));
      Set<Instant> here = here(core, found.eventType(), span);
      print(there, here, span.zone());
    }
  }

  private static Set<Instant> here(Core core, EventType type, SlotDates.Span span) {
    return SlotTranslation.toApi(
            core.availability().slots(type, span.first(), span.last(), span.zone()),
            span.first(),
            span.last(),
            span.zone(),
            type)
        .slots()
        .stream()
        .map(slot -> OffsetDateTime.parse(slot.start()).toInstant())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isWithin(Instant start, SlotQuestion question) {
    return !start.isBefore(question.begin()) && start.isBefore(question.end());
  }

  private List<Document> documents() {
    return files.stream().map(Document::of).toList();
  }

  private List<Document> answers(
      Core core, EventTypeAddress.Addressed found, SlotQuestion question) {
    for (Origin origin : core.imports().origins(found.eventType().id())) {
      for (Service service : SERVICES) {
        if (service.word().equals(origin.source())) {
          SlotQuestion there =
              new SlotQuestion(
                  origin.externalId(),
                  question.from(),
                  question.to(),
                  question.zone(),
                  question.now());
          return api.ask(program, service, asked -> service.slots(asked, there));
        }
      }
    }
    throw new Failure(
        address
            + " was not imported from a service that can be asked; name a file with its saved"
            + " answer.");
  }

  private void print(Set<Instant> there, Set<Instant> here, ZoneId shown) {
    List<String> onlyThere = without(there, here, shown);
    List<String> onlyHere = without(here, there, shown);
    int same = there.size() - onlyThere.size();
    if (program.options().json()) {
      program.terminal().printJson(new Comparison(same, onlyThere, onlyHere));
    } else {
      onlyThere.forEach(start -> program.terminal().print("only there  " + start));
      onlyHere.forEach(start -> program.terminal().print("only here   " + start));
    }
    String both = same == 1 ? "One time is free at both" : same + " times are free at both";
    if (!onlyThere.isEmpty() || !onlyHere.isEmpty()) {
      throw new Failure(
          both
              + ", "
              + onlyThere.size()
              + " only there, "
              + onlyHere.size()
              + " only here; ask why not: meetwright explain "
              + address
              + " START");
    }
    program.terminal().say(both + ", and no other.");
  }

  private static List<String> without(Set<Instant> all, Set<Instant> others, ZoneId shown) {
    return all.stream()
        .filter(start -> !others.contains(start))
        .map(start -> ShownTimes.in(shown, start))
        .toList();
  }
}
