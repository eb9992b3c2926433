package org.meetwright.server.api.eventtype;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.Attendance;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.rule.ChangePolicy;
import org.meetwright.core.eventtype.text.OwnTexts;
import org.meetwright.core.eventtype.text.TextPlace;
import org.meetwright.core.question.Question;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;
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
    return location == null
        ? null
        : new ApiLocation(location.kind().word(), valueOrNull(location.value()));
  }

  /// Returns locations as the API lists them.
  public static List<ApiLocation> toApi(List<Location> locations) {
    return locations.stream()
        .map(each -> new ApiLocation(each.kind().wordInList(), valueOrNull(each.value())))
        .toList();
  }

  private static @Nullable String valueOrNull(String value) {
    return value.isEmpty() ? null : value;
  }

  static Map<String, Map<String, String>> toApi(OwnTexts own) {
    Map<String, Map<String, String>> texts = new LinkedHashMap<>();
    own.texts().forEach((place, byLanguage) -> texts.put(place.word(), byLanguage));
    return texts;
  }

  /// Reads the field `texts`.
  static OwnTexts readTexts(Fields fields) {
    if (fields.optionalObject("texts").isEmpty()) {
      return OwnTexts.NONE;
    }
    Map<TextPlace, Map<String, String>> texts = new EnumMap<>(TextPlace.class);
    fields.inside(
        "texts",
        places -> {
          for (String word : places.names()) {
            TextPlace place = TextPlace.of(word);
            if (places.optionalObject(word).isPresent()) {
              texts.put(place, places.inside(word, PartTranslation::readLanguages));
            }
          }
          return texts;
        });
    return new OwnTexts(texts);
  }

  private static Map<String, String> readLanguages(Fields fields) {
    Map<String, String> byLanguage = new HashMap<>();
    fields.names().forEach(language -> byLanguage.put(language, fields.text(language, "")));
    return byLanguage;
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
    return Location.offered(
        Location.LocationKind.of(fields.text("kind")), fields.text("value", ""));
  }

  /// Reads `locations` and `location`, which is the first of them. Told alone, it is the only one.
  /// If both are told and do not fit, the one counts that has been changed.
  ///
  /// @param before what was there before; null if it is new
  static List<Location> readLocations(Fields fields, @Nullable Attendance before) {
    Optional<Location> first =
        fields.optionalObject("location").isEmpty()
            ? Optional.empty()
            : Optional.of(fields.inside("location", PartTranslation::readLocation));
    if (!fields.has("locations")) {
      return first.stream().toList();
    }
    List<Location> all = fields.objects("locations", PartTranslation::readLocation);
    if (first.isEmpty() || first.equals(all.stream().findFirst())) {
      return all;
    }
    if (before != null && first.equals(before.locations().stream().findFirst())) {
      return all;
    }
    if (before != null && all.equals(before.locations())) {
      return Stream.concat(first.stream(), all.stream().skip(1)).distinct().toList();
    }
    throw new InvalidValueException(
        "location", "must be the first of locations; change that one, and leave location out");
  }

  static Question readQuestion(Fields fields) {
    fields.only(EventTypeRequest.Question.class);
    return new Question(
        fields.optionalId("id").orElseGet(Ids::next),
        fields.text("label"),
        Question.AnswerKind.of(fields.text("kind")),
        fields.yesNo("required", false),
        fields.texts("options", option -> option));
  }
}
