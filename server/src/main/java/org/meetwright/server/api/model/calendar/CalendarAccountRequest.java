package org.meetwright.server.api.model.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A calendar account to connect.
///
/// @param kind ics or caldav
/// @param url where it is; of caldav, an e-mail address too, whose domain is asked
/// @param user null if there is none
/// @param password null if there is none
/// @param name what the host calls it; null to call it as its address says
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalendarAccountRequest(
    String kind,
    String url,
    @Nullable String user,
    @Nullable String password,
    @Nullable String name) {

  /// Leaves the password and the address, which may hold a secret, out.
  @Override
  public String toString() {
    return "CalendarAccountRequest[" + kind + "]";
  }

  /// What is changed about an account; what is null stays.
  ///
  /// @param url another address; then user and password are given anew
  /// @param paused whether it is not asked
  /// @param follows whether meetings follow what their host does with their events there
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Change(
      @Nullable String name,
      @Nullable Boolean paused,
      @Nullable Boolean follows,
      @Nullable String url,
      @Nullable String user,
      @Nullable String password) {

    /// Leaves the password and the address, which may hold a secret, out.
    @Override
    public String toString() {
      return "Change";
    }
  }
}
