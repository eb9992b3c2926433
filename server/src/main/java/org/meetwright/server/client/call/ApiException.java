package org.meetwright.server.client.call;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.ProblemDetails;

/// Says that a server refused a call, with what its problem document says.
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemDetails problem;
  private final @Nullable Duration retryAfter;

  ApiException(ProblemDetails problem, @Nullable Duration retryAfter) {
    super(problem.detail());
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  /// Returns the HTTP status.
  public int status() {
    return problem.status();
  }

  /// Returns the word that stands for the kind of problem; empty if the answer was no problem
  /// document.
  public String code() {
    return problem.code();
  }

  /// Returns what is wrong, and the next step.
  public String detail() {
    return problem.detail();
  }

  /// Returns the whole document.
  public ProblemDetails problem() {
    return problem;
  }

  /// Returns how long to wait before asking again; empty if that is not the problem.
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
