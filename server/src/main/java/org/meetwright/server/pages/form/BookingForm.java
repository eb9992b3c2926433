package org.meetwright.server.pages.form;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.question.Question;
import org.meetwright.server.pages.guard.FormGuard;

/// What an invitee typed, unchanged.
///
/// @param proof that the form was made here
/// @param key makes sending it twice harmless
/// @param answers by question
/// @param place where the meeting is to be
public record BookingForm(
    String proof,
    String key,
    String name,
    String email,
    String guests,
    String notes,
    Map<UUID, List<String>> answers,
    PlaceForm place) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 16;

  /// Returns a form that nobody has typed into, filled in as far as an address says.
  ///
  /// @param given all values of a name: `name`, `email`, `guests`, `notes`, and of a question its
  ///   id or its label as a slug
  /// @param key makes sending it twice harmless
  public static BookingForm prefilled(
      Function<String, List<String>> given, EventType eventType, String key) {
    Map<UUID, List<String>> answers = new HashMap<>();
    for (Question question : eventType.questions()) {
      answers.put(question.id(), Prefill.of(question, given));
    }
    return new BookingForm(
        "",
        key,
        Prefill.first(given, "name"),
        Prefill.first(given, "email"),
        String.join(", ", given.apply("guests")),
        Prefill.first(given, "notes"),
        answers,
        new PlaceForm("", Prefill.first(given, "phone"), Prefill.first(given, "address")));
  }

  /// Returns what was typed into the form of an event type.
  public static BookingForm of(FormBody body, EventType eventType) {
    Map<UUID, List<String>> answers = new HashMap<>();
    for (Question question : eventType.questions()) {
      answers.put(question.id(), body.all(field(question.id())));
    }
    String key = body.get("key");
    return new BookingForm(
        body.get(FormGuard.TOKEN),
        key.matches("[0-9a-f]{32}") ? key : newKey(),
        body.get("name"),
        body.get("email"),
        body.get("guests"),
        body.get("notes"),
        answers,
        new PlaceForm(body.get("place"), body.get("phone"), body.get("address")));
  }

  /// Returns whether nothing is filled in.
  public boolean isEmpty() {
    return (name + email + guests + notes).isBlank()
        && place.isEmpty()
        && answers.values().stream().allMatch(List::isEmpty);
  }

  /// Returns the same form under a new key, so that it counts as another wish.
  public BookingForm anew() {
    return new BookingForm(proof, newKey(), name, email, guests, notes, answers, place);
  }

  /// Returns the same form with another proof.
  public BookingForm proven(String newProof) {
    return new BookingForm(newProof, key, name, email, guests, notes, answers, place);
  }

  /// Returns a key that no form had before.
  public static String newKey() {
    byte[] bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// Returns the name of a question's field.
  public static String field(UUID questionId) {
    return "q-" + questionId;
  }

  /// Returns the answer to a question; empty if there is none.
  public String answer(UUID questionId) {
    return answers(questionId).stream().findFirst().orElse("");
  }

  /// Returns all answers to a question.
  public List<String> answers(UUID questionId) {
    return answers.getOrDefault(questionId, List.of());
  }
}
