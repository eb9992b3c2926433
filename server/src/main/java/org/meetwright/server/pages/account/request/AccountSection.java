package org.meetwright.server.pages.account.request;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A page of a host's account, in the order in which its navigation lists them. On a phone, the
/// first three stand in a bar, and the others in a fold.
public enum AccountSection {
  BOOKINGS(
      Part.MEETINGS,
      "/account/bookings",
      "form",
      "reason",
      "host",
      "place",
      "phone",
      "address",
      "name",
      "email",
      "zone",
      "language",
      "guests",
      "notes"),
  EVENT_TYPES(
      Part.MEETINGS,
      "/account/event-types",
      """
      template name slug description color active hidden durationMinutes durationsMinutes stepMinutes
      bufferBeforeMinutes bufferAfterMinutes minimumNoticeMinutes minimumNoticeMinutes.unit window days
      from to maxPerDay maxPerWeek maxPerMonth maxActivePerInvitee scheduleId assignment seats
      location.kind location.value requiresApproval confirmEmail requiresLink guests guestsAtOnce
      cancellation cancellation.unit cancellation.reason reschedule reschedule.unit reschedule.reason
      question.id question.label question.kind question.required question.options
      reminder.number reminder.unit followUpMinutes followUpMinutes.unit redirectUrl
      text.place text.language text.words
      """
          .strip()
          .split("\\s+")),
  HOURS(
      Part.MEETINGS,
      "/account/hours",
      Stream.concat(
              Stream.of(
                  "name",
                  "timeZone",
                  "isDefault",
                  "date",
                  "since",
                  "until",
                  "country",
                  "region",
                  "shown",
                  "listed",
                  "closed",
                  "travel.from",
                  "travel.to",
                  "travel.zone"),
              Stream.concat(Arrays.stream(DayOfWeek.values()).map(Enum::name), Stream.of("date"))
                  .flatMap(day -> Stream.of(day + ".from", day + ".to")))
          .toArray(String[]::new)),
  NOTIFICATIONS(Part.MEETINGS, "/account/notifications"),
  ABSENCES(
      Part.MEETINGS, "/account/absences", "from", "fromTime", "to", "toTime", "note", "redirectTo"),
  CALENDARS(Part.MEETINGS, "/account/calendars", "kind", "caldav.user", "ics.user", "name", "user"),
  FEEDS(Part.MEETINGS, "/account/feeds", "name", "kind"),
  TEAMS(
      Part.MEETINGS,
      "/account/teams",
      "name",
      "handle",
      "member.handle",
      "member.weight",
      "member.priority"),
  SHARE(Part.PAGES, "/account/share"),
  APPEARANCE(Part.PAGES, "/account/appearance", "color"),
  PROFILE(
      Part.ACCOUNT,
      "/account/profile",
      "email",
      "name",
      "zone",
      "language",
      "meetings",
      "minutes",
      "following"),
  SECURITY(Part.ACCOUNT, "/account/security"),
  TOKENS(Part.ACCOUNT, "/account/tokens", "name", "scope", "until"),
  WEBHOOKS(Part.ACCOUNT, "/account/webhooks", "url", "event");

  /// Where a host is led to who has signed in.
  public static final AccountSection HOME = BOOKINGS;

  /// What belongs together in the navigation.
  enum Part {
    /// What he does every day.
    MEETINGS,
    /// How invitees find and see him.
    PAGES,
    /// Who he is, and what may act for him.
    ACCOUNT
  }

  private final Part part;
  private final String path;

  @SuppressWarnings("ImmutableEnumChecker") // It is, though its type does not say so.
  private final Set<String> kept;

  /// @param kept the fields of its forms that are no secrets, so may be kept while he signs in
  AccountSection(Part part, String path, String... kept) {
    this.part = part;
    this.path = path;
    this.kept = Set.of(kept);
  }

  /// Returns where it is.
  public String path() {
    return path;
  }

  Part part() {
    return part;
  }

  Set<String> kept() {
    return kept;
  }

  /// Returns the word that stands for it.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Returns the key of its name.
  String key() {
    return "room." + word();
  }

  /// Returns what a word stands for; empty if it stands for nothing.
  static Optional<AccountSection> find(String word) {
    return Arrays.stream(values()).filter(room -> room.word().equals(word)).findFirst();
  }
}
