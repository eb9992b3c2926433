package org.meetwright.server.api.model.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A team to add, or to put in place of another; a null component takes its default.
///
/// @param id not looked at, so that what was told can be sent back
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TeamRequest(
    @Nullable UUID id, String handle, String name, @Nullable List<Member> members) {

  /// A host in a team.
  ///
  /// @param state not looked at, so that what was told can be sent back
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Member(
      String handle,
      @Nullable Integer weight,
      @Nullable Integer priority,
      @Nullable String state) {}
}
