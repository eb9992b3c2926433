package org.meetwright.server.api.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.model.ProblemDetails;
import org.meetwright.server.operations.RequestId;

/// Ends a request with a problem document (RFC 9457).
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// The kinds of problems: a stable word, a status and a title each.
  public enum Code {
    INVALID_REQUEST(400, "The request is not valid"),
    UNAUTHORIZED(401, "Sign in first"),
    SECOND_FACTOR_REQUIRED(401, "A code is needed too"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "Not found"),
    SLOT_TAKEN(409, "The time is taken"),
    VERSION_CONFLICT(409, "Changed meanwhile"),
    NOT_POSSIBLE(409, "Not possible now"),
    IN_USE(409, "Still in use"),
    EXPIRED(410, "Too late"),
    LINK_NOT_VALID(410, "The booking link does not work"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Another media type is wanted"),
    NOT_OFFERED(422, "The time is not offered"),
    IDEMPOTENCY_KEY_REUSED(422, "The key was used for another request"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL_ERROR(500, "Something went wrong here"),
    BUSY(503, "Too busy now");

    private final int status;
    private final String title;

    Code(int status, String title) {
      this.status = status;
      this.title = title;
    }

    /// Returns the HTTP status.
    public int status() {
      return status;
    }

    /// Returns the stable word.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    String title() {
      return title;
    }
  }

  private final transient ProblemDetails problem;
  private final @Nullable Duration retryAfter;

  private ProblemException(ProblemDetails problem, @Nullable Duration retryAfter) {
    super(problem.detail());
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  /// Returns the document to send.
  public ProblemDetails problem() {
    return problem;
  }

  /// Returns a problem of a kind.
  ///
  /// @param detail one sentence with the next step
  public static ProblemException of(Code code, String detail) {
    return new ProblemException(document(code, detail, null, null), null);
  }

  /// Returns the problem that someone asks too often.
  ///
  /// @param retryAfter how long he has to wait, whole seconds
  public static ProblemException tooManyRequests(String detail, Duration retryAfter) {
    return new ProblemException(document(Code.TOO_MANY_REQUESTS, detail, null, null), retryAfter);
  }

  /// Returns the problem that too much is being done.
  ///
  /// @param retryAfter how long to wait, whole seconds
  public static ProblemException busy(Duration retryAfter) {
    return new ProblemException(
        document(
            Code.BUSY,
            "Nothing was done: too much is asked at the moment. Try again in "
                + retryAfter.toSeconds()
                + " s.",
            null,
            null),
        retryAfter);
  }

  /// Returns how long to wait before asking again, whole seconds; empty if that is not the problem.
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /// Returns the problem that a value is not valid.
  public static ProblemException invalid(InvalidValueException wrong) {
    return invalid(wrong, null);
  }

  /// Returns the problem that a value is not valid.
  ///
  /// @param reason why, as a word; null if there is none
  public static ProblemException invalid(InvalidValueException wrong, @Nullable String reason) {
    // A key that nobody knows may be of any length, and hold what can't be sent.
    String quoted = InvalidValueException.shown(wrong.field());
    String field = quoted.substring(1, quoted.length() - 1);
    return of(
        Code.INVALID_REQUEST,
        new ProblemDetails.FieldError(field, String.valueOf(wrong.getMessage()), reason));
  }

  /// Returns the problem that something is not allowed for what a field holds.
  ///
  /// @param message what is wrong with it, and the next step
  public static ProblemException forbidden(String field, String message) {
    return of(Code.FORBIDDEN, new ProblemDetails.FieldError(field, message, null));
  }

  private static ProblemException of(Code code, ProblemDetails.FieldError error) {
    String detail = (error.field().isEmpty() ? "The body" : error.field()) + " " + error.message();
    return new ProblemException(document(code, detail, List.of(error), null), null);
  }

  /// Returns the problem that a time is not offered.
  ///
  /// @param reasons codes that an invitee may know
  public static ProblemException notOffered(String detail, List<String> reasons) {
    return new ProblemException(document(Code.NOT_OFFERED, detail, null, reasons), null);
  }

  private static ProblemDetails document(
      Code code,
      String detail,
      @Nullable List<ProblemDetails.FieldError> errors,
      @Nullable List<String> reasons) {
    return new ProblemDetails(
        "about:blank",
        code.title(),
        code.status(),
        detail,
        code.word(),
        errors,
        reasons,
        RequestId.current().orElse(null));
  }

  /// Returns the problem that something does not exist.
  ///
  /// @param kind what it would be, for example `host`
  /// @param name how it was called
  public static ProblemException notFound(String kind, String name) {
    return of(
        Code.NOT_FOUND, "There is no " + kind + " " + InvalidValueException.shown(name) + ".");
  }
}
