package org.meetwright.server.api.offer;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.meetwright.core.availability.Reason;
import org.meetwright.core.host.Host;

/// Why a start cannot be booked, as the API tells it to the event type's host.
///
/// @param offered whether it can be booked now
/// @param reasons everything that speaks against it; empty if it is offered
public record ApiExplanation(boolean offered, List<ApiReason> reasons) {

  /// A reason.
  ///
  /// @param detail the rule, meeting, busy time or limit behind it
  public record ApiReason(String code, String message, Map<String, Object> detail) {
    private static ApiReason of(Reason reason, Host reader) {
      return new ApiReason(
          reason.code().word(), reason.message(), ApiExplanation.behind(reason, reader));
    }
  }

  static ApiExplanation of(List<Reason> reasons, Host reader) {
    return new ApiExplanation(
        reasons.isEmpty(),
        reasons.stream().map(reason -> ApiReason.of(reason, reader)).distinct().toList());
  }

  /// Of what stands on another member's calendar a host learns when it is, not what it is.
  private static Map<String, Object> behind(Reason reason, Host reader) {
    boolean own = reader.handle().value().equals(reason.detail().get("host"));
    Map<String, Object> detail = new TreeMap<>(reason.detail());
    if (!own && !reason.code().forInvitees()) {
      detail.replaceAll((key, value) -> value instanceof Map<?, ?> inner ? times(inner) : value);
    }
    return detail;
  }

  private static Map<String, Object> times(Map<?, ?> inner) {
    Map<String, Object> times = new TreeMap<>();
    for (String key : List.of("start", "end")) {
      Object value = inner.get(key);
      if (value != null) {
        times.put(key, value);
      }
    }
    return times;
  }
}
