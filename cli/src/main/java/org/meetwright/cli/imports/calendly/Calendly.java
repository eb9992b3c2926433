package org.meetwright.cli.imports.calendly;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.imports.Service;
import org.meetwright.cli.imports.SlotQuestion;
import org.meetwright.cli.imports.reading.Document;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.imports.reading.ServiceApi;
import org.meetwright.cli.imports.reading.Shape;

/// Calendly, API v2.
public final class Calendly implements Service {
  private static final String INVITEES = "/invitees";

  /// Creates it.
  public Calendly() {}

  @Override
  public String word() {
    return "calendly";
  }

  @Override
  public String address() {
    return "https://api.calendly.com";
  }

  @Override
  public List<Document> ask(ServiceApi api) {
    Document me = api.get("/users/me", Map.of());
    List<Document> all = new ArrayList<>(List.of(me));
    String uri = me.json().inside("resource").text("uri");
    String user = "user=" + ServiceApi.encoded(uri);
    all.addAll(pages(api, "/event_types?count=100&" + user));
    all.addAll(pages(api, "/user_availability_schedules?" + user));
    List<Document> events = pages(api, "/scheduled_events?count=100&" + user);
    all.addAll(events);
    for (Document page : events) {
      for (Shape event : page.json().list("collection")) {
        all.addAll(
            pages(api, "/scheduled_events/" + id(event.text("uri")) + INVITEES + "?count=100"));
      }
    }
    return all;
  }

  private static List<Document> pages(ServiceApi api, String path) {
    List<Document> pages = new ArrayList<>();
    String token = "";
    while (token != null) {
      String more = token.isEmpty() ? "" : "&page_token=" + ServiceApi.encoded(token);
      Document page = api.get(path + more, Map.of());
      pages.add(page);
      token = next(page.json());
    }
    return pages;
  }

  /// The token is sent to the address that was given, wherever the next page is said to be.
  private static @Nullable String next(Shape page) {
    Shape pagination = page.object("pagination").orElse(null);
    if (pagination == null || pagination.textOrNull("next_page") == null) {
      return null;
    }
    String token = pagination.textOrNull("next_page_token");
    String told = token != null ? token : parameter(pagination.text("next_page"));
    if (told.isEmpty()) {
      throw pagination.wrong("next_page", "an address with a page_token");
    }
    return told;
  }

  private static String parameter(String address) {
    return address.contains("page_token=")
        ? URLDecoder.decode(
            address.replaceFirst("^.*[?&]page_token=([^&]*).*$", "$1"), StandardCharsets.UTF_8)
        : "";
  }

  /// Returns the last part of an address.
  static String id(String uri) {
    return ServiceApi.encoded(uri.substring(uri.lastIndexOf('/') + 1));
  }

  /// A week at most is answered at once, and nothing that has begun.
  @Override
  public List<Document> slots(ServiceApi api, SlotQuestion question) {
    List<Document> all = new ArrayList<>();
    Instant from = question.begin();
    if (!from.isAfter(question.now())) {
      from = question.now().plus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.SECONDS);
    }
    while (from.isBefore(question.end())) {
      Instant week = from.plus(Duration.ofDays(7));
      Instant until = week.isBefore(question.end()) ? week : question.end();
      all.add(
          api.get(
              "/event_type_available_times?event_type="
                  + ServiceApi.encoded(question.id())
                  + "&start_time="
                  + from
                  + "&end_time="
                  + until,
              Map.of()));
      from = until;
    }
    return all;
  }

  @Override
  public void read(List<Document> documents, Gathering gathering) {
    CalendlyParts parts = CalendlyParts.of(documents);
    CalendlyHosts hosts = new CalendlyHosts(gathering);
    parts.users().forEach(hosts::read);
    CalendlyEventTypes eventTypes = new CalendlyEventTypes(gathering, hosts);
    parts.schedules().forEach(schedule -> new CalendlySchedules(gathering, hosts).read(schedule));
    parts.eventTypes().forEach(eventTypes::read);
    new CalendlyMeetings(gathering, hosts, eventTypes.names()).read(parts);
  }
}
