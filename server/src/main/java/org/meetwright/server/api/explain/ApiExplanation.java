package org.meetwright.server.api.explain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.meetwright.core.host.Host;
import org.meetwright.core.slot.Reason;

/// Why a start cannot be booked, as the API tells it to the event type's host.
///
/// @param offered whether it can be booked now
/// @param reasons everything that speaks against it; empty if it is offered
public record ApiExplanation(boolean offered, List<ApiReason> reasons) {

  /// What is told instead of all that keeps another member of a team from it.
  private static final ApiReason MEMBER_UNAVAILABLE =
      new ApiReason("member_unavailable", "A member of the team is not available.", Map.of());

  /// A reason.
  ///
  /// @param code a word of [Reason.Code], or `member_unavailable`
  /// @param detail the rule, meeting, busy time or limit behind it
  public record ApiReason(String code, String message, Map<String, Object> detail) {}

  static ApiExplanation of(List<Reason> reasons, Host reader) {
    return new ApiExplanation(
        reasons.isEmpty(),
        reasons.stream().map(reason -> told(reason, reader)).distinct().toList());
  }

  /// Why another member can't come is his own business, down to the kind of reason.
  private static ApiReason told(Reason reason, Host reader) {
    Object of = reason.detail().get("host");
    return of == null || of.equals(reader.handle().value())
        ? new ApiReason(reason.code().word(), reason.message(), new TreeMap<>(reason.detail()))
        : MEMBER_UNAVAILABLE;
  }
}
