package org.meetwright.server.pages.account.profile;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.rule.HostLimits;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Profile;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.TimeZones;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.text.Translations;

/// The form of who a host is, unchanged.
///
/// @param language the tag of a language
/// @param meetings the most meetings a day; empty for no limit
/// @param minutes the most minutes of meetings a day; empty for no limit
/// @param following the ids of the schedules that follow him into another zone
public record ProfileForm(
    String name,
    String zone,
    String language,
    String meetings,
    String minutes,
    List<String> following) {

  /// Returns the form that says how it is now.
  static ProfileForm of(Host host, List<Schedule> schedules) {
    return new ProfileForm(
        host.name(),
        host.timeZone().getId(),
        host.locale().getLanguage(),
        text(host.limits().maxMeetingsPerDay()),
        text(host.limits().maxMinutesPerDay()),
        schedules.stream()
            .filter(schedule -> schedule.timeZone().equals(host.timeZone()))
            .map(schedule -> schedule.id().toString())
            .toList());
  }

  private static String text(@Nullable Integer limit) {
    return limit == null ? "" : limit.toString();
  }

  /// Returns what was typed.
  static ProfileForm of(FormBody form) {
    return new ProfileForm(
        form.get("name"),
        form.get("zone"),
        form.get("language"),
        form.get("meetings").strip(),
        form.get("minutes").strip(),
        form.all("following"));
  }

  /// Returns what the host wants to be.
  ///
  /// @throws InvalidValueException (field `name`, `zone` or `language`) if that cannot be
  Profile profile(Host host) {
    return new Profile(name, host.email(), TimeZones.parse("zone", zone), locale(host));
  }

  /// A host who stays with his language keeps its country, which says how he reads dates.
  private Locale locale(Host host) {
    return host.locale().getLanguage().equals(language)
        ? host.locale()
        : Translations.find(language)
            .orElseThrow(() -> new InvalidValueException("language", "must be one of the list"));
  }

  /// Returns how much the host wants to meet on a day.
  ///
  /// @throws InvalidValueException (field `maxMeetingsPerDay` or `maxMinutesPerDay`) if that cannot
  ///   be
  HostLimits limits() {
    return new HostLimits(limit("maxMeetingsPerDay", meetings), limit("maxMinutesPerDay", minutes));
  }

  private static @Nullable Integer limit(String field, String typed) {
    try {
      return typed.isEmpty() ? null : Integer.valueOf(typed);
    } catch (NumberFormatException wrong) {
      throw new InvalidValueException(field, "must be a whole number");
    }
  }

  /// Returns which of the host's schedules follow him.
  List<UUID> followers(List<Schedule> schedules) {
    return schedules.stream()
        .map(Schedule::id)
        .filter(id -> following.contains(id.toString()))
        .toList();
  }

  /// Returns the name that a field of the host has in the form; null if it has none.
  static @Nullable String field(String ofHost) {
    return switch (ofHost) {
      case "name", "zone", "language" -> ofHost;
      case "maxMeetingsPerDay" -> "meetings";
      case "maxMinutesPerDay" -> "minutes";
      default -> null;
    };
  }
}
