package org.meetwright.core.host;

import java.util.UUID;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.InvalidValueException;

/// The handles of hosts and teams: each is taken once.
public final class Handles {
  private Handles() {}

  /// Gives a handle to a host or team; one that it had before is free again.
  ///
  /// @throws InvalidValueException (field `handle`) if another one has it
  public static void take(Transaction tx, Handle handle, UUID ownerId) {
    HandleMapper mapper = tx.mapper(HandleMapper.class);
    UUID owner = mapper.owner(handle.value());
    if (owner != null && !owner.equals(ownerId)) {
      throw taken(handle);
    }
    mapper.delete(ownerId);
    mapper.insert(handle, ownerId);
  }

  /// Refuses a handle that a host or team has.
  ///
  /// @throws InvalidValueException (field `handle`) if one has it
  public static void refuseTaken(Transaction tx, Handle handle) {
    if (tx.mapper(HandleMapper.class).owner(handle.value()) != null) {
      throw taken(handle);
    }
  }

  private static InvalidValueException taken(Handle handle) {
    return new InvalidValueException(
        "handle", InvalidValueException.shown(handle) + " is taken; choose another");
  }

  /// Frees the handle of a host or team.
  public static void free(Transaction tx, UUID ownerId) {
    tx.mapper(HandleMapper.class).delete(ownerId);
  }
}
