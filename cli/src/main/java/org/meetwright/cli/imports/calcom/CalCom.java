package org.meetwright.cli.imports.calcom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.meetwright.cli.imports.Service;
import org.meetwright.cli.imports.SlotQuestion;
import org.meetwright.cli.imports.reading.Document;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.imports.reading.ServiceApi;
import org.meetwright.cli.imports.reading.Shape;
import org.meetwright.cli.program.Failure;

/// Cal.com, API v2, at its own address or elsewhere.
public final class CalCom implements Service {
  private static final int PAGE = 100;
  private static final String VERSION = "cal-api-version";

  /// Creates it.
  public CalCom() {}

  @Override
  public String word() {
    return "calcom";
  }

  @Override
  public String address() {
    return "https://api.cal.com";
  }

  @Override
  public List<Document> ask(ServiceApi api) {
    Document me = api.get("/v2/me", Map.of());
    String username = me.json().inside("data").text("username");
    List<Document> all = new ArrayList<>(List.of(me));
    all.add(api.get("/v2/schedules", Map.of(VERSION, "2024-06-11")));
    all.add(
        api.get(
            "/v2/event-types?username=" + ServiceApi.encoded(username),
            Map.of(VERSION, "2024-06-14")));
    int skip = 0;
    int found;
    Document page;
    do {
      page = api.get("/v2/bookings?take=" + PAGE + "&skip=" + skip, Map.of(VERSION, "2024-08-13"));
      all.add(page);
      found = page.json().list("data").size();
      skip += found;
    } while (found >= PAGE || (found > 0 && saysThereAreMore(page)));
    return all;
  }

  /// One that answers less than was asked for says so.
  private static boolean saysThereAreMore(Document page) {
    return page.json().object("pagination").map(told -> told.flag("hasNextPage")).orElse(false);
  }

  @Override
  public List<Document> slots(ServiceApi api, SlotQuestion question) {
    return List.of(
        api.get(
            "/v2/slots?eventTypeId="
                + ServiceApi.encoded(question.id())
                + "&start="
                + question.from()
                + "&end="
                + question.to()
                + "&timeZone="
                + ServiceApi.encoded(question.zone().getId()),
            Map.of(VERSION, "2024-09-04")));
  }

  @Override
  public void read(List<Document> documents, Gathering gathering) {
    List<Shape> users = new ArrayList<>();
    List<Shape> schedules = new ArrayList<>();
    List<Shape> eventTypes = new ArrayList<>();
    List<Shape> bookings = new ArrayList<>();
    for (Shape thing : things(documents)) {
      if (thing.has("attendees")) {
        bookings.add(thing);
      } else if (thing.has("lengthInMinutes")) {
        eventTypes.add(thing);
      } else if (thing.has("availability")) {
        schedules.add(thing);
      } else if (thing.has("username")) {
        users.add(thing);
      } else {
        throw thing.wrong("", "a user, schedule, event type or booking of Cal.com");
      }
    }
    CalComHosts hosts = new CalComHosts(gathering);
    users.forEach(hosts::read);
    schedules.forEach(new CalComSchedules(gathering, hosts)::read);
    CalComEventTypes types = new CalComEventTypes(gathering, hosts);
    eventTypes.forEach(types::read);
    CalComBookings meetings = new CalComBookings(gathering, hosts, types.asked());
    bookings.forEach(meetings::read);
  }

  private static List<Shape> things(List<Document> documents) {
    List<Shape> things = new ArrayList<>();
    for (Document document : documents) {
      Shape all = document.json();
      if (all.node().isArray()) {
        things.addAll(all.elements());
      } else if (all.has("data")) {
        Shape data = all.part("data").orElseThrow();
        things.addAll(data.node().isArray() ? data.elements() : List.of(data));
      } else {
        throw new Failure(
            document.name()
                + " is no answer of Cal.com: it has no data. Nothing was imported; docs/import.md"
                + " says what is read.");
      }
    }
    return things;
  }
}
