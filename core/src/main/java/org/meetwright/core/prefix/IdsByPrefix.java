package org.meetwright.core.prefix;

import java.util.List;
import java.util.UUID;
import org.meetwright.core.database.Database;

/// Finds ids by their beginnings.
public final class IdsByPrefix {
  private final Database database;

  /// Creates the search.
  public IdsByPrefix(Database database) {
    this.database = database;
  }

  /// Returns the ids in a range, in order.
  ///
  /// @param lowest the first that begins as was typed
  /// @param highest the last
  /// @param most how many at most
  public List<UUID> find(Findable what, UUID lowest, UUID highest, int most) {
    return database.read(
        tx -> tx.mapper(PrefixMapper.class).between(what.table(), lowest, highest, most));
  }
}
