package org.meetwright.desktop.eventtypes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.change.Changes;
import org.meetwright.desktop.change.Month;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.eventtype.ApiEventType;
import org.meetwright.server.api.model.eventtype.EventTypeRequest;
import org.meetwright.server.api.model.preview.ApiPreview;
import org.meetwright.server.api.model.preview.ApiPreviewRequest;
import org.meetwright.server.api.model.slot.SlotsQuery;
import org.meetwright.server.client.ApiClient;

/// What would follow from saving an event type: what changes, and a month as invitees would see it.
record EditorPreview(Changes changes, Month month) {
  private static final int LOOK_DAYS = 28;

  /// What to look at.
  ///
  /// @param handle of the host, or of the team
  /// @param saved the event type as everybody can ask for its times; null if nobody can
  /// @param draft as it would be saved
  /// @param alone the same, as a new one if nobody can ask for the times as they are
  record Draft(
      String handle,
      @Nullable ApiEventType saved,
      EventTypeRequest draft,
      EventTypeRequest alone) {}

  static EditorPreview of(
      ApiClient client, Draft draft, LocalDate today, YearMonth month, Words words) {
    ApiPreview soon = ask(client, draft.draft(), today, today.plusDays(LOOK_DAYS), words);
    LocalDate from = month.atDay(1).isBefore(today) ? today : month.atDay(1);
    Map<LocalDate, List<Instant>> times =
        from.isAfter(month.atEndOfMonth())
            ? Map.of()
            : times(client, draft, from, month.atEndOfMonth(), words).stream()
                .collect(Collectors.groupingBy(words::date, TreeMap::new, Collectors.toList()));
    return new EditorPreview(Changes.of(soon, words), new Month(month, times));
  }

  private static TreeSet<Instant> times(
      ApiClient client, Draft draft, LocalDate from, LocalDate to, Words words) {
    TreeSet<Instant> starts = new TreeSet<>();
    ApiEventType saved = draft.saved();
    int minutes = draft.draft().durationMinutes();
    if (saved != null && saved.durationsMinutes().contains(minutes)) {
      SlotsQuery query = new SlotsQuery(from, to, words.zone().getId(), null, minutes, "start");
      client.everybody().listSlots(draft.handle(), saved.slug(), query).starts().stream()
          .map(start -> OffsetDateTime.parse(start).toInstant())
          .forEach(starts::add);
    }
    change(client, draft, from, to, words, starts);
    return starts;
  }

  /// Changes the times as the draft would. The server tells the first 500 of each kind: if there
  /// are more, it is asked for half of the days at a time.
  private static void change(
      ApiClient client,
      Draft draft,
      LocalDate from,
      LocalDate to,
      Words words,
      TreeSet<Instant> starts) {
    ApiPreview preview = ask(client, draft.alone(), from, to, words);
    boolean cut =
        preview.eventTypes().stream()
            .anyMatch(
                count ->
                    count.appear() > preview.appear().size()
                        || count.vanish() > preview.vanish().size());
    if (cut && from.isBefore(to)) {
      LocalDate middle = from.plusDays(ChronoUnit.DAYS.between(from, to) / 2);
      change(client, draft, from, middle, words, starts);
      change(client, draft, middle.plusDays(1), to, words, starts);
      return;
    }
    Duration length = Duration.ofMinutes(draft.draft().durationMinutes());
    Predicate<ApiPreview.ApiSlotChange> usual =
        slot -> Duration.between(slot.start(), slot.end()).equals(length);
    preview.vanish().stream().filter(usual).forEach(slot -> starts.remove(slot.start()));
    preview.appear().stream().filter(usual).forEach(slot -> starts.add(slot.start()));
  }

  private static ApiPreview ask(
      ApiClient client, EventTypeRequest draft, LocalDate from, LocalDate to, Words words) {
    return client
        .schedules()
        .preview(new ApiPreviewRequest(null, draft, null, from, to, words.zone().getId()));
  }
}
