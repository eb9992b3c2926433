package org.meetwright.core.database.condition;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseKind;

/// How a database is set up, and what its clock says.
///
/// @param product its name and version
/// @param settings those that matter for whether its data is safe, by name; none for H2, which
///   Meetwright sets itself
public record DatabaseCondition(String product, Instant now, Map<String, String> settings) {
  private static final String VERSION = "server_version";

  /// Creates the condition.
  public DatabaseCondition {
    settings = Map.copyOf(settings);
  }

  /// Asks a database.
  public static DatabaseCondition of(Database database) {
    return database.read(
        tx -> {
          ConditionMapper mapper = tx.mapper(ConditionMapper.class);
          if (database.kind() == DatabaseKind.H2) {
            return new DatabaseCondition("H2 " + mapper.h2Version(), mapper.now(), Map.of());
          }
          Map<String, String> settings = new HashMap<>();
          mapper.postgresSettings().forEach(each -> settings.put(each.name(), each.setting()));
          String version = String.valueOf(settings.remove(VERSION));
          return new DatabaseCondition("PostgreSQL " + version, mapper.now(), settings);
        });
  }
}
