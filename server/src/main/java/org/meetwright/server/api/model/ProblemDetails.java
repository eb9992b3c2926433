package org.meetwright.server.api.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A problem document (RFC 9457).
///
/// @param code a word that stays
/// @param errors what is wrong with which field; null if it is not a field
/// @param reasons codes that an invitee may know; null unless a time is not offered
/// @param requestId by which the logs know the request
public record ProblemDetails(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<FieldError> errors,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> reasons,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String requestId) {
  /// What is wrong with a field.
  ///
  /// @param code what a calendar service said to it, as a word; null if none was asked
  public record FieldError(
      String field,
      String message,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String code) {}
}
