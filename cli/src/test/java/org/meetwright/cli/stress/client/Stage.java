package org.meetwright.cli.stress.client;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.meetwright.core.Core;
import org.meetwright.core.TestTokens;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseSettings;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts.NewHost;
import org.meetwright.core.host.Role;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import tools.jackson.databind.JsonNode;

/// Who can be booked for what: few hosts in far zones, few days, every kind of event type.
///
/// @param tokens of each host, by handle
public record Stage(Map<String, String> tokens, List<Offering> offerings) {
  private static final Map<String, String> ZONES =
      Map.of(
          "ada", "America/New_York",
          "ben", "Europe/Berlin",
          "cyd", "Asia/Kolkata",
          "dee", "UTC");

  /// An event type and the starts at which it can be had while nothing is booked.
  ///
  /// @param soon whether it can be had at any minute, the next one included, instead
  record Offering(String host, String slug, List<Instant> starts, boolean soon) {}

  /// Sets up an empty database: schema, hosts and their tokens.
  public static Map<String, String> addHosts(DatabaseSettings settings) {
    Map<String, String> tokens = new LinkedHashMap<>();
    Database database = Database.open(settings);
    database.migrations().migrate();
    try (Core core = Core.on(database, Clock.systemUTC())) {
      ZONES.forEach((handle, zone) -> tokens.put(handle, addHost(core, handle, zone)));
    }
    return tokens;
  }

  private static String addHost(Core core, String handle, String zone) {
    Host host =
        core.hosts()
            .add(
                new NewHost(
                    new Handle(handle),
                    handle,
                    new EmailAddress(handle + "@example.org"),
                    ZoneId.of(zone),
                    Locale.ENGLISH,
                    null,
                    // Admins put others into teams without asking.
                    Role.ADMIN));
    return TestTokens.create(core.access(), host.id(), "stress");
  }

  /// Sets everything else up through a server.
  public static Stage set(Api api, Map<String, String> tokens) {
    tokens.forEach((handle, token) -> open(api, token, handle.equals("dee")));
    team(api, tokens.get("ada"), "crew", "ada", "ben", "cyd");
    team(api, tokens.get("ada"), "pair", "ada", "ben");
    List<Offering> offerings = new ArrayList<>();
    Maker maker = new Maker(api, tokens, offerings);
    maker.add("ada", "ada", "buffered", 30, "bufferBeforeMinutes 10 bufferAfterMinutes 10", null);
    maker.add("ada", "ada", "asked", 45, "bufferAfterMinutes 15", "\"requiresApproval\": true");
    maker.add("ben", "ben", "limited", 20, "maxPerDay 4 maxPerWeek 9", null);
    maker.add("cyd", "cyd", "group", 60, "seats 4 maxPerDay 5", null);
    maker.add("cyd", "cyd", "class", 30, "seats 3", "\"requiresApproval\": true");
    maker.add("ada", "crew", "turn", 30, "maxPerDay 5 maxPerWeek 12", roundRobin());
    maker.add("ada", "crew", "course", 60, "seats 2 bufferBeforeMinutes 5", roundRobin());
    maker.add(
        "ada",
        "pair",
        "both",
        30,
        "bufferBeforeMinutes 5 bufferAfterMinutes 5",
        "\"assignment\": {\"kind\": \"collective\", \"team\": \"pair\"}");
    maker.add("dee", "dee", "quick", 1, "", null);
    return new Stage(tokens, offerings);
  }

  private static String roundRobin() {
    return "\"assignment\": {\"kind\": \"roundRobin\", \"team\": \"crew\"}";
  }

  private static void open(Api api, String token, boolean always) {
    JsonNode schedule = api.must("GET", "/api/v1/schedules", token, "").path("schedules").path(0);
    List<String> hours = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      hours.add(
          "{\"day\": \"%s\", \"start\": \"%s\", \"end\": \"%s\"}"
              .formatted(day, always ? "00:00" : "08:00", always ? "24:00" : "20:00"));
    }
    api.must(
        "PUT",
        "/api/v1/schedules/" + schedule.path("id").asString(),
        token,
        "{\"name\": \"Open\", \"timeZone\": \"%s\", \"isDefault\": true, \"weeklyHours\": %s}"
            .formatted(schedule.path("timeZone").asString(), hours));
  }

  private static void team(Api api, String token, String handle, String... members) {
    List<String> written = new ArrayList<>();
    for (String member : members) {
      written.add("{\"handle\": \"%s\"}".formatted(member));
    }
    api.must(
        "POST",
        "/api/v1/teams",
        token,
        "{\"handle\": \"%s\", \"name\": \"Team\", \"members\": %s}".formatted(handle, written));
  }

  /// Adds event types and looks at which starts they offer.
  private record Maker(Api api, Map<String, String> tokens, List<Offering> offerings) {
    private static final int FIRST_DAY = 2;
    private static final int LAST_DAY = 4;

    /// Adds an event type.
    ///
    /// @param owner who makes it
    /// @param page under whose handle it stands
    /// @param numbers keys and their numbers, with spaces between them
    /// @param more another key with its value; null for none
    void add(String owner, String page, String slug, int minutes, String numbers, String more) {
      boolean soon = slug.equals("quick");
      api.must(
          "POST",
          "/api/v1/event-types",
          tokens.get(owner),
          """
          {"slug": "%s", "name": "%s", "durationMinutes": %d, "reminderMinutes": [10080, 1440, 60]%s%s%s}
          """
              .formatted(
                  slug,
                  slug,
                  minutes,
                  soon ? "" : ", \"minimumNoticeMinutes\": 120",
                  numbers.replaceAll("(\\S+) (\\d+) ?", ", \"$1\": $2"),
                  more == null ? "" : ", " + more));
      offerings.add(new Offering(page, slug, soon ? List.of() : starts(page, slug), soon));
    }

    private List<Instant> starts(String page, String slug) {
      LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
      JsonNode slots =
          api.must(
                  "GET",
                  "/api/v1/hosts/%s/event-types/%s/slots?from=%s&to=%s&zone=UTC"
                      .formatted(page, slug, today.plusDays(FIRST_DAY), today.plusDays(LAST_DAY)),
                  "",
                  "")
              .path("slots");
      List<Instant> starts = new ArrayList<>();
      slots.forEach(
          slot -> starts.add(OffsetDateTime.parse(slot.path("start").asString()).toInstant()));
      return starts;
    }
  }
}
