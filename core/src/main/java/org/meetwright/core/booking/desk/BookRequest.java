package org.meetwright.core.booking.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.place.PlaceChoice;
import org.meetwright.core.eventtype.rule.Guests;
import org.meetwright.core.question.Answer;
import org.meetwright.core.question.StoredAnswers;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.PersonName;
import org.meetwright.core.value.Text;

/// A request to book.
///
/// Wide: it has a component for each field of a request to book.
///
/// @param guests others who are to be invited, at most 10, without the invitee
/// @param answers to the event type's questions, by question id
/// @param notes several lines, at most 5000 characters
/// @param metadata what the program that books wants to find again: at most 50 keys of 1 to 40
///   characters, with values of at most 500
/// @param link the token of a booking link; null if it comes without one
/// @param idempotencyKey makes a repetition harmless, at most 200 characters; null if none was
///   given
/// @param choice what the invitee chooses of what is offered
public record BookRequest(
    UUID eventTypeId,
    Instant start,
    Invitee invitee,
    List<EmailAddress> guests,
    Map<UUID, Answer> answers,
    String notes,
    Map<String, String> metadata,
    @Nullable String link,
    @Nullable String idempotencyKey,
    Choice choice) {
  /// How long notes may be, in characters.
  public static final int LONGEST_NOTES = 5000;

  /// More than an event type asks.
  private static final int MOST_ANSWERS = 100;

  /// What an invitee chooses of what is offered.
  ///
  /// @param durationMinutes how long the meeting is to be; null for the default length
  /// @param place where it is to be; null for the first place
  public record Choice(@Nullable Integer durationMinutes, @Nullable PlaceChoice place) {
    /// The default length and the first place.
    public static final Choice USUAL = new Choice(null, null);
  }

  /// Creates a request for the default length and the first place. Wide: as the request is.
  ///
  /// @throws InvalidValueException naming the first field that is not valid
  public BookRequest(
      UUID eventTypeId,
      Instant start,
      Invitee invitee,
      List<EmailAddress> guests,
      Map<UUID, Answer> answers,
      String notes,
      Map<String, String> metadata,
      @Nullable String link,
      @Nullable String idempotencyKey) {
    this(
        eventTypeId,
        start,
        invitee,
        guests,
        answers,
        notes,
        metadata,
        link,
        idempotencyKey,
        Choice.USUAL);
  }

  /// Creates the request.
  ///
  /// @throws InvalidValueException naming the first field that is not valid
  public BookRequest {
    PersonName.checked("invitee.name", invitee.name());
    guests = guests.stream().distinct().filter(guest -> !guest.equals(invitee.email())).toList();
    Text.number("guests", guests.size(), 0, Guests.MOST);
    answers = Map.copyOf(answers);
    Text.number("answers", answers.size(), 0, MOST_ANSWERS);
    notes = Text.lines("notes", notes, LONGEST_NOTES);
    metadata = checked(metadata);
    if (idempotencyKey != null) {
      idempotencyKey = Text.line("Idempotency-Key", idempotencyKey, 200);
    }
  }

  /// Returns a request that says no more than it must.
  public static BookRequest of(UUID eventTypeId, Instant start, Invitee invitee) {
    return new BookRequest(
        eventTypeId, start, invitee, List.of(), Map.of(), "", Map.of(), null, null);
  }

  /// Returns the same wish for another start.
  public BookRequest at(Instant other) {
    return new BookRequest(
        eventTypeId,
        other,
        invitee,
        guests,
        answers,
        notes,
        metadata,
        link,
        idempotencyKey,
        choice);
  }

  /// Returns the same wish with another choice.
  public BookRequest choosing(Choice other) {
    return new BookRequest(
        eventTypeId, start, invitee, guests, answers, notes, metadata, link, idempotencyKey, other);
  }

  /// Returns the same wish under another idempotency key.
  public BookRequest under(String key) {
    return new BookRequest(
        eventTypeId, start, invitee, guests, answers, notes, metadata, link, key, choice);
  }

  /// Returns the same wish without those guests who take part anyway.
  BookRequest without(Collection<EmailAddress> others) {
    List<EmailAddress> rest = guests.stream().filter(guest -> !others.contains(guest)).toList();
    return new BookRequest(
        eventTypeId, start, invitee, rest, answers, notes, metadata, link, idempotencyKey, choice);
  }

  private static Map<String, String> checked(Map<String, String> metadata) {
    Text.number("metadata", metadata.size(), 0, 50);
    Map<String, String> checked = new TreeMap<>();
    metadata.forEach(
        (key, value) ->
            checked.put(Text.line("metadata", key, 40), Text.lines("metadata." + key, value, 500)));
    return Collections.unmodifiableMap(checked);
  }

  /// Returns a hash (SHA-256, hexadecimal) that is the same for requests with the same content. The
  /// key and the case of e-mail addresses are no part of it.
  public String contentHash() {
    List<String> parts =
        new ArrayList<>(
            List.of(
                eventTypeId.toString(),
                start.toString(),
                invitee.name(),
                invitee.email().key(),
                invitee.timeZone().getId(),
                guests.stream().map(EmailAddress::key).toList().toString(),
                StoredAnswers.hashed(answers),
                notes));
    if (!metadata.isEmpty()) {
      parts.add(metadata.toString());
    }
    if (!choice.equals(Choice.USUAL)) {
      parts.add(choice.toString());
    }
    StringBuilder content = new StringBuilder();
    parts.forEach(part -> content.append(part.length()).append(':').append(part));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(content.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
