package org.meetwright.server.api.problem;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.UUID;
import org.meetwright.core.host.Host;
import org.meetwright.core.news.NewsKind.Subject;
import org.meetwright.core.problem.Problem;
import org.meetwright.core.problem.Problems;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.model.news.ApiEvent;
import org.meetwright.server.api.model.news.ApiHostProblem;

/// What does not work for a host, and what he can do about it.
public final class ProblemRoutes implements HttpService {
  private final Problems problems;
  private final Authentication authentication;

  /// Creates the routes.
  public ProblemRoutes(Problems problems, Authentication authentication) {
    this.problems = problems;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::list);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    Json.send(
        response,
        new ApiHostProblem.Listing(
            problems.of(host.id()).stream().map(ProblemRoutes::told).toList()));
  }

  private static ApiHostProblem told(Problem problem) {
    Subject subject = problem.code().subject();
    return new ApiHostProblem(
        problem.code().word(),
        message(problem),
        problem.since(),
        action(problem),
        new ApiEvent.Subject(subject.word(), problem.subjectId()));
  }

  private static String message(Problem problem) {
    String detail = problem.detail();
    UUID id = problem.subjectId();
    return switch (problem.code()) {
      case WEBHOOK_OFF -> "The webhook " + detail + " was switched off, or fails and is off.";
      case WEBHOOK_FAILING -> "No event reaches the webhook " + detail + ".";
      case MESSAGE_GIVEN_UP ->
          "A message (" + detail + ") about the booking " + id + " could not be sent.";
      case MESSAGE_DELAYED ->
          "A message (" + detail + ") about the booking " + id + " has failed several times.";
      case MAIL_REFUSED -> "A mail to the " + detail + " about the booking " + id + " was refused.";
      case CALENDAR_SIGN_IN ->
          "The service of the calendar account " + detail + " no longer accepts the password.";
      case CALENDAR_FAILING ->
          "The calendar account " + detail + " cannot be read; what is known of it stays taken.";
      case CALENDAR_DOUBTED ->
          "So many events have vanished at once from the calendar "
              + detail
              + " that their times stay taken until you say that they are gone.";
      case CALENDAR_EVENTS_LEFT ->
          "A calendar account that you disconnected did not delete the events of your meetings to"
              + " come; they may still stand there.";
      case CALENDAR_EVENT_CHANGED ->
          "The event of the booking "
              + id
              + " was moved or deleted in the calendar "
              + detail
              + ".";
      case CALENDAR_NOT_WRITTEN ->
          "The booking " + id + " could not be written into the calendar " + detail + ".";
      case CALENDAR_COLLISION ->
          "The calendar " + detail + " has something else at the time of the booking " + id + ".";
    };
  }

  private static String action(Problem problem) {
    return switch (problem.code()) {
      case WEBHOOK_OFF ->
          "Repair the receiver, then switch the webhook on; GET /api/v1/webhooks/"
              + problem.subjectId()
              + "/deliveries says why the last attempts failed.";
      case WEBHOOK_FAILING ->
          "Look at GET /api/v1/webhooks/"
              + problem.subjectId()
              + "/deliveries; after five days of failures it is switched off.";
      case MESSAGE_GIVEN_UP ->
          "Tell the admin, who finds it with meetwright outbox; or tell the invitee yourself.";
      case MESSAGE_DELAYED -> "It is tried again; tell the admin if it stays so.";
      case MAIL_REFUSED ->
          "Look whether the address in the booking is right, or tell them in another way.";
      case CALENDAR_SIGN_IN -> "Give the account its new password; it is tested at once.";
      case CALENDAR_FAILING ->
          "It is tried again at least every hour; look whether the service works elsewhere.";
      case CALENDAR_DOUBTED ->
          "Look at the calendar at its service. If the events are really gone, say so; if not, they"
              + " come back with the next reading.";
      case CALENDAR_EVENTS_LEFT ->
          "Delete them there yourself; nothing changes them any more. This is told for a week.";
      case CALENDAR_EVENT_CHANGED ->
          "Choose what follows: GET /api/v1/calendar-problems tells what there is to choose.";
      case CALENDAR_NOT_WRITTEN ->
          "Look whether the calendar can be written and the account still works; GET"
              + " /api/v1/calendar-problems says why it failed last.";
      case CALENDAR_COLLISION ->
          "Move one of the two, or cancel the booking; GET /api/v1/calendar-problems says when the"
              + " other is.";
    };
  }
}
