package org.meetwright.server.api.calendar;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.desk.ChangeOutcome;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarChoices;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.Doubt;
import org.meetwright.core.calendar.account.CalendarConnections;
import org.meetwright.core.calendar.meeting.CalendarProblems;
import org.meetwright.core.calendar.meeting.CalendarProblems.CalendarProblem;
import org.meetwright.core.calendar.meeting.CalendarProblems.Choice;
import org.meetwright.core.calendar.meeting.CalendarProblems.Outcome;
import org.meetwright.core.host.Host;
import org.meetwright.core.time.Interval;
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
  private static final String BELIEVE = "believe";

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
    List<ApiCalendarProblem> told = new ArrayList<>();
    for (CalendarConnection connection : connections.list(host.id())) {
      connections.calendars(host.id(), connection.id()).stream()
          .flatMap(List::stream)
          .filter(calendar -> calendar.progress().doubt() == Doubt.TOLD)
          .map(CalendarProblemRoutes::vanished)
          .forEach(told::add);
    }
    problems.of(host.id()).stream().map(CalendarProblemRoutes::toApi).forEach(told::add);
    Json.send(response, new ApiCalendarProblem.Listing(told));
  }

  private static ApiCalendarProblem vanished(Calendar calendar) {
    return new ApiCalendarProblem(
        calendar.id(),
        "vanished",
        null,
        calendar.remote().name(),
        null,
        null,
        null,
        null,
        List.of(BELIEVE));
  }

  private static ApiCalendarProblem toApi(CalendarProblem problem) {
    @Nullable Interval there = problem.there();
    return new ApiCalendarProblem(
        problem.id(),
        problem.kind().word(),
        problem.since(),
        problem.calendar(),
        problem.booking().id(),
        there == null ? null : there.startInclusive(),
        there == null ? null : there.endExclusive(),
        problem.error(),
        problem.choices().stream().map(Choice::word).toList());
  }

  private void choose(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    UUID id = Path.id(request);
    String choice = Json.body(request).only(ApiCalendarProblem.ChoiceRequest.class).text("choice");
    if (choice.equals(BELIEVE)) {
      if (!choices.believe(host.id(), id)) {
        throw missing(id);
      }
    } else {
      switch (problems.choose(host.id(), id, Choice.of(choice))) {
        case Outcome.Done() -> {
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
