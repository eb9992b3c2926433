package org.meetwright.server.api.explain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.meetwright.core.host.Host;
import org.meetwright.core.slot.Reason;
import org.meetwright.server.api.model.explain.ApiExplanation;

/// Translates reasons to the API.
public final class ExplanationTranslation {
  /// What is told instead of all that keeps another member of a team from it.
  private static final ApiExplanation.ApiReason MEMBER_UNAVAILABLE =
      new ApiExplanation.ApiReason(
          "member_unavailable", "A member of the team is not available.", Map.of());

  private ExplanationTranslation() {}

  /// Returns all that speaks against a start, for the operator of the server.
  public static ApiExplanation toApi(List<Reason> reasons) {
    return new ApiExplanation(
        reasons.isEmpty(), reasons.stream().map(ExplanationTranslation::whole).toList());
  }

  static ApiExplanation toApi(List<Reason> reasons, Host reader) {
    return new ApiExplanation(
        reasons.isEmpty(),
        reasons.stream().map(reason -> told(reason, reader)).distinct().toList());
  }

  /// Why another member can't come is his own business, down to the kind of reason.
  private static ApiExplanation.ApiReason told(Reason reason, Host reader) {
    Object of = reason.detail().get("host");
    return of == null || of.equals(reader.handle().value()) ? whole(reason) : MEMBER_UNAVAILABLE;
  }

  private static ApiExplanation.ApiReason whole(Reason reason) {
    return new ApiExplanation.ApiReason(
        reason.code().word(), reason.message(), new TreeMap<>(reason.detail()));
  }
}
