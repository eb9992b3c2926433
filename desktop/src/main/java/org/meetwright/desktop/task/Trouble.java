package org.meetwright.desktop.task;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.ProblemDetails;
import org.meetwright.server.client.call.ApiException;
import org.meetwright.server.client.call.UnreachableException;

/// Why something did not work: the only kind of error that screens see.
///
/// @param code the server's word for it, or one of this app's
/// @param subject what the words of some codes name, such as the server's address; of a refused
///   field, what a calendar service said, as a word
/// @param message what the server said; for the host, if the app has no words for the code
/// @param fields what is wrong with which field
public record Trouble(
    Cause kind, String code, String subject, String message, Map<String, String> fields) {
  private static final int UNAUTHORIZED = 401;
  private static final String UNAUTHORIZED_CODE = "unauthorized";

  /// The codes for which there are words in the host's language, `trouble.CODE`.
  public static final Set<String> IN_WORDS =
      Set.of(
          "cancelled",
          "unreachable",
          "certificate",
          UNAUTHORIZED_CODE,
          "forbidden",
          "version_conflict",
          "slot_taken",
          "too_many_requests",
          "busy",
          "disk_full",
          "internal_error");

  /// Why something did not work, as far as it decides what can be done.
  public enum Cause {
    /// Somebody cancelled it.
    CANCELLED,
    /// The server does not answer: try again later.
    UNREACHABLE,
    /// The session has ended: sign in.
    SIGNED_OUT,
    /// The request was refused: change it.
    REFUSED,
    /// Nobody foresaw it.
    FAULT
  }

  /// The work was cancelled.
  public static final Trouble CANCELLED =
      new Trouble(Cause.CANCELLED, "cancelled", "", "", Map.of());

  /// Returns what an exception means.
  public static Trouble of(Throwable failed) {
    return switch (failed) {
      case ApiException refused -> of(refused);
      case UnreachableException lost ->
          new Trouble(
              Cause.UNREACHABLE,
              isCertificate(lost) ? "certificate" : "unreachable",
              lost.address().toString(),
              String.valueOf(lost.getMessage()),
              Map.of());
      case Refusal refusal ->
          new Trouble(
              Cause.REFUSED,
              refusal.code(),
              "",
              String.valueOf(refusal.getMessage()),
              refusal.field().isEmpty()
                  ? Map.of()
                  : Map.of(refusal.field(), String.valueOf(refusal.getMessage())));
      default -> new Trouble(Cause.FAULT, "", "", String.valueOf(failed.getMessage()), Map.of());
    };
  }

  private static Trouble of(ApiException refused) {
    @Nullable List<ProblemDetails.FieldError> errors = refused.problem().errors();
    Map<String, String> fields =
        errors == null
            ? Map.of()
            : errors.stream()
                .collect(
                    Collectors.toMap(
                        ProblemDetails.FieldError::field,
                        ProblemDetails.FieldError::message,
                        (first, second) -> first));
    boolean over = refused.status() == UNAUTHORIZED && refused.code().equals(UNAUTHORIZED_CODE);
    return new Trouble(
        over ? Cause.SIGNED_OUT : Cause.REFUSED,
        refused.code(),
        refused
            .retryAfter()
            .map(Duration::toSeconds)
            .map(String::valueOf)
            .orElseGet(() -> word(errors)),
        refused.detail(),
        fields);
  }

  private static String word(@Nullable List<ProblemDetails.FieldError> errors) {
    return errors == null
        ? ""
        : errors.stream()
            .map(error -> Objects.requireNonNullElse(error.code(), ""))
            .filter(code -> !code.isEmpty())
            .findFirst()
            .orElse("");
  }

  private static boolean isCertificate(Throwable lost) {
    for (Throwable cause = lost.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return true;
      }
    }
    return false;
  }

  /// Returns what is said to the host while there is trouble; empty while there is none.
  public static ObservableValue<String> said(
      ObservableValue<@Nullable Trouble> trouble, Words words) {
    return Bindings.createStringBinding(
        () -> {
          @Nullable Trouble now = trouble.getValue();
          return now == null ? "" : now.say(words);
        },
        trouble);
  }

  /// Says it to the host.
  public String say(Words words) {
    if (IN_WORDS.contains(code)) {
      return words.get("trouble." + code, subject);
    }
    return kind == Cause.FAULT ? words.get("trouble.fault", message) : message;
  }
}
