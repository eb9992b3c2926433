package org.meetwright.server.pages.account.eventtype;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.text.TextPlace;
import org.meetwright.core.eventtype.text.TextVariable;
import org.meetwright.core.question.Question;
import org.meetwright.server.pages.account.changes.ChangesView;
import org.meetwright.server.pages.account.eventtype.form.EventTypeForm;
import org.meetwright.server.pages.account.eventtype.form.EventTypeForm.Rows;
import org.meetwright.server.pages.account.request.AccountFrame;
import org.meetwright.server.pages.picker.NamedLink;
import org.meetwright.server.text.Translations;

/// The page on which an event type is changed.
///
/// Wide: the template reads each of them by its name.
///
/// @param title its name as it is kept
/// @param action where its form goes
/// @param address where it is booked
/// @param form what stands in it
/// @param errors what is wrong, by field
/// @param focus the id of what is to be looked at first; empty for the page's beginning
/// @param schedules the host's schedules and their ids
/// @param teams the teams that the host made and their ids
/// @param upcoming how many meetings are booked with it and not over; at most [#MOST_UPCOMING]
/// @param changes what would change; null if that is not asked
public record EventTypeView(
    AccountFrame frame,
    String title,
    String action,
    String address,
    EventTypeForm form,
    Map<String, String> errors,
    String focus,
    List<NamedLink> schedules,
    List<NamedLink> teams,
    int upcoming,
    @Nullable ChangesView changes) {
  /// How far upcoming meetings are counted.
  static final int MOST_UPCOMING = 100;

  /// What can be chosen.
  public record Option(String value, String label) {}

  /// Returns what stands in a field.
  public String get(String field) {
    return form.get(field);
  }

  /// Returns whether a box is ticked.
  public boolean ticked(String field) {
    return !form.get(field).isEmpty();
  }

  /// Returns what stands in a column of a row.
  public String get(String rows, String column, int row) {
    return Rows.find(rows).map(some -> form.get(some, column, row)).orElse("");
  }

  /// Returns the numbers of the rows of a part.
  public List<Integer> rows(String rows) {
    return Rows.find(rows)
        .map(some -> IntStream.range(0, form.count(some)).boxed().toList())
        .orElse(List.of());
  }

  /// Returns what is wrong with a field; null if nothing is.
  public @Nullable String error(String field) {
    return errors.get(field);
  }

  /// Returns whether a group is to be open: something in it is wrong, or was just added.
  ///
  /// @param fields its fields, or what their names begin with
  public boolean opens(String... fields) {
    return Stream.of(fields)
        .anyMatch(
            field ->
                focus.startsWith(field)
                    || errors.keySet().stream()
                        .anyMatch(wrong -> wrong.equals(field) || wrong.startsWith(field + ".")));
  }

  /// Returns the units of a length of time.
  public List<Option> units() {
    return Stream.of("minutes", "hours", "days").map(unit -> option("type.unit.", unit)).toList();
  }

  /// Returns who can meet.
  public List<Option> assignments() {
    Stream<Option> inTeams =
        teams.stream()
            .flatMap(
                team ->
                    Stream.of(
                        new Option(
                            "roundRobin." + team.href(), words("type.roundRobin", team.label())),
                        new Option(
                            "collective." + team.href(), words("type.collective", team.label()))));
    return Stream.concat(Stream.of(new Option("oneHost", words("type.oneHost"))), inTeams).toList();
  }

  /// Returns the host's schedules.
  public List<Option> scheduleOptions() {
    return Stream.concat(
            Stream.of(new Option("", words("type.usualSchedule"))),
            schedules.stream().map(each -> new Option(each.href(), each.label())))
        .toList();
  }

  /// Returns the kinds of places.
  public List<Option> locationKinds() {
    return Stream.of(Location.LocationKind.values())
        .filter(kind -> kind != Location.LocationKind.CONFERENCE)
        .map(kind -> option("type.location.", kind.wordInList()))
        .toList();
  }

  /// Returns the kinds of questions.
  public List<Option> questionKinds() {
    return Stream.of(Question.AnswerKind.values())
        .map(kind -> option("type.question.", kind.word()))
        .toList();
  }

  /// Returns whether a question needs an answer.
  public List<Option> requiredOptions() {
    return List.of(
        new Option("", words("type.answer.optional")),
        new Option("yes", words("type.answer.needed")));
  }

  /// Returns the rules about guests.
  public List<Option> guests() {
    return Stream.of("atOnce", "afterConfirmation", "off")
        .map(word -> option("type.guests.", word))
        .toList();
  }

  /// Returns the places of own texts.
  public List<Option> places() {
    return Stream.of(TextPlace.values()).map(place -> option("type.text.", place.word())).toList();
  }

  /// Returns the languages of own texts.
  ///
  /// @param chosen one that is among them in any case
  public List<Option> languages(String chosen) {
    Stream<String> tags = Translations.ALL.stream().map(Locale::toLanguageTag);
    return Stream.concat(tags, Stream.of(chosen))
        .distinct()
        .filter(tag -> !tag.isEmpty())
        .map(tag -> new Option(tag, languageName(tag)))
        .toList();
  }

  private static String languageName(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    return locale.getDisplayName(locale);
  }

  /// Returns the variables of own texts.
  public String variables() {
    return Stream.of(TextVariable.values())
        .map(variable -> "{" + variable.word() + "}")
        .collect(Collectors.joining(" "));
  }

  private Option option(String prefix, String word) {
    return new Option(word, words(prefix + word));
  }

  private String words(String key, Object... values) {
    return frame.words().get(key, values);
  }
}
