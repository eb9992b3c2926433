package org.meetwright.core.eventtype;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who meets the invitees of an event type.
public sealed interface Assignment {
  /// The host whose event type it is.
  record OneHost() implements Assignment {
    @Override
    public @Nullable UUID teamId() {
      return null;
    }

    @Override
    public String word() {
      return "oneHost";
    }
  }

  /// One member of a team, in turn.
  record RoundRobin(UUID teamId) implements Assignment {
    @Override
    public String word() {
      return "roundRobin";
    }
  }

  /// All members of a team together.
  record Collective(UUID teamId) implements Assignment {
    @Override
    public String word() {
      return "collective";
    }
  }

  /// Returns the team; null if there is none.
  @Nullable UUID teamId();

  /// Returns the word that stands for the kind outside the program.
  String word();
}
