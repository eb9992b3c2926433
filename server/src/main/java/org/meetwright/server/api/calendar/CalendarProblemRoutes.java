package org.meetwright.server.api.calendar;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.UUID;
import org.meetwright.core.booking.desk.ChangeOutcome;
import org.meetwright.core.calendar.CalendarChoices;
import org.meetwright.core.calendar.account.CalendarConnections;
import org.meetwright.core.calendar.meeting.CalendarProblems;
import org.meetwright.core.calendar.meeting.CalendarProblems.Choice;
import org.meetwright.core.calendar.meeting.CalendarProblems.Outcome;
import org.meetwright.core.host.Host;
import org.meetwright.server.api.booking.BookingAnswers;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.Path;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.model.calendar.ApiCalendarProblem;

/// What a host has to decide about his calendars: he moved or deleted a meeting's event there, it
/// could not be written, something else is at its time, or so much has vanished at once that it is
/// not believed.
public final class CalendarProblemRoutes implements HttpService {
  private final CalendarProblems problems;
  private final CalendarConnections connections;
  private final CalendarChoices choices;
  private final Authentication authentication;

  /// Creates the routes.
  public CalendarProblemRoutes(
      CalendarProblems problems,
      CalendarConnections connections,
      CalendarChoices choices,
      Authentication authentication) {
    this.problems = problems;
    this.connections = connections;
    this.choices = choices;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::list).post("/{id}", this::choose);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    Json.send(
        response,
        new ApiCalendarProblem.Listing(
            CalendarTranslation.toApi(host.id(), connections, problems)));
  }

  private void choose(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    UUID id = Path.id(request);
    String choice = Json.body(request).only(ApiCalendarProblem.ChoiceRequest.class).text("choice");
    if (choice.equals(CalendarTranslation.BELIEVE)) {
      if (!choices.believe(host.id(), id)) {
        throw missing(id);
      }
    } else {
      switch (problems.choose(host.id(), id, Choice.of(choice))) {
        case Outcome.Settled() -> {
          // Said below.
        }
        case Outcome.NotFound() -> throw missing(id);
        case Outcome.Refused(ChangeOutcome why) -> BookingAnswers.changed(why);
      }
    }
    response.status(Status.NO_CONTENT_204).send();
  }

  private static ProblemException missing(UUID id) {
    return ProblemException.notFound("calendar problem", id.toString());
  }
}
