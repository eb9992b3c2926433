package org.meetwright.server.api.model.explain;

import java.util.List;
import java.util.Map;

/// Why a start cannot be booked, as the API shows it to the event type's host.
///
/// @param offered whether it can be booked now
/// @param reasons everything that speaks against it; empty if it is offered
public record ApiExplanation(boolean offered, List<ApiReason> reasons) {

  /// A reason.
  ///
  /// @param code a stable word
  /// @param detail the rule, meeting, busy time or limit behind it
  public record ApiReason(String code, String message, Map<String, Object> detail) {}
}
