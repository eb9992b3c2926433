package org.meetwright.cli.commands.eventtype;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Arguments.YesNo;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.model.eventtype.ApiEventType;
import org.meetwright.server.api.model.eventtype.ApiLocation;
import picocli.CommandLine.Option;

/// The options for the fields of an event type: the usual ones, and all others by `--set`.
final class FieldOptions {
  @Option(names = "--name", paramLabel = "NAME", description = "What invitees read.")
  @Nullable String name;

  @Option(names = "--duration", paramLabel = "MINUTES", description = "How long a meeting is.")
  @Nullable Integer duration;

  @Option(names = "--description", paramLabel = "TEXT", description = "What it is about.")
  @Nullable String description;

  @Option(
      names = "--location",
      paramLabel = "KIND[:VALUE]",
      description = "Where, like link:https://meet.example.org/ada or phone; may be repeated.")
  @Nullable List<String> locations;

  @Option(names = "--step", paramLabel = "MINUTES", description = "How far starts are apart.")
  @Nullable Integer step;

  @Option(names = "--buffer-before", paramLabel = "MINUTES", description = "Free before it.")
  @Nullable Integer bufferBefore;

  @Option(names = "--buffer-after", paramLabel = "MINUTES", description = "Free after it.")
  @Nullable Integer bufferAfter;

  @Option(
      names = "--notice",
      paramLabel = "MINUTES",
      description = "How long before its start it can be booked.")
  @Nullable Integer notice;

  @Option(
      names = "--window",
      paramLabel = "WINDOW",
      description = "How far ahead: days, like 60; dates, like 2026-03-01..2026-03-31; unlimited.")
  @Nullable String window;

  @Option(names = "--max-per-day", paramLabel = "NUMBER", description = "Most meetings on a day.")
  @Nullable Integer maxPerDay;

  @Option(names = "--max-per-week", paramLabel = "NUMBER", description = "Most in a week.")
  @Nullable Integer maxPerWeek;

  @Option(names = "--seats", paramLabel = "NUMBER", description = "How many share a meeting.")
  @Nullable Integer seats;

  @Option(names = "--round-robin", paramLabel = "TEAM", description = "The team meets in turn.")
  @Nullable String roundRobin;

  @Option(names = "--collective", paramLabel = "TEAM", description = "The team meets together.")
  @Nullable String collective;

  @Option(names = "--approval", paramLabel = "yes|no", description = "Whether you say yes first.")
  @Nullable YesNo approval;

  @Option(names = "--hidden", paramLabel = "yes|no", description = "Whether lists leave it out.")
  @Nullable YesNo hidden;

  @Option(names = "--active", paramLabel = "yes|no", description = "Whether it can be booked.")
  @Nullable YesNo active;

  @Option(names = "--color", paramLabel = "COLOR", description = "Like #3366cc.")
  @Nullable String color;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "A JSON object with fields of the API; - for standard input.")
  @Nullable Path file;

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description =
          "Any field of the API, like maxPerMonth=5, bookingWindow.days=30 or questions=JSON;"
              + " without a value, as if it had not been given. May be repeated.")
  @Nullable List<String> assignments;

  FieldOptions() {}

  /// Sets what is given; an option beats `--set`, and that the file.
  void apply(EventTypeDraft draft, InputStream in) {
    if (file != null) {
      draft.read(file, in);
    }
    if (assignments != null) {
      assignments.forEach(draft::assign);
    }
    if (duration != null) {
      draft.setDuration(duration);
    }
    draft.set("name", name);
    draft.set("description", description);
    draft.set("stepMinutes", step);
    draft.set("bufferBeforeMinutes", bufferBefore);
    draft.set("bufferAfterMinutes", bufferAfter);
    draft.set("minimumNoticeMinutes", notice);
    draft.set("bookingWindow", window == null ? null : WindowText.read(window));
    draft.set("maxPerDay", maxPerDay);
    draft.set("maxPerWeek", maxPerWeek);
    draft.set("seats", seats);
    draft.set("assignment", assignment());
    draft.set("requiresApproval", approval == null ? null : approval.yes());
    draft.set("hidden", hidden == null ? null : hidden.yes());
    draft.set("active", active == null ? null : active.yes());
    draft.set("color", color);
    if (locations != null) {
      List<ApiLocation> all =
          new ArrayList<>(locations.stream().map(FieldOptions::location).toList());
      draft.set("location", all.getFirst());
      draft.set("locations", all);
    }
  }

  private ApiEventType.@Nullable Assignment assignment() {
    if (roundRobin != null && collective != null) {
      throw new InvalidValueException(
          "--round-robin", "and --collective cannot both be given: a team meets in one way");
    }
    return roundRobin != null
        ? new ApiEventType.Assignment("roundRobin", roundRobin)
        : collective == null ? null : new ApiEventType.Assignment("collective", collective);
  }

  private static ApiLocation location(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new ApiLocation(text, "")
        : new ApiLocation(text.substring(0, colon), text.substring(colon + 1));
  }
}
