package org.meetwright.core.slot.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.meetwright.core.slot.Candidate;
import org.meetwright.core.slot.HostFacts;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.slot.Reason.Code;

/// Collects what speaks against a meeting.
final class Reasons {
  private final Candidate candidate;
  private final List<Reason> reasons = new ArrayList<>();

  Reasons(Candidate candidate) {
    this.candidate = candidate;
  }

  /// Adds a reason, unless its rule does not hold for the meeting.
  void add(Code code, String message, Map<String, Object> detail) {
    if (!candidate.waived().contains(code)) {
      reasons.add(new Reason(code, message, detail));
    }
  }

  List<Reason> all() {
    return List.copyOf(reasons);
  }

  /// Returns a detail of a host.
  static Map<String, Object> of(HostFacts host, String key, Object value) {
    return Map.of("host", host.handle(), key, value);
  }
}
