package org.meetwright.server.api.eventtype;

import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.rule.ChangePolicy;
import org.meetwright.server.api.exchange.Fields;

/// What an invitee has to keep to when he cancels or moves a booking, as the API tells it.
///
/// @param noticeMinutes how long before the start he still may; null until the meeting has ended
/// @param reasonRequired whether he has to say why
public record ApiChangePolicy(@Nullable Integer noticeMinutes, boolean reasonRequired) {

  /// Returns what the API tells of a policy.
  public static ApiChangePolicy of(ChangePolicy policy) {
    return new ApiChangePolicy(policy.noticeMinutes(), policy.reasonRequired());
  }

  /// Reads the policy that a field holds; left out, everything is free.
  static ChangePolicy read(String name, Fields fields) {
    return fields.optionalObject(name).isEmpty()
        ? ChangePolicy.FREE
        : fields.inside(name, ApiChangePolicy::read);
  }

  private static ChangePolicy read(Fields fields) {
    fields.only("noticeMinutes", "reasonRequired");
    return new ChangePolicy(
        fields.optionalNumber("noticeMinutes").orElse(null), fields.yesNo("reasonRequired", false));
  }
}
