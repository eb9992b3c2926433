package org.meetwright.cli.imports.acuity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.meetwright.cli.imports.Service;
import org.meetwright.cli.imports.SlotQuestion;
import org.meetwright.cli.imports.reading.Document;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.imports.reading.ServiceApi;
import org.meetwright.cli.imports.reading.Shape;
import org.meetwright.cli.program.Failure;

/// Acuity Scheduling, API v1.
public final class Acuity implements Service {
  private static final int PAGE = 100;
  private static final String FIRST_DATE = "2000-01-01";

  /// Creates it.
  public Acuity() {}

  @Override
  public String word() {
    return "acuity";
  }

  @Override
  public String address() {
    return "https://acuityscheduling.com/api/v1";
  }

  /// A token with a colon is a user id and an API key.
  @Override
  public Map<String, String> login(String token) {
    return Map.of(
        "Authorization",
        token.contains(":")
            ? "Basic " + Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8))
            : "Bearer " + token);
  }

  @Override
  public List<Document> ask(ServiceApi api) {
    List<Document> all = new ArrayList<>();
    all.add(api.get("/calendars", Map.of()));
    all.add(api.get("/appointment-types", Map.of()));
    all.addAll(appointments(api, "false"));
    all.addAll(appointments(api, "true"));
    return all;
  }

  /// There are no pages: each request begins with the last date of the one before.
  private static List<Document> appointments(ServiceApi api, String canceled) {
    List<Document> pages = new ArrayList<>();
    String from = FIRST_DATE;
    while (true) {
      Document page =
          api.get(
              "/appointments?direction=ASC&max="
                  + PAGE
                  + "&canceled="
                  + canceled
                  + "&minDate="
                  + from,
              Map.of());
      pages.add(page);
      List<Shape> all = page.json().elements();
      if (all.size() < PAGE) {
        return pages;
      }
      String last = all.getLast().text("datetime").replaceFirst("T.*", "");
      if (last.equals(from)) {
        throw new Failure(
            "Acuity has more than "
                + PAGE
                + " appointments on "
                + from
                + ". Nothing was imported; import files.");
      }
      from = last;
    }
  }

  @Override
  public List<Document> slots(ServiceApi api, SlotQuestion question) {
    List<String> ids = List.of(question.id().split("/", -1));
    return question.dates().stream()
        .map(
            date ->
                api.get(
                    "/availability/times?appointmentTypeID="
                        + ids.getLast()
                        + "&calendarID="
                        + ids.getFirst()
                        + "&date="
                        + date,
                    Map.of()))
        .toList();
  }

  @Override
  public void read(List<Document> documents, Gathering gathering) {
    Map<String, Shape> calendars = new LinkedHashMap<>();
    Map<String, Shape> types = new LinkedHashMap<>();
    Map<String, Shape> appointments = new LinkedHashMap<>();
    for (Document document : documents) {
      for (Shape thing : document.json().elements()) {
        String id = thing.text("id");
        if (thing.has("datetime")) {
          appointments.put(id, thing);
        } else if (thing.has("duration")) {
          types.put(id, thing);
        } else if (thing.has("timezone")) {
          calendars.put(id, thing);
        } else {
          throw thing.wrong("", "a calendar, appointment type or appointment of Acuity");
        }
      }
    }
    AcuityCalendars hosts = new AcuityCalendars(gathering, calendars, types);
    hosts.read();
    AcuityAppointments read = new AcuityAppointments(gathering, hosts);
    appointments.values().forEach(read::read);
  }
}
