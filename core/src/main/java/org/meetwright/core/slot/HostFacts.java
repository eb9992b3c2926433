package org.meetwright.core.slot;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.meetwright.core.busy.BusyTime;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.HostLimits;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.schedule.OpenWindows;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.time.Interval;
import org.meetwright.core.time.IntervalSet;

/// The facts about one host for one event type over a stretch of time, without the present: each
/// rule as the set of starts that it forbids, in epoch seconds.
public final class HostFacts {

  private final Who who;
  private final EventType eventType;
  private final Schedule schedule;
  private final List<MeetingTime> meetings;
  private final List<BusyTime> busyTimes;
  private final List<AbsenceTime> absences;
  private final IntervalSet stretch;
  private final IntervalSet windows;
  private final IntervalSet takenByMeetings;
  private final IntervalSet takenByBusyTimes;
  private final IntervalSet inAbsences;
  private final List<Limit> limits;
  private final IntervalSet forbidden;

  /// A host, as far as slots depend on him.
  ///
  /// @param handle for explanations
  /// @param active whether the host can be booked at all
  /// @param limits how much he wants to meet on a day
  public record Who(UUID id, String handle, boolean active, HostLimits limits) {}

  /// What takes a host's time, as far as [#reach] says.
  ///
  /// @param meetings those that are not cancelled
  public record Engagements(
      List<MeetingTime> meetings, List<BusyTime> busyTimes, List<AbsenceTime> absences) {
    /// Copies the lists.
    public Engagements {
      meetings = List.copyOf(meetings);
      busyTimes = List.copyOf(busyTimes);
      absences = List.copyOf(absences);
    }
  }

  /// Prepares the facts.
  ///
  /// @param schedule the schedule that counts for the event type
  /// @param taken what takes the host's time
  /// @param stretch the starts that may be asked for
  public HostFacts(
      Who who, EventType eventType, Schedule schedule, Engagements taken, IntervalSet stretch) {
    this.who = who;
    this.eventType = eventType;
    this.schedule = schedule;
    this.meetings = taken.meetings();
    this.busyTimes = taken.busyTimes();
    this.absences = taken.absences();
    this.stretch = stretch;
    windows = OpenWindows.between(schedule, firstDate(), lastDate());
    takenByMeetings = startsPadded(meetings.stream().map(MeetingTime::padded).toList());
    takenByBusyTimes =
        startsPadded(
            busyTimes.stream().map(busy -> new Interval(busy.startsAt(), busy.endsAt())).toList());
    inAbsences = startsOfMeetings(absences.stream().map(AbsenceTime::time).toList());
    limits =
        new Limit.Facts(eventType, this.meetings, schedule.timeZone(), stretch)
            .limits(who.limits());
    IntervalSet all = takenByMeetings.union(takenByBusyTimes).union(inAbsences);
    for (Limit limit : limits) {
      all = all.union(limit.full());
    }
    forbidden = all;
  }

  /// Returns the facts for meetings of another length, not longer than these.
  HostFacts lasting(int minutes) {
    return new HostFacts(
        who,
        eventType.lasting(minutes),
        schedule,
        new Engagements(meetings, busyTimes, absences),
        stretch);
  }

  private LocalDate firstDate() {
    return localDate(stretch.start(0));
  }

  private LocalDate lastDate() {
    return localDate(stretch.end(stretch.size() - 1));
  }

  /// Returns the event type's group meetings that have a seat left; none if it is no longer for
  /// groups.
  List<MeetingTime> openMeetings() {
    return eventType.seats() == 1
        ? List.of()
        : meetings.stream()
            .filter(meeting -> isOfEventType(meeting) && meeting.seatsLeft() > 0)
            .filter(this::isAsLongAsAsked)
            .toList();
  }

  /// Where invitees choose a length, those who asked for another one are not in the same meeting.
  private boolean isAsLongAsAsked(MeetingTime meeting) {
    Timing timing = eventType.timing();
    return !timing.hasSeveralLengths() || meeting.time().duration().equals(timing.duration());
  }

  boolean isIn(UUID meetingId) {
    return meetings.stream().anyMatch(meeting -> meeting.meetingId().equals(meetingId));
  }

  /// Returns the meetings that stand against one that is asked for.
  public List<MeetingTime> meetingsAgainst(Candidate candidate) {
    return meetings.stream()
        .filter(meeting -> !meeting.meetingId().equals(candidate.joined()))
        .filter(meeting -> meeting.padded().overlaps(candidate.padded()))
        .toList();
  }

  /// Returns the busy times that stand against a meeting that is asked for.
  public List<BusyTime> busyTimesAgainst(Candidate candidate) {
    return busyTimes.stream()
        .filter(busy -> new Interval(busy.startsAt(), busy.endsAt()).overlaps(candidate.padded()))
        .toList();
  }

  private boolean isOfEventType(MeetingTime meeting) {
    return eventType.id().equals(meeting.eventTypeId());
  }

  /// Returns the absences that stand against a meeting that is asked for. Its buffers may lie in
  /// them.
  public List<AbsenceTime> absencesAgainst(Candidate candidate) {
    return absences.stream()
        .filter(absence -> absence.time().overlaps(candidate.meeting()))
        .toList();
  }

  List<AbsenceTime> absences() {
    return absences;
  }

  /// Returns the starts of meetings that overlap one of the intervals with their buffers.
  private IntervalSet startsPadded(List<Interval> intervals) {
    Timing timing = eventType.timing();
    return startsThatOverlap(
        intervals,
        timing.bufferBefore().toSeconds(),
        timing.duration().plus(timing.bufferAfter()).toSeconds());
  }

  /// Returns the starts of meetings that overlap one of the intervals themselves.
  private IntervalSet startsOfMeetings(List<Interval> intervals) {
    return startsThatOverlap(intervals, 0, eventType.timing().duration().toSeconds());
  }

  /// A start `s` overlaps when `[s - before, s + ahead)` does.
  private static IntervalSet startsThatOverlap(List<Interval> intervals, long before, long ahead) {
    IntervalSet taken = IntervalSet.covering(intervals);
    IntervalSet.Builder starts = new IntervalSet.Builder(taken.size());
    for (int i = 0; i < taken.size(); i++) {
      starts.add(taken.start(i) - ahead + 1, taken.end(i) + before);
    }
    return starts.build();
  }

  /// Returns how far meetings, busy times and absences have to be known to answer for starts in a
  /// stretch: the padded meeting around each, and, if there are limits, the local weeks or months
  /// that they lie in.
  public static Interval reach(
      IntervalSet stretch, EventType eventType, HostLimits limits, ZoneId zone) {
    Instant first = Instant.ofEpochSecond(stretch.start(0));
    Instant last = Instant.ofEpochSecond(stretch.end(stretch.size() - 1));
    // A group meeting keeps its length and buffers, whatever those of the event type are now.
    boolean group = eventType.seats() > 1;
    Timing timing = eventType.timing();
    Duration before = group ? Timing.LONGEST : timing.bufferBefore();
    Duration ahead =
        group ? Timing.LONGEST.multipliedBy(2) : timing.duration().plus(timing.bufferAfter());
    Interval around = new Interval(first.minus(before), last.plus(ahead));
    return eventType.bounds().hasLimits() || limits.isLimited()
        ? Limit.reach(around, stretch, eventType, zone)
        : around;
  }

  /// Returns the host's id.
  public UUID hostId() {
    return who.id();
  }

  /// Returns the host's handle.
  public String handle() {
    return who.handle();
  }

  /// Returns whether the host can be booked at all.
  public boolean active() {
    return who.active();
  }

  /// Returns the schedule that counts for the event type.
  public Schedule schedule() {
    return schedule;
  }

  /// Returns the time zone of the host's schedule.
  public ZoneId zone() {
    return schedule.timeZone();
  }

  /// Returns when the schedule is open.
  public IntervalSet windows() {
    return windows;
  }

  /// Returns the windows as they would be without date overrides and holidays.
  public IntervalSet usualWindows() {
    return OpenWindows.usual(schedule, firstDate(), lastDate());
  }

  /// Returns the limits that there are on the host's meetings.
  public List<Limit> limits() {
    return limits;
  }

  /// Returns the starts that meetings, busy times, absences and limits forbid.
  IntervalSet forbidden() {
    return forbidden;
  }

  /// Returns the date of an instant in the schedule's zone.
  public LocalDate localDate(long epochSecond) {
    return Instant.ofEpochSecond(epochSecond).atZone(zone()).toLocalDate();
  }

  /// Returns roughly how many bytes this takes.
  int weight() {
    int intervals =
        windows.size()
            + 2 * (takenByMeetings.size() + takenByBusyTimes.size() + inAbsences.size())
            + 2 * limits.stream().mapToInt(limit -> limit.full().size()).sum();
    return 1000
        + 16 * intervals
        + 250 * (meetings.size() + busyTimes.size())
        + absences.stream().mapToInt(absence -> 300 + 2 * absence.note().length()).sum()
        + 8000 * (schedule.away().travel().isEmpty() ? 0 : 1)
        + 100 * (schedule.overrides().size() + schedule.weeklyHours().size());
  }
}
