package org.meetwright.desktop.today;

import java.net.URI;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.news.ApiHostProblem;

/// Something that does not work for the host.
///
/// @param message what is wrong
/// @param action what the host can do
/// @param since when it began, in words
/// @param page where that is done
public record HostProblem(String message, String action, String since, URI page) {
  static HostProblem of(ApiHostProblem problem, URI server, Words words) {
    String kind = problem.subject().kind();
    String room =
        kind.startsWith("webhook")
            ? "/webhooks"
            : kind.startsWith("calendar")
                ? "/calendars"
                : kind.equals("booking") ? "/bookings/" + problem.subject().id() : "";
    return new HostProblem(
        problem.message(),
        problem.action(),
        words.get(
            "today.since",
            words.shortDay(words.date(problem.since())) + ", " + words.time(problem.since())),
        URI.create(server + "/account" + room));
  }
}
