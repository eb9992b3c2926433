package org.meetwright.server.pages.account.hours.away;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.schedule.Away;
import org.meetwright.core.schedule.PublicHolidays;
import org.meetwright.server.pages.form.FormBody;

/// The holidays and travel of a schedule's form, as they were typed.
///
/// @param country its code; empty if holidays do not count
/// @param region its code; empty for the whole country
/// @param shown the country and region whose holidays the form listed
/// @param listed the ids of those holidays
/// @param closed the ids of those that count
public record AwayForm(
    String country,
    String region,
    String shown,
    List<String> listed,
    List<String> closed,
    List<TypedTravel> travel) {
  /// How long the name of a time zone may be as it is typed, in characters.
  public static final int LONGEST_ZONE = 60;

  private static final int MOST_TRAVEL = 30;

  /// A row of travel.
  ///
  /// @param zone the name of a time zone, or of its place
  public record TypedTravel(String from, String to, String zone) {
    boolean isBlank() {
      return from.isBlank() && to.isBlank() && zone.isBlank();
    }
  }

  /// Returns the form of what is kept.
  ///
  /// @param today travel that ended before is not shown
  public static AwayForm of(Away away, LocalDate today) {
    PublicHolidays holidays = away.holidays();
    return new AwayForm(
        holidays == null ? "" : holidays.country(),
        holidays == null || holidays.region() == null ? "" : holidays.region(),
        "",
        List.of(),
        List.of(),
        away.travel().stream()
            .filter(travel -> !travel.to().isBefore(today))
            .limit(MOST_TRAVEL)
            .map(
                travel ->
                    new TypedTravel(
                        travel.from().toString(),
                        travel.to().toString(),
                        travel.timeZone().getId()))
            .toList());
  }

  /// Reads the form.
  public static AwayForm of(FormBody form) {
    List<String> from = form.all("travel.from");
    List<String> to = form.all("travel.to");
    List<String> zone = form.all("travel.zone");
    int rows = Math.min(MOST_TRAVEL, Math.min(from.size(), Math.min(to.size(), zone.size())));
    return new AwayForm(
        form.get("country"),
        form.get("region"),
        form.get("shown"),
        form.all("listed"),
        form.all("closed"),
        IntStream.range(0, rows)
            .mapToObj(row -> new TypedTravel(from.get(row), to.get(row), zone.get(row)))
            .toList());
  }

  /// Returns the country and region, as `shown` names them.
  String place() {
    return country + "/" + regionOfCountry();
  }

  /// Returns the region; empty if it is another country's, as after another one was chosen.
  String regionOfCountry() {
    boolean same = shown.isEmpty() || shown.startsWith(country + "/");
    return same ? region : "";
  }

  /// Returns whether the form listed the holidays of the place that is chosen.
  boolean listsIts() {
    return shown.equals(place());
  }

  /// Returns the same with a further row of travel.
  public AwayForm withTravel() {
    return travel.size() >= MOST_TRAVEL
        ? this
        : with(Stream.concat(travel.stream(), Stream.of(new TypedTravel("", "", ""))).toList());
  }

  /// Returns the same without a row of travel.
  public AwayForm withoutTravel(int row) {
    List<TypedTravel> others = new ArrayList<>(travel);
    if (row >= 0 && row < others.size()) {
      others.remove(row);
    }
    return with(List.copyOf(others));
  }

  private AwayForm with(List<TypedTravel> others) {
    return new AwayForm(country, region, shown, listed, closed, others);
  }

  /// Returns whether a holiday is ticked in the form; null if the form did not list it.
  @Nullable Boolean ticked(String id) {
    return (listsIts() && listed.contains(id)) ? closed.contains(id) : null;
  }
}
