package org.meetwright.server.api.booking;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.booking.desk.BookRequest.Choice;
import org.meetwright.core.booking.place.PlaceChoice;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.question.Answer;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.TimeZones;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Times;
import org.meetwright.server.api.model.booking.BookingRequest;
import org.meetwright.server.api.model.eventtype.ApiLocation;

/// Translates requests to book from the API.
public final class BookRequestTranslation {
  private BookRequestTranslation() {}

  /// Reads a request to book.
  ///
  /// @param key the idempotency key; null for none
  public static BookRequest read(Fields body, UUID eventTypeId, @Nullable String key) {
    Choice choice =
        new Choice(
            body.optionalNumber("durationMinutes").orElse(null),
            body.has("location") ? body.inside("location", BookRequestTranslation::place) : null);
    return new BookRequest(
        eventTypeId,
        body.instant("start"),
        body.inside("invitee", BookRequestTranslation::invitee),
        body.texts("guests", EmailAddress::new),
        answers(body),
        body.text("notes", ""),
        metadata(body),
        body.optionalText("link").filter(link -> !link.isEmpty()).orElse(null),
        key,
        choice);
  }

  private static PlaceChoice place(Fields fields) {
    fields.only(ApiLocation.class);
    return new PlaceChoice(Location.LocationKind.of(fields.text("kind")), fields.text("value", ""));
  }

  private static Invitee invitee(Fields fields) {
    fields.only(BookingRequest.Invitee.class);
    return new Invitee(
        fields.text("name"),
        new EmailAddress(fields.text("email")),
        TimeZones.parse("timeZone", fields.text("timeZone")),
        Times.locale("locale", fields.text("locale", "en")));
  }

  private static Map<UUID, Answer> answers(Fields body) {
    if (body.optionalObject("answers").isEmpty()) {
      return Map.of();
    }
    return body.inside(
        "answers",
        fields -> {
          Map<UUID, Answer> answers = new HashMap<>();
          for (String name : fields.names()) {
            answers.put(Fields.id(name, name), fields.value(name, Answer::of));
          }
          return answers;
        });
  }

  private static Map<String, String> metadata(Fields body) {
    if (body.optionalObject("metadata").isEmpty()) {
      return Map.of();
    }
    return body.inside(
        "metadata",
        fields -> {
          Map<String, String> metadata = new HashMap<>();
          fields.names().forEach(name -> metadata.put(name, fields.text(name)));
          return metadata;
        });
  }
}
