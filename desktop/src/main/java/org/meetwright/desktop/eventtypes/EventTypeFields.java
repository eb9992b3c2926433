package org.meetwright.desktop.eventtypes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.form.Form;
import org.meetwright.server.api.model.eventtype.ApiChangePolicy;
import org.meetwright.server.api.model.eventtype.ApiEventType;
import org.meetwright.server.api.model.eventtype.ApiLocation;
import org.meetwright.server.api.model.eventtype.ApiQuestion;
import org.meetwright.server.api.model.eventtype.EventTypeRequest;

/// An event type as a form, and back. What is no number is null in a request: the form says so.
final class EventTypeFields {
  private EventTypeFields() {}

  static void fill(Form form, ApiEventType type) {
    form.text("name").set(type.name());
    form.text("slug").set(type.slug());
    form.text("description").set(type.description());
    form.text("color").set(type.color());
    form.text("durationMinutes").set(text(type.durationMinutes()));
    form.text("durationsMinutes")
        .set(
            String.join(
                ", ",
                type.durationsMinutes().stream()
                    .filter(minutes -> minutes != type.durationMinutes())
                    .map(String::valueOf)
                    .toList()));
    form.text("stepMinutes").set(text(type.stepMinutes()));
    form.text("bufferBeforeMinutes").set(text(type.bufferBeforeMinutes()));
    form.text("bufferAfterMinutes").set(text(type.bufferAfterMinutes()));
    form.text("minimumNoticeMinutes").set(text(type.minimumNoticeMinutes()));
    ApiEventType.Window window = type.bookingWindow();
    form.text("bookingWindow.kind").set(window.kind());
    form.text("bookingWindow.days").set(text(window.days()));
    form.text("bookingWindow.from").set(text(window.from()));
    form.text("bookingWindow.to").set(text(window.to()));
    form.text("maxPerDay").set(text(type.maxPerDay()));
    form.text("maxPerWeek").set(text(type.maxPerWeek()));
    form.text("maxPerMonth").set(text(type.maxPerMonth()));
    form.text("maxActivePerInvitee").set(text(type.maxActivePerInvitee()));
    form.text("seats").set(text(type.seats()));
    form.text("assignment").set(word(type.assignment()));
    form.flag("requiresApproval").set(type.requiresApproval());
    form.flag("hidden").set(type.hidden());
    form.flag("active").set(type.active());
    form.flag("requiresLink").set(type.requiresLink());
    form.flag("confirmEmail").set(type.confirmEmail());
    form.text("guests").set(type.guests());
    form.text("guestsAtOnce").set(text(type.guestsAtOnce()));
    fill(form, "cancellationPolicy", type.cancellationPolicy());
    fill(form, "reschedulePolicy", type.reschedulePolicy());
    form.text("scheduleId").set(text(type.scheduleId()));
    form.text("followUpMinutes").set(text(type.followUpMinutes()));
    form.text("redirectUrl").set(text(type.redirectUrl()));
    fillRows(form, type);
  }

  private static void fill(Form form, String policy, ApiChangePolicy rules) {
    form.text(policy + ".noticeMinutes").set(text(rules.noticeMinutes()));
    form.flag(policy + ".reasonRequired").set(rules.reasonRequired());
  }

  /// Fills in the defaults that the API documents.
  static void fillNew(Form form) {
    ApiChangePolicy free = new ApiChangePolicy(null, false);
    fill(
        form,
        new ApiEventType(
            new UUID(0, 0),
            "",
            "",
            "",
            30,
            List.of(30),
            null,
            0,
            0,
            0,
            new ApiEventType.Window("rolling", 60, null, null),
            null,
            null,
            null,
            null,
            1,
            new ApiEventType.Assignment("oneHost", null),
            false,
            false,
            true,
            false,
            false,
            "atOnce",
            3,
            free,
            free,
            "#2f6f5e",
            null,
            List.of(),
            List.of(),
            null,
            List.of(1440, 60),
            null,
            null,
            Map.of(),
            List.of()));
  }

  private static void fillRows(Form form, ApiEventType type) {
    for (String list : List.of("locations", "questions", "reminderMinutes", "texts")) {
      form.rows(list).clear();
    }
    for (ApiLocation location : type.locations()) {
      Form row = form.add("locations");
      row.text("kind").set(location.kind());
      row.text("value").set(text(location.value()));
    }
    for (ApiQuestion question : type.questions()) {
      Form row = form.add("questions");
      row.text("id").set(question.id().toString());
      row.text("label").set(question.label());
      row.text("kind").set(question.kind());
      row.flag("required").set(question.required());
      row.text("options").set(String.join("\n", question.options()));
    }
    for (int minutes : type.reminderMinutes()) {
      form.add("reminderMinutes").text("").set(text(minutes));
    }
    type.texts()
        .forEach(
            (place, languages) ->
                languages.forEach(
                    (language, own) -> {
                      Form row = form.add("texts");
                      row.text("place").set(place);
                      row.text("language").set(language);
                      row.text("text").set(own);
                    }));
  }

  /// Returns the word of an assignment in the form: its kind, and with a team the team's handle.
  static String word(ApiEventType.Assignment assignment) {
    return assignment.team() == null
        ? assignment.kind()
        : assignment.kind() + " " + assignment.team();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /// Returns the request for what is typed.
  ///
  /// @param id of the event type that it is to replace; null for a new one
  static EventTypeRequest request(Form form, @Nullable UUID id) {
    return request(form, id, form.value("slug"));
  }

  /// Returns the same under another address.
  static EventTypeRequest request(Form form, @Nullable UUID id, String slug) {
    return new EventTypeRequest(
        id,
        slug,
        form.value("name"),
        form.text("description").get(),
        Objects.requireNonNullElse(number(form, "durationMinutes"), 0),
        numbers(form.value("durationsMinutes")),
        number(form, "stepMinutes"),
        number(form, "bufferBeforeMinutes"),
        number(form, "bufferAfterMinutes"),
        number(form, "minimumNoticeMinutes"),
        window(form),
        number(form, "maxPerDay"),
        number(form, "maxPerWeek"),
        number(form, "maxPerMonth"),
        number(form, "maxActivePerInvitee"),
        number(form, "seats"),
        assignment(form.value("assignment")),
        form.flag("requiresApproval").get(),
        form.flag("hidden").get(),
        form.flag("active").get(),
        form.flag("requiresLink").get(),
        form.flag("confirmEmail").get(),
        form.valueOrNull("guests"),
        form.value("guests").equals("atOnce") ? number(form, "guestsAtOnce") : null,
        policy(form, "cancellationPolicy"),
        policy(form, "reschedulePolicy"),
        form.valueOrNull("color"),
        null,
        form.rows("locations").stream()
            .map(row -> new ApiLocation(row.value("kind"), row.valueOrNull("value")))
            .toList(),
        form.rows("questions").stream().map(EventTypeFields::question).toList(),
        form.value("assignment").contains(" ") ? null : id(form.value("scheduleId")),
        reminders(form),
        number(form, "followUpMinutes"),
        form.valueOrNull("redirectUrl"),
        texts(form),
        null);
  }

  private static @Nullable UUID id(String text) {
    return text.isEmpty() ? null : UUID.fromString(text);
  }

  static @Nullable Integer number(Form form, String field) {
    String typed = form.value(field);
    return typed.matches("\\d{1,9}") ? Integer.valueOf(typed) : null;
  }

  /// Returns the numbers between commas; those that are none are 0, which the server refuses.
  private static List<Integer> numbers(String typed) {
    List<Integer> numbers = new ArrayList<>();
    for (String one : List.of(typed.split("[,;\\s]+", -1))) {
      if (!one.isEmpty()) {
        numbers.add(one.matches("\\d{1,9}") ? Integer.parseInt(one) : 0);
      }
    }
    return numbers;
  }

  private static ApiEventType.Window window(Form form) {
    String kind = form.value("bookingWindow.kind");
    return new ApiEventType.Window(
        kind,
        kind.equals("rolling") ? number(form, "bookingWindow.days") : null,
        kind.equals("dates") ? date(form.value("bookingWindow.from")) : null,
        kind.equals("dates") ? date(form.value("bookingWindow.to")) : null);
  }

  private static @Nullable LocalDate date(String typed) {
    return typed.isEmpty() ? null : LocalDate.parse(typed);
  }

  private static ApiEventType.Assignment assignment(String word) {
    int space = word.indexOf(' ');
    return space < 0
        ? new ApiEventType.Assignment("oneHost", null)
        : new ApiEventType.Assignment(word.substring(0, space), word.substring(space + 1));
  }

  private static EventTypeRequest.ChangePolicy policy(Form form, String policy) {
    return new EventTypeRequest.ChangePolicy(
        number(form, policy + ".noticeMinutes"), form.flag(policy + ".reasonRequired").get());
  }

  private static EventTypeRequest.Question question(Form row) {
    boolean chooses = row.value("kind").endsWith("Of");
    return new EventTypeRequest.Question(
        id(row.value("id")),
        row.value("label"),
        row.value("kind"),
        row.flag("required").get(),
        chooses ? row.value("options").lines().filter(line -> !line.isBlank()).toList() : null);
  }

  private static List<Integer> reminders(Form form) {
    List<Integer> reminders = new ArrayList<>();
    for (Form row : form.rows("reminderMinutes")) {
      Integer minutes = number(row, "");
      if (minutes != null) {
        reminders.add(minutes);
      }
    }
    return reminders;
  }

  private static Map<String, Map<String, String>> texts(Form form) {
    Map<String, Map<String, String>> texts = new LinkedHashMap<>();
    for (Form row : form.rows("texts")) {
      if (!row.value("text").isEmpty()) {
        texts
            .computeIfAbsent(row.value("place"), place -> new LinkedHashMap<>())
            .put(row.value("language"), row.value("text"));
      }
    }
    return texts;
  }
}
