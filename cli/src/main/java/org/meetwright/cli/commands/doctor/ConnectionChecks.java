package org.meetwright.cli.commands.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.account.CalendarConnections;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.webhook.Webhook;
import org.meetwright.core.webhook.Webhooks;
import org.meetwright.server.outgoing.Targets;

/// What hosts have connected: where webhooks go, and their calendars. Nothing is sent there.
final class ConnectionChecks {
  private static final int MILLIS = 3_000;
  private static final int MOST = 50;

  private final Hosts hosts;
  private final Webhooks webhooks;
  private final CalendarConnections calendars;
  private final Targets targets;

  ConnectionChecks(Hosts hosts, Webhooks webhooks, CalendarConnections calendars, Targets targets) {
    this.hosts = hosts;
    this.webhooks = webhooks;
    this.calendars = calendars;
    this.targets = targets;
  }

  List<Finding> webhooks() {
    Map<String, HttpUrl> places = new TreeMap<>();
    for (Host host : hosts.list()) {
      for (Webhook webhook : webhooks.list(host.id())) {
        if (webhook.active()) {
          places.putIfAbsent(place(webhook.url().uri()), webhook.url());
        }
      }
    }
    if (places.isEmpty()) {
      return List.of(Finding.ok("webhooks", "There are none."));
    }
    List<Check.Running> running =
        places.entrySet().stream()
            .limit(MOST)
            .map(
                each ->
                    new Check("webhook", () -> List.of(target(each.getKey(), each.getValue())))
                        .start())
            .toList();
    List<Finding> found = new ArrayList<>();
    running.forEach(each -> found.addAll(each.findings()));
    if (places.size() > MOST) {
      found.add(
          Finding.warning("webhooks", (places.size() - MOST) + " more places were not tried."));
    }
    return found;
  }

  private Finding target(String place, HttpUrl url) {
    URI uri = url.uri();
    try (Socket socket = new Socket()) {
      targets.check(url);
      socket.connect(new InetSocketAddress(url.host(), port(uri)), MILLIS);
      return Finding.ok("webhook", place + " can be connected to.");
    } catch (InvalidValueException refused) {
      return Finding.warning("webhook", place + " " + refused.getMessage() + ".");
    } catch (IOException failed) {
      return Finding.warning(
          "webhook",
          place
              + " cannot be connected to ("
              + failed.getMessage()
              + "); tell the host, or see: meetwright webhook list");
    }
  }

  private static String place(URI uri) {
    return uri.getHost() + ":" + port(uri);
  }

  private static int port(URI uri) {
    int usual = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    return uri.getPort() < 0 ? usual : uri.getPort();
  }

  List<Finding> calendars() {
    List<Finding> found = new ArrayList<>();
    int accounts = 0;
    for (Host host : hosts.list()) {
      for (CalendarConnection account : calendars.list(host.id())) {
        accounts++;
        if (account.error() != null && found.size() < MOST) {
          found.add(
              Finding.warning(
                  "calendar",
                  account.name()
                      + " of "
                      + host.handle()
                      + " is "
                      + account.state().word()
                      + ": "
                      + account.error()
                      + "; see: meetwright calendar list "
                      + host.handle()));
        }
      }
    }
    return found.isEmpty()
        ? List.of(Finding.ok("calendars", accounts + " accounts, none with a problem."))
        : found;
  }
}
