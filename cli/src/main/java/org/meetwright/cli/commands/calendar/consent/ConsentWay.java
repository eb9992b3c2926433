package org.meetwright.cli.commands.calendar.consent;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.calendar.consent.CalendarConsents;
import org.meetwright.core.calendar.consent.CalendarConsents.Answer;
import org.meetwright.core.calendar.consent.CalendarConsents.Begun;
import org.meetwright.core.calendar.consent.CalendarConsents.Traveller;
import org.meetwright.core.calendar.consent.ConsentOutcome;
import org.meetwright.core.calendar.remote.ProviderKind;

/// Sends whoever runs a command to a consent page, and waits for the browser to come back. The
/// database is not held open meanwhile: others may need it.
public final class ConsentWay {
  private final Program program;
  private final String handle;

  /// Creates it.
  ///
  /// @param handle whose calendars they are
  public ConsentWay(Program program, String handle) {
    this.program = program;
    this.handle = handle;
  }

  /// Goes it.
  ///
  /// @param port where the browser comes back to; 0 for any
  /// @throws Failure if nothing was connected
  public ConsentOutcome.Connected go(ProviderKind kind, int port) {
    try (LoopbackListener listener = LoopbackListener.on(port)) {
      String session = Secrets.next();
      Traveller traveller;
      Begun begun;
      try (Core core = program.open(program.settings())) {
        traveller = new Traveller(Lookup.host(core.hosts(), handle).id(), session);
        begun =
            core.calendarConsents()
                .begin(traveller, kind, listener.address(), null)
                .orElseThrow(() -> new Failure("There is no such account."));
      }
      program.terminal().say("Open this page in a browser on this machine, and allow it:");
      program.terminal().say(begun.page().toString());
      Optional<Answer> answer = listener.await(begun.state(), CalendarConsents.LASTS);
      return end(
          traveller,
          answer.orElseThrow(
              () ->
                  new Failure(
                      "Nothing was connected: nobody came back within "
                          + Duration.ofMinutes(10).toMinutes()
                          + " minutes. Begin again.")));
    } catch (IOException failed) {
      throw new Failure(
          "Nothing was connected: the port can't be listened on ("
              + failed.getMessage()
              + "). Choose another one with --port.");
    }
  }

  private ConsentOutcome.Connected end(Traveller traveller, Answer answer) {
    try (Core core = program.open(program.settings())) {
      return switch (core.calendarConsents().end(traveller, answer)) {
        case ConsentOutcome.Connected connected -> connected;
        case ConsentOutcome.Declined() ->
            throw new Failure("Nothing was connected: it was not allowed on the service's page.");
        case ConsentOutcome.Unknown() ->
            throw new Failure("Nothing was connected: it took too long. Begin again.");
        case ConsentOutcome.Refused(_, var message) ->
            throw new Failure("Nothing was connected: " + message);
        case ConsentOutcome.TooMany(int most) ->
            throw new Failure(
                handle
                    + " has "
                    + most
                    + " calendar accounts; remove one first: meetwright calendar remove ID");
        case ConsentOutcome.TooManyTries(var retryAfter) ->
            throw new Failure(
                "Nothing was connected: calendar services were asked too often. Try again in "
                    + (retryAfter.toMinutes() + 1)
                    + " minutes.");
      };
    }
  }
}
