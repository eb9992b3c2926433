package org.meetwright.cli.views;

import java.util.List;
import java.util.Map;
import org.meetwright.core.slot.Reason;

/// Why a start cannot be booked, as the API shows it.
///
/// @param offered whether it can be booked now
public record ExplanationView(boolean offered, List<ReasonView> reasons) {

  /// A reason, with what is behind it.
  public record ReasonView(String code, String message, Map<String, Object> detail) {}

  /// Shows what speaks against a start.
  public static ExplanationView of(List<Reason> reasons) {
    return new ExplanationView(
        reasons.isEmpty(),
        reasons.stream()
            .map(reason -> new ReasonView(reason.code().word(), reason.message(), reason.detail()))
            .toList());
  }
}
