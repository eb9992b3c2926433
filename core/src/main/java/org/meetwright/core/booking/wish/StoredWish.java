package org.meetwright.core.booking.wish;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.booking.desk.BookRequest.Choice;
import org.meetwright.core.booking.place.PlaceChoice;
import org.meetwright.core.booking.stored.StoredInvitee;
import org.meetwright.core.booking.stored.StoredValue;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.question.Answer;
import org.meetwright.core.value.InvalidValueException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A request to book that waits for its confirmation, in stored form.
///
/// Wide: it has a component for each field of its JSON.
///
/// @param answers plain values, by question id
/// @param durationMinutes left out for the default length
/// @param place left out for the first place
record StoredWish(
    UUID eventTypeId,
    Instant start,
    StoredInvitee invitee,
    List<StoredValue> guests,
    Map<UUID, @Nullable Object> answers,
    String notes,
    Map<String, String> metadata,
    @Nullable String link,
    @Nullable String idempotencyKey,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer durationMinutes,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Place place) {
  /// A place that is chosen.
  ///
  /// @param kind the name of a [Location.LocationKind]
  record Place(String kind, String value) {}

  /// What is typed as a number has to come back to the digit.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /// Returns a wish as it is stored.
  static String json(BookRequest wish) {
    return JSON.writeValueAsString(
        new StoredWish(
            wish.eventTypeId(),
            wish.start(),
            StoredInvitee.of(wish.invitee()),
            wish.guests().stream().map(StoredValue::of).toList(),
            Answer.values(wish.answers()),
            wish.notes(),
            wish.metadata(),
            wish.link(),
            wish.idempotencyKey(),
            wish.choice().durationMinutes(),
            stored(wish.choice().place())));
  }

  private static @Nullable Place stored(@Nullable PlaceChoice choice) {
    return choice == null ? null : new Place(choice.kind().name(), choice.value());
  }

  /// Returns what was stored.
  ///
  /// @throws InvalidValueException if an earlier version stored what is not allowed any more
  static BookRequest parse(String json) {
    return JSON.readValue(json, StoredWish.class).wish();
  }

  private BookRequest wish() {
    return new BookRequest(
        eventTypeId,
        start,
        invitee.invitee(),
        guests.stream().map(StoredValue::email).toList(),
        Answer.all(answers),
        notes,
        metadata,
        link,
        idempotencyKey,
        new Choice(
            durationMinutes,
            place == null
                ? null
                : new PlaceChoice(Location.LocationKind.valueOf(place.kind()), place.value())));
  }
}
