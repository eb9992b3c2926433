package org.meetwright.cli.imports.easyappointments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.meetwright.cli.imports.Service;
import org.meetwright.cli.imports.SlotQuestion;
import org.meetwright.cli.imports.reading.Document;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.imports.reading.ServiceApi;
import org.meetwright.cli.imports.reading.Shape;
import org.meetwright.core.imports.ImportReport.ItemKind;

/// Easy!Appointments, API v1, at the address of each installation.
public final class EasyAppointments implements Service {
  private static final int PAGE = 100;

  /// Creates it.
  public EasyAppointments() {}

  @Override
  public String word() {
    return "easyappointments";
  }

  @Override
  public String address() {
    return "";
  }

  @Override
  public List<Document> ask(ServiceApi api) {
    List<Document> all = new ArrayList<>();
    for (String what : List.of("providers", "services", "customers", "appointments")) {
      int number = 1;
      Document page;
      do {
        page =
            api.get(
                "/index.php/api/v1/" + what + "?length=" + PAGE + "&page=" + number++, Map.of());
        all.add(page);
      } while (page.json().elements().size() >= PAGE);
    }
    return all;
  }

  /// A date is answered with its times alone.
  @Override
  public List<Document> slots(ServiceApi api, SlotQuestion question) {
    List<String> ids = List.of(question.id().split("/", -1));
    return question.dates().stream()
        .map(
            date -> {
              Document times =
                  api.get(
                      "/index.php/api/v1/availabilities?providerId="
                          + ids.getFirst()
                          + "&serviceId="
                          + ids.getLast()
                          + "&date="
                          + date,
                      Map.of());
              return new Document(times.name(), "{\"" + date + "\": " + times.text() + "}");
            })
        .toList();
  }

  @Override
  public void read(List<Document> documents, Gathering gathering) {
    Map<String, Shape> providers = new LinkedHashMap<>();
    Map<String, Shape> services = new LinkedHashMap<>();
    Map<String, Shape> customers = new LinkedHashMap<>();
    Map<String, Shape> appointments = new LinkedHashMap<>();
    for (Document document : documents) {
      for (Shape thing : document.json().elements()) {
        String id = thing.text("id");
        if (thing.has("customerId")) {
          appointments.put(id, thing);
        } else if (thing.has("settings") && thing.has("services")) {
          providers.put(id, thing);
        } else if (thing.has("attendantsNumber") || thing.has("duration")) {
          services.put(id, thing);
        } else if (thing.has("firstName") || thing.has("lastName")) {
          customers.put(id, thing);
        } else if (thing.has("providerId")) {
          gathering.leftOut(
              ItemKind.BOOKING,
              thing.textOr("start", id),
              "is an unavailability without a customer; enter it as an absence: meetwright schedule"
                  + " absence");
        } else {
          throw thing.wrong(
              "", "a provider, service, customer or appointment of Easy!Appointments");
        }
      }
    }
    EasyProviders hosts = new EasyProviders(gathering, services);
    providers.values().forEach(hosts::read);
    EasyAppointmentsRead read = new EasyAppointmentsRead(gathering, hosts, services, customers);
    appointments.values().forEach(read::read);
  }
}
