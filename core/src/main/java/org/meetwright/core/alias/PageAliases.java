package org.meetwright.core.alias;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.alias.AliasMapper.TargetRow;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.value.InvalidValueException;

/// Old paths that lead to booking pages. They are looked up only where there is no page, so none
/// hides one.
public final class PageAliases {
  private final Database database;

  /// Creates the service.
  public PageAliases(Database database) {
    this.database = database;
  }

  /// What became of an alias that was to be kept.
  public enum Kept {
    ADDED,
    /// It leads there already.
    THERE,
    /// It leads to another page, and goes on doing so.
    ANOTHER
  }

  /// Returns where a path leads, as it stands in an address; empty if it is no alias.
  public Optional<PageAlias> find(String path) {
    AliasPath asked;
    try {
      asked = new AliasPath(path);
    } catch (InvalidValueException none) {
      return Optional.empty();
    }
    return database.read(
        tx -> Optional.ofNullable(tx.mapper(AliasMapper.class).find(asked.value())));
  }

  /// Returns a page of aliases by path.
  ///
  /// @param after the last path of the page before; empty for the first page
  public List<PageAlias> list(String after, int limit) {
    return database.read(tx -> tx.mapper(AliasMapper.class).list(after, limit));
  }

  /// Deletes an alias.
  ///
  /// @return whether there was one
  public boolean delete(AliasPath path) {
    return database.inTransaction(tx -> tx.mapper(AliasMapper.class).delete(path.value()) > 0);
  }

  /// Keeps an alias, within a transaction. One that is there stays as it is.
  ///
  /// @param eventTypeId null for the page of the host or team
  public static Kept keep(
      Transaction tx, AliasPath path, UUID pageId, @Nullable UUID eventTypeId, Instant at) {
    AliasMapper mapper = tx.mapper(AliasMapper.class);
    TargetRow there = mapper.target(path.value());
    if (there == null) {
      mapper.insert(path.value(), pageId, eventTypeId, at);
      return Kept.ADDED;
    }
    return there.equals(new TargetRow(pageId, eventTypeId)) ? Kept.THERE : Kept.ANOTHER;
  }
}
