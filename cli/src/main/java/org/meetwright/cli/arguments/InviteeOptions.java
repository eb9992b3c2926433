package org.meetwright.cli.arguments;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Arguments.Name;
import org.meetwright.cli.program.Failure;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.model.booking.BookingRequest;
import org.meetwright.server.api.model.eventtype.ApiQuestion;
import picocli.CommandLine.Option;

/// Who is met, and what else is said when something is booked.
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class InviteeOptions {
  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "Who is met: the invitee's name.")
  private Name name;

  @Option(
      names = "--email",
      paramLabel = "EMAIL",
      required = true,
      description = "The invitee's e-mail address.")
  private EmailAddress email;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "The time zone in which the invitee reads times (default: the host's).")
  private @Nullable ZoneId zone;

  @Option(
      names = "--duration",
      paramLabel = "MINUTES",
      description = "How long the meeting is to be, if several lengths are offered.")
  private @Nullable Integer duration;

  @Option(
      names = "--guest",
      paramLabel = "EMAIL",
      description = "Someone who is invited too; may be given several times.")
  private @Nullable List<EmailAddress> guests;

  @Option(
      names = "--answer",
      paramLabel = "QUESTION=ANSWER",
      description = "An answer to a question of the event type; may be given several times.")
  private @Nullable Map<String, String> answers;

  @Option(names = "--notes", paramLabel = "TEXT", description = "What the host is to know.")
  private @Nullable String notes;

  /// Creates the options.
  public InviteeOptions() {}

  /// Returns the asked length in minutes; null for the default one.
  public @Nullable Integer duration() {
    return duration;
  }

  /// Returns the request to book.
  ///
  /// @param usualZone the host's
  /// @param questions what is asked
  /// @param override whether to book over the rules
  /// @throws Failure if an answer is missing, or belongs to no question
  public BookingRequest request(
      EventTypeAddress address,
      Instant start,
      Supplier<ZoneId> usualZone,
      List<ApiQuestion> questions,
      boolean override) {
    ZoneId read = zone == null ? usualZone.get() : zone;
    return new BookingRequest(
        address.handle(),
        address.slug(),
        start,
        new BookingRequest.Invitee(name.value(), email.value(), read.getId(), null),
        guests == null ? null : guests.stream().map(EmailAddress::value).toList(),
        answered(questions),
        notes,
        null,
        null,
        null,
        duration,
        null,
        override ? true : null);
  }

  private @Nullable Map<UUID, Object> answered(List<ApiQuestion> questions) {
    Map<String, String> left = new HashMap<>(answers == null ? Map.of() : answers);
    Map<UUID, Object> found = new HashMap<>();
    for (ApiQuestion question : questions) {
      String byLabel = left.remove(question.label());
      String answer = byLabel == null ? left.remove(question.id().toString()) : byLabel;
      if (answer != null) {
        found.put(question.id(), value(question, answer));
      } else if (question.required()) {
        throw new Failure(
            "This event type asks \""
                + question.label()
                + "\", which needs an answer; give it with --answer \""
                + question.label()
                + "=...\".");
      }
    }
    if (!left.isEmpty()) {
      throw new Failure(
          "The event type does not ask "
              + InvalidValueException.shown(left.keySet().iterator().next())
              + (questions.isEmpty()
                  ? ", nor anything else."
                  : "; it asks "
                      + String.join(", ", questions.stream().map(ApiQuestion::label).toList())
                      + "."));
    }
    return found.isEmpty() ? null : found;
  }

  /// Returns an answer as its kind of question wants it; what does not fit is refused later.
  private static Object value(ApiQuestion question, String answer) {
    return switch (question.kind()) {
      case "number" -> answer.matches("-?[0-9]{1,9}") ? (Object) Integer.valueOf(answer) : answer;
      case "yesNo" ->
          answer.equals("yes") || answer.equals("true")
              ? (Object) true
              : answer.equals("no") || answer.equals("false") ? (Object) false : answer;
      case "manyOf" -> List.of(answer.split("\\s*,\\s*"));
      default -> answer;
    };
  }
}
