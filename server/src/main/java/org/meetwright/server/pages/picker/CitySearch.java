package org.meetwright.server.pages.picker;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.text.Cities;
import org.meetwright.server.text.ZoneNames;

/// The search for the time zone of a city.
///
/// @param typed what was looked for; null if nothing was
public record CitySearch(@Nullable String typed, List<Match> matches) {
  /// How long the name of a city may be as it is typed, in characters.
  public static final int LONGEST = 100;

  /// A city that was found.
  ///
  /// @param zone its time zone and the offset
  /// @param href the same page in that zone
  public record Match(String city, String zone, String href) {}

  static CitySearch of(@Nullable String typed, Choice here, String path, Instant now) {
    if (typed == null) {
      return new CitySearch(null, List.of());
    }
    List<Match> matches =
        Cities.find(typed).stream()
            .map(
                city ->
                    new Match(
                        city.name(),
                        ZoneNames.full(ZoneId.of(city.zone()), now),
                        here.withZone(ZoneId.of(city.zone())).saying("keep", "zone").on(path)))
            .toList();
    return new CitySearch(typed, matches);
  }

  /// Returns whether something was looked for in vain.
  public boolean inVain() {
    return typed != null && matches.isEmpty();
  }
}
