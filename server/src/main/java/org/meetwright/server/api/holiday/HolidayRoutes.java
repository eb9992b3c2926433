package org.meetwright.server.api.holiday;

import static org.meetwright.core.value.InvalidValueException.shown;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.meetwright.core.holiday.Holidays;
import org.meetwright.core.host.Host;
import org.meetwright.core.schedule.PublicHolidays;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.Path;
import org.meetwright.server.api.exchange.Query;
import org.meetwright.server.api.exchange.Times;
import org.meetwright.server.api.model.holiday.ApiPlace;

/// The public holidays that a schedule can be closed on.
public final class HolidayRoutes implements HttpService {
  private final InstantSource clock;
  private final Authentication authentication;

  /// Creates the routes.
  public HolidayRoutes(InstantSource clock, Authentication authentication) {
    this.clock = clock;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::countries).get("/{country}", this::ofCountry);
  }

  private void countries(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    Locale language = language(host, new Query(request));
    Json.send(
        response, new ApiPlace.Countries(HolidayTranslation.toApi(Holidays.countries(language))));
  }

  private void ofCountry(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    Query query = new Query(request);
    Locale language = language(host, query);
    PublicHolidays place =
        PublicHolidays.of(
            Path.text(request, "country"), query.optional("region").orElse(null), List.of());
    int year =
        query
            .optional("year")
            .map(HolidayRoutes::year)
            .orElseGet(() -> clock.instant().atZone(host.timeZone()).getYear());
    Json.send(response, HolidayTranslation.ofYear(place, year, language));
  }

  private static Locale language(Host host, Query query) {
    return query.optional("locale").map(tag -> Times.locale("locale", tag)).orElse(host.locale());
  }

  private static int year(String text) {
    if (!text.matches("[0-9]{1,4}")) {
      throw new InvalidValueException("year", "must be a year like 2026, not " + shown(text));
    }
    return Text.number("year", Integer.parseInt(text), Holidays.FIRST_YEAR, Holidays.LAST_YEAR);
  }
}
