package org.meetwright.server.pages.account.eventtype.form;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.eventtype.rule.Bounds;
import org.meetwright.core.eventtype.rule.ChangePolicy;
import org.meetwright.core.question.Question;
import org.meetwright.server.pages.form.FormBody;

/// Fills the form in with an event type.
public final class FilledForm {
  private final Map<String, List<String>> fields = new LinkedHashMap<>();

  private FilledForm() {}

  /// Returns the form of an event type.
  public static EventTypeForm of(EventType type) {
    FilledForm filled = new FilledForm();
    filled.listing(type);
    filled.times(type);
    filled.people(type);
    filled.correspondence(type);
    return new EventTypeForm(new FormBody(filled.fields));
  }

  private void put(String field, @Nullable Object value) {
    fields
        .computeIfAbsent(field, key -> new ArrayList<>())
        .add(value == null ? "" : value.toString());
  }

  private void tick(String field, boolean value) {
    put(field, value ? "yes" : "");
  }

  private void amount(String field, @Nullable Integer minutes) {
    TypedDuration amount = TypedDuration.of(minutes);
    put(field, amount.number());
    put(field + ".unit", amount.unit());
  }

  private void listing(EventType type) {
    put("name", type.name());
    put("slug", type.slug());
    put("description", type.listing().description());
    put("color", type.listing().color());
    tick("active", type.active());
    tick("hidden", type.listing().hidden());
  }

  private void times(EventType type) {
    var timing = type.timing();
    put("durationMinutes", timing.durationMinutes());
    put(
        "durationsMinutes",
        timing.durationsMinutes().stream()
            .filter(minutes -> minutes != timing.durationMinutes())
            .map(String::valueOf)
            .collect(Collectors.joining(", ")));
    put("stepMinutes", timing.ownStepMinutes());
    put("bufferBeforeMinutes", timing.bufferBeforeMinutes());
    put("bufferAfterMinutes", timing.bufferAfterMinutes());
    Bounds bounds = type.bounds();
    amount("minimumNoticeMinutes", bounds.minimumNoticeMinutes());
    BookingWindow window = bounds.bookingWindow();
    put(
        "window",
        switch (window) {
          case BookingWindow.Rolling rolling -> "rolling";
          case BookingWindow.Dates dates -> "dates";
          case BookingWindow.Unlimited unlimited -> "unlimited";
        });
    put("days", window instanceof BookingWindow.Rolling rolling ? rolling.days() : null);
    put("from", window instanceof BookingWindow.Dates dates ? dates.from() : null);
    put("to", window instanceof BookingWindow.Dates dates ? dates.to() : null);
    put("maxPerDay", bounds.maxPerDay());
    put("maxPerWeek", bounds.maxPerWeek());
    put("maxPerMonth", bounds.maxPerMonth());
    put("maxActivePerInvitee", bounds.maxActivePerInvitee());
  }

  private void people(EventType type) {
    put("scheduleId", type.attendance().scheduleId());
    UUID teamId = type.assignment().teamId();
    put("assignment", teamId == null ? "oneHost" : type.assignment().word() + "." + teamId);
    put("seats", type.seats());
    for (Location location : type.attendance().locations()) {
      put("location.kind", location.kind().wordInList());
      put("location.value", location.value());
    }
    var policies = type.policies();
    tick("requiresApproval", policies.requiresApproval());
    tick("confirmEmail", policies.confirmEmail());
    tick("requiresLink", policies.requiresLink());
    put("guests", policies.guests().word());
    put("guestsAtOnce", policies.guests().atOnce() == 0 ? null : policies.guests().atOnce());
    policy("cancellation", policies.cancellation());
    policy("reschedule", policies.reschedule());
  }

  private void policy(String name, ChangePolicy policy) {
    amount(name, policy.noticeMinutes());
    tick(name + ".reason", policy.reasonRequired());
  }

  private void correspondence(EventType type) {
    var correspondence = type.correspondence();
    for (Question question : correspondence.questions()) {
      put("question.id", question.id());
      put("question.label", question.label());
      put("question.kind", question.kind().word());
      put("question.required", question.required() ? "yes" : "");
      put("question.options", String.join("\n", question.options()));
    }
    for (int minutes : correspondence.reminderMinutes()) {
      TypedDuration amount = TypedDuration.of(minutes);
      put("reminder.number", amount.number());
      put("reminder.unit", amount.unit());
    }
    amount("followUpMinutes", correspondence.followUpMinutes());
    URI redirect = correspondence.redirectUrl();
    put("redirectUrl", redirect);
    correspondence
        .texts()
        .texts()
        .forEach(
            (place, byLanguage) ->
                byLanguage.forEach(
                    (language, words) -> {
                      put("text.place", place.word());
                      put("text.language", language);
                      put("text.words", words);
                    }));
  }
}
