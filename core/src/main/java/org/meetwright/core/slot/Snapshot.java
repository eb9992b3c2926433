package org.meetwright.core.slot;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.time.Interval;
import org.meetwright.core.time.IntervalSet;

/// All facts that decide which times of an event type can be booked, as they were at one instant.
public final class Snapshot {
  private final Instant now;
  private final EventType eventType;
  private final List<HostFacts> hosts;
  private final List<Party> parties;
  private final List<AvailableStarts> grounds;

  private Snapshot(
      Instant now,
      EventType eventType,
      List<HostFacts> hosts,
      List<Party> parties,
      List<AvailableStarts> grounds) {
    this.now = now;
    this.eventType = eventType;
    this.hosts = hosts;
    this.parties = parties;
    this.grounds = grounds;
  }

  /// Returns the same facts for meetings of another length, not longer than these.
  public Snapshot lasting(int minutes) {
    return eventType.timing().durationMinutes() == minutes
        ? this
        : of(
            now,
            eventType.lasting(minutes),
            hosts.stream().map(host -> host.lasting(minutes)).toList());
  }

  /// Those who have to be free together for a slot.
  ///
  /// @param windows when all of them are open
  /// @param forbidden the starts at which one of them is not free
  /// @param joinable the group meetings of all of them that can be joined, if notice and booking
  ///   window allow it
  public record Party(
      List<HostFacts> hosts,
      IntervalSet windows,
      IntervalSet forbidden,
      List<MeetingTime> joinable) {
    /// Returns the party of these hosts.
    public static Party of(List<HostFacts> hosts) {
      IntervalSet windows = hosts.getFirst().windows();
      IntervalSet forbidden = hosts.getFirst().forbidden();
      for (HostFacts host : hosts.subList(1, hosts.size())) {
        windows = windows.intersect(host.windows());
        forbidden = forbidden.union(host.forbidden());
      }
      Party bare = new Party(hosts, windows, forbidden, List.of());
      List<MeetingTime> joinable = bare.openMeetings().stream().filter(bare::canHold).toList();
      return joinable.isEmpty() ? bare : new Party(hosts, windows, forbidden, joinable);
    }

    /// Returns the group meetings of all of them that have a seat left.
    private List<MeetingTime> openMeetings() {
      return hosts.getFirst().openMeetings().stream()
          .filter(meeting -> hosts.stream().allMatch(host -> host.isIn(meeting.meetingId())))
          .toList();
    }

    private boolean canHold(MeetingTime meeting) {
      Candidate joining = Candidate.joining(meeting);
      return fits(windows, joining.meeting())
          && hosts.stream()
              .allMatch(
                  host ->
                      host.busyTimesAgainst(joining).isEmpty()
                          && host.absencesAgainst(joining).isEmpty());
    }

    /// Returns whether a meeting lies inside one window.
    public static boolean fits(IntervalSet windows, Interval meeting) {
      int window = windows.firstEndingAfter(meeting.startInclusive().getEpochSecond());
      return window < windows.size()
          && windows.start(window) <= meeting.startInclusive().getEpochSecond()
          && IntervalSet.ceilSecond(meeting.endExclusive()) <= windows.end(window);
    }

    /// Returns the group meeting of all of them that begins then and has a seat left.
    public Optional<MeetingTime> openMeeting(Instant start) {
      return openMeetings().stream()
          .filter(meeting -> meeting.startsAt().equals(start))
          .findFirst();
    }

    boolean active() {
      return hosts.stream().allMatch(HostFacts::active);
    }

    List<ZoneId> zones() {
      return hosts.stream().map(HostFacts::zone).distinct().toList();
    }
  }

  /// Returns the snapshot of these facts.
  ///
  /// @param hosts by id; none or more than one only with a team
  public static Snapshot of(Instant now, EventType eventType, List<HostFacts> hosts) {
    List<HostFacts> all = List.copyOf(hosts);
    List<Party> parties =
        switch (eventType.assignment()) {
          case Assignment.OneHost one -> List.of(Party.of(all));
          case Assignment.Collective together -> all.isEmpty() ? List.of() : List.of(Party.of(all));
          case Assignment.RoundRobin inTurn ->
              all.stream().map(host -> Party.of(List.of(host))).toList();
        };
    return new Snapshot(now, eventType, all, parties, AvailableStarts.of(eventType, parties));
  }

  /// Returns the same facts at another instant.
  public Snapshot at(Instant instant) {
    return new Snapshot(instant, eventType, hosts, parties, grounds);
  }

  /// Returns the instant at which the question is asked.
  public Instant now() {
    return now;
  }

  /// Returns what is offered.
  public EventType eventType() {
    return eventType;
  }

  /// Returns the hosts, by id.
  public List<HostFacts> hosts() {
    return hosts;
  }

  /// Returns the ways in which a slot can come about: one, or with round-robin one a member.
  public List<Party> parties() {
    return parties;
  }

  /// Returns where starts are found; nothing if all hosts are switched off.
  List<AvailableStarts> grounds() {
    return grounds;
  }

  /// Returns the absences in some stretch that leave nothing to be booked, by start. That one
  /// member of a round-robin is absent matters to nobody, as the others are offered.
  public List<AbsenceTime> absences(IntervalSet asked) {
    return parties.size() == 1
        ? hosts.stream()
            .flatMap(host -> host.absences().stream())
            .filter(
                absence ->
                    !IntervalSet.covering(List.of(absence.time())).intersect(asked).isEmpty())
            .sorted(Comparator.comparing(AbsenceTime::startsAt))
            .toList()
        : List.of();
  }

  /// Returns roughly how many bytes this takes.
  public int weight() {
    int runs = grounds.stream().mapToInt(ground -> ground.runs().size()).sum();
    return 2000 + 16 * runs + hosts.stream().mapToInt(HostFacts::weight).sum();
  }
}
