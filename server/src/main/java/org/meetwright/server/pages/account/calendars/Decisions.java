package org.meetwright.server.pages.account.calendars;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Caller;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarChoices;
import org.meetwright.core.calendar.Doubt;
import org.meetwright.core.calendar.meeting.CalendarProblems;
import org.meetwright.core.calendar.meeting.CalendarProblems.CalendarProblem;
import org.meetwright.core.calendar.meeting.CalendarProblems.Choice;
import org.meetwright.core.calendar.meeting.CalendarProblems.Outcome;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.time.Interval;
import org.meetwright.server.pages.account.calendars.CalendarsView.Problem;
import org.meetwright.server.pages.account.eventtype.EventTypeView.Option;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.text.Texts;

/// What a host has to decide about his calendars.
public final class Decisions {
  private static final String BELIEVE = "believe";

  private final CalendarChoices choices;
  private final CalendarProblems problems;

  /// Creates it.
  public Decisions(CalendarChoices choices, CalendarProblems problems) {
    this.choices = choices;
    this.problems = problems;
  }

  List<Problem> of(AccountRequest asked, Caller caller, List<Calendar> calendars) {
    List<Problem> all = new ArrayList<>();
    for (Calendar calendar : calendars) {
      if (calendar.progress().doubt() == Doubt.TOLD) {
        all.add(vanished(asked.words(), calendar));
      }
    }
    problems.of(caller.host().id()).forEach(one -> all.add(told(asked, caller, one)));
    return all;
  }

  private static Problem vanished(Texts words, Calendar calendar) {
    return new Problem(
        calendar.id().toString(),
        words.get("calendar.problem.vanished", apart(calendar.remote().name())),
        words.get("calendar.problem.vanishedHint"),
        List.of(new Option(BELIEVE, words.get("calendar.choice.believe"))));
  }

  private static Problem told(AccountRequest asked, Caller caller, CalendarProblem problem) {
    Texts words = asked.words();
    TimeFormats formats = asked.formats(caller);
    Booking booking = problem.booking();
    String what = apart(booking.invitee().name()) + ", " + formats.fullDateAndTime(booking.start());
    String text =
        words.get(
            "calendar.problem." + problem.kind().word(),
            what,
            apart(problem.calendar()),
            moved(formats, problem.there()));
    @Nullable String detail =
        switch (problem.kind()) {
          case NOT_WRITTEN -> words.get(ConnectForm.fault(FaultCode.stored(problem.error())));
          case COLLISION -> words.get("calendar.problem.collisionHint");
          case MOVED, DELETED -> words.get("calendar.problem.still");
        };
    List<Option> options =
        problem.choices().stream()
            // What was deleted is followed by cancelling: the same button twice.
            .filter(
                one -> problem.kind() == CalendarProblems.ProblemKind.MOVED || one != Choice.FOLLOW)
            .map(one -> new Option(one.word(), words.get("calendar.choice." + one.word())))
            .toList();
    return new Problem(problem.id().toString(), text, detail, options);
  }

  /// Returns a name so that it stands in a sentence of the other direction (FSI and PDI).
  private static String apart(String name) {
    return "\u2068" + name + "\u2069";
  }

  private static String moved(TimeFormats formats, @Nullable Interval there) {
    @Nullable Instant start = there == null ? null : there.startInclusive();
    return start == null ? "" : formats.fullDateAndTime(start);
  }

  /// Does what a host has chosen.
  ///
  /// @return whether it could be done
  boolean decide(Caller caller, String problem, String choice) {
    UUID hostId = caller.host().id();
    try {
      UUID id = UUID.fromString(problem);
      return choice.equals(BELIEVE)
          ? choices.believe(hostId, id)
          : problems.choose(hostId, id, Choice.of(choice)) instanceof Outcome.Settled;
    } catch (IllegalArgumentException notOfOurPage) {
      return false;
    }
  }
}
