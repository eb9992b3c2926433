package org.meetwright.core.slot.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.slot.Candidate;
import org.meetwright.core.slot.HostFacts;
import org.meetwright.core.slot.MeetingTime;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.slot.Reason.Code;
import org.meetwright.core.slot.SlotFinder;
import org.meetwright.core.slot.Snapshot;
import org.meetwright.core.slot.Snapshot.Party;

/// Says why a start cannot be booked: a pure function of a [Snapshot], which reads the facts that
/// [SlotFinder] offers from.
public final class Explainer {
  private Explainer() {}

  /// What speaks against a start.
  ///
  /// @param reasons all that apply; none if it can be booked
  /// @param taken whether only meetings and busy times, and limits that these have reached, keep
  ///   someone from it who would have it otherwise
  public record Explanation(List<Reason> reasons, boolean taken) {}

  /// A way in which a start can be had.
  ///
  /// @param hostIds who would meet the invitee
  /// @param joined the group meeting that he would join; null if the meeting would be a new one
  public record Option(List<UUID> hostIds, @Nullable MeetingTime joined) {}

  /// Returns the ways in which a start can be had; none if it cannot be booked.
  ///
  /// @param waived the rules that do not hold
  public static List<Option> options(Snapshot snapshot, Instant start, Set<Code> waived) {
    List<Option> options = new ArrayList<>();
    for (Party party : snapshot.parties()) {
      if (reasonsAgainst(snapshot, party, start, waived).isEmpty()) {
        List<UUID> hostIds = party.hosts().stream().map(HostFacts::hostId).toList();
        options.add(new Option(hostIds, party.openMeeting(start).orElse(null)));
      }
    }
    return options;
  }

  /// Explains a start.
  public static Explanation explain(Snapshot snapshot, Instant start) {
    return explain(snapshot, start, Set.of());
  }

  /// Explains a start.
  ///
  /// @param waived the rules that do not hold
  public static Explanation explain(Snapshot snapshot, Instant start, Set<Code> waived) {
    if (snapshot.parties().isEmpty()) {
      return withoutMembers(snapshot);
    }
    Set<Reason> all = new LinkedHashSet<>();
    boolean taken = false;
    for (Party party : snapshot.parties()) {
      List<Reason> reasons = reasonsAgainst(snapshot, party, start, waived);
      if (reasons.isEmpty()) {
        return new Explanation(List.of(), false);
      }
      taken |= isTaken(reasons);
      all.addAll(reasons);
    }
    return new Explanation(List.copyOf(all), taken);
  }

  private static Explanation withoutMembers(Snapshot snapshot) {
    Reason reason =
        new Reason(
            Code.INACTIVE,
            "The team has no members.",
            Map.of("eventType", snapshot.eventType().slug()));
    return new Explanation(List.of(reason), false);
  }

  /// Explains a meeting of some of the hosts together.
  public static Explanation explain(
      Snapshot snapshot, Collection<UUID> hostIds, Candidate candidate) {
    List<HostFacts> hosts =
        snapshot.hosts().stream().filter(host -> hostIds.contains(host.hostId())).toList();
    if (hosts.isEmpty()) {
      return new Explanation(List.of(), false);
    }
    List<Reason> reasons = reasonsAgainst(snapshot, Party.of(hosts), candidate);
    return new Explanation(reasons, isTaken(reasons));
  }

  /// Explains a start to those who would have the meeting.
  public static Explanation explain(
      Snapshot snapshot, Option option, EventType eventType, Instant start) {
    MeetingTime joined = option.joined();
    return explain(
        snapshot,
        option.hostIds(),
        joined == null ? Candidate.of(eventType, start) : Candidate.joining(joined));
  }

  private static boolean isTaken(List<Reason> reasons) {
    Set<Code> codes = EnumSet.noneOf(Code.class);
    reasons.forEach(reason -> codes.add(reason.code()));
    boolean taken = codes.contains(Code.MEETING) || codes.contains(Code.BUSY);
    codes.removeAll(EnumSet.of(Code.MEETING, Code.BUSY, Code.LIMIT));
    return taken && codes.isEmpty();
  }

  private static List<Reason> reasonsAgainst(
      Snapshot snapshot, Party party, Instant start, Set<Code> waived) {
    Candidate candidate =
        party
            .openMeeting(start)
            .map(Candidate::joining)
            .orElseGet(() -> Candidate.of(snapshot.eventType(), start));
    return reasonsAgainst(snapshot, party, candidate.waiving(waived));
  }

  private static List<Reason> reasonsAgainst(Snapshot snapshot, Party party, Candidate candidate) {
    Reasons reasons = new Reasons(candidate);
    new PartyReasons(snapshot, candidate, reasons).explain(party);
    return reasons.all();
  }
}
