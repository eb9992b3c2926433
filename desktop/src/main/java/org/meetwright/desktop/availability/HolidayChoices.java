package org.meetwright.desktop.availability;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.meetwright.desktop.form.Form;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.task.Refresh;
import org.meetwright.desktop.task.Task;
import org.meetwright.server.api.model.holiday.ApiHolidays;
import org.meetwright.server.api.model.holiday.ApiPlace;

/// Loads which public holidays can be chosen.
public final class HolidayChoices {
  private final Session session;
  private final Dates dates;
  private final Refresh<Loaded> refresh;
  private final ReadOnlyObjectWrapper<Map<String, String>> countries =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<Map<String, String>> regions =
      new ReadOnlyObjectWrapper<>(Map.of());

  private record Loaded(ApiHolidays first, ApiHolidays second) {}

  HolidayChoices(Session session, Dates dates) {
    this.session = session;
    this.dates = dates;
    this.refresh = new Refresh<>(session.work(), "", this::task, this::show, why -> {});
    Form form = dates.form();
    form.text("country")
        .addListener(
            (any, before, now) -> {
              form.text("region").set("");
              look();
            });
    form.text("region").addListener(any -> look());
  }

  /// Returns the names of countries by code; empty until they are loaded.
  public ReadOnlyObjectProperty<Map<String, String>> countriesProperty() {
    return countries.getReadOnlyProperty();
  }

  /// Returns the names of the country's regions by code; empty if it has none.
  public ReadOnlyObjectProperty<Map<String, String>> regionsProperty() {
    return regions.getReadOnlyProperty();
  }

  void load() {
    if (countries.get().isEmpty()) {
      var _ =
          session
              .work()
              .run(
                  "",
                  job ->
                      session.client().schedules().listHolidayCountries(session.words().language()),
                  all -> countries.set(named(all)),
                  why -> {});
    }
  }

  private static Map<String, String> named(Iterable<ApiPlace> places) {
    Map<String, String> names = new LinkedHashMap<>();
    places.forEach(place -> names.put(place.code(), place.name()));
    return names;
  }

  void look() {
    if (dates.form().value("country").isEmpty()) {
      dates.holidays().clear();
      regions.set(Map.of());
    } else {
      refresh.ask();
    }
  }

  private Task<Loaded> task() {
    String country = dates.form().value("country");
    String region = dates.form().valueOrNull("region");
    int year = session.today().getYear();
    String language = session.words().language();
    return job ->
        new Loaded(
            session.client().schedules().getHolidays(country, region, year, language),
            session.client().schedules().getHolidays(country, region, year + 1, language));
  }

  private void show(Loaded loaded) {
    if (!loaded.first().country().equals(dates.form().value("country"))) {
      return;
    }
    regions.set(named(loaded.first().regions()));
    dates
        .holidays()
        .setAll(
            Stream.concat(loaded.first().holidays().stream(), loaded.second().holidays().stream())
                .filter(one -> !one.date().isBefore(session.today()))
                .map(one -> new Dates.Holiday(one.id(), one.date(), one.name()))
                .toList());
  }
}
