package org.meetwright.cli.commands.imports.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.core.imports.ImportReport;
import org.meetwright.core.imports.ImportReport.Item;
import org.meetwright.core.imports.ImportReport.ItemKind;
import org.meetwright.core.imports.ImportReport.Outcome;

/// Tells what an import did: how many of each kind, then what was left out or differs.
record ReportView(ImportReport report, boolean dryRun) {
  private static final Map<ItemKind, String> PLURALS =
      Map.of(
          ItemKind.HOST, "hosts",
          ItemKind.SCHEDULE, "schedules",
          ItemKind.EVENT_TYPE, "event types",
          ItemKind.QUESTION, "questions",
          ItemKind.BOOKING, "bookings",
          ItemKind.ALIAS, "old addresses");

  /// The report as JSON.
  record Json(
      boolean dryRun,
      Map<String, Long> created,
      Map<String, Long> there,
      List<Entry> leftOut,
      List<Entry> differs) {}

  /// A thing with what is to be said of it.
  record Entry(String kind, String what, String why) {}

  void print(Program program) {
    if (program.options().json()) {
      program
          .terminal()
          .printJson(
              new Json(
                  dryRun,
                  counts(Outcome.CREATED),
                  counts(Outcome.THERE),
                  entries(Outcome.LEFT_OUT),
                  entries(Outcome.DIFFERS)));
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (ItemKind kind : ItemKind.values()) {
      if (kind != ItemKind.QUESTION) {
        rows.add(
            List.of(
                PLURALS.getOrDefault(kind, kind.word()),
                report.count(kind, Outcome.CREATED) + (dryRun ? " to be created" : " created"),
                report.count(kind, Outcome.THERE) + " there already",
                report.count(kind, Outcome.LEFT_OUT) + " left out"));
      }
    }
    program.terminal().print(new Table(List.of("WHAT", "NEW", "BEFORE", "NOT"), rows));
    lines("left out", Outcome.LEFT_OUT).forEach(program.terminal()::print);
    lines("differs", Outcome.DIFFERS).forEach(program.terminal()::print);
  }

  private List<String> lines(String begin, Outcome outcome) {
    return report.all(outcome).stream()
        .map(item -> begin + "  " + words(item.kind()) + " " + item.what() + ": " + item.why())
        .toList();
  }

  private static String words(ItemKind kind) {
    return switch (kind) {
      case HOST -> "host";
      case SCHEDULE -> "schedule";
      case EVENT_TYPE -> "event type";
      case QUESTION -> "question";
      case BOOKING -> "booking";
      case ALIAS -> "old address";
    };
  }

  private Map<String, Long> counts(Outcome outcome) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (ItemKind kind : ItemKind.values()) {
      counts.put(kind.word(), report.count(kind, outcome));
    }
    return counts;
  }

  private List<Entry> entries(Outcome outcome) {
    return report.all(outcome).stream().map(ReportView::entry).toList();
  }

  private static Entry entry(Item item) {
    return new Entry(item.kind().word(), item.what(), item.why());
  }
}
