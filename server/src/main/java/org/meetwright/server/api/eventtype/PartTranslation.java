package org.meetwright.server.api.eventtype;

import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.rule.ChangePolicy;
import org.meetwright.core.question.Question;
import org.meetwright.core.value.Ids;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.model.eventtype.ApiChangePolicy;
import org.meetwright.server.api.model.eventtype.ApiLocation;
import org.meetwright.server.api.model.eventtype.ApiQuestion;
import org.meetwright.server.api.model.eventtype.EventTypeRequest;

/// Translates parts of event types to and from the API.
public final class PartTranslation {
  private PartTranslation() {}

  /// Returns a policy as the API shows it.
  public static ApiChangePolicy toApi(ChangePolicy policy) {
    return new ApiChangePolicy(policy.noticeMinutes(), policy.reasonRequired());
  }

  /// Returns a location as the API shows it; null if there is none.
  public static @Nullable ApiLocation toApi(@Nullable Location location) {
    return location == null ? null : new ApiLocation(location.kind().word(), location.value());
  }

  /// Returns a question as the API shows it.
  public static ApiQuestion toApi(Question question) {
    return new ApiQuestion(
        question.id(),
        question.label(),
        question.kind().word(),
        question.required(),
        question.options());
  }

  /// Reads the policy that a field holds; left out, everything is free.
  static ChangePolicy readPolicy(String name, Fields fields) {
    return fields.optionalObject(name).isEmpty()
        ? ChangePolicy.FREE
        : fields.inside(name, PartTranslation::readPolicy);
  }

  private static ChangePolicy readPolicy(Fields fields) {
    fields.only(EventTypeRequest.ChangePolicy.class);
    return new ChangePolicy(
        fields.optionalNumber("noticeMinutes").orElse(null), fields.yesNo("reasonRequired", false));
  }

  static Location readLocation(Fields fields) {
    fields.only(ApiLocation.class);
    return new Location(Location.Kind.of(fields.text("kind")), fields.text("value"));
  }

  static Question readQuestion(Fields fields) {
    fields.only(EventTypeRequest.Question.class);
    return new Question(
        fields.optionalId("id").orElseGet(Ids::next),
        fields.text("label"),
        Question.Kind.of(fields.text("kind")),
        fields.yesNo("required", false),
        fields.texts("options", option -> option));
  }
}
