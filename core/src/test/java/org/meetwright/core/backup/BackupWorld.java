package org.meetwright.core.backup;

import java.nio.file.Path;
import java.util.Set;
import org.meetwright.core.Fixture;
import org.meetwright.core.access.ApiTokens.NewToken;
import org.meetwright.core.access.Scope;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseSettings;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.core.webhook.WebhookEvent;

/// A database with something in it that is not easy to copy.
final class BackupWorld {
  private BackupWorld() {}

  /// Fills a database: bookings, letters of other scripts, a sealed secret, and a token whose maker
  /// comes later in its table.
  static EventType fill(Fixture fixture) {
    EventType type = fixture.addEventType(change -> change);
    fixture.book(type, "2026-03-03T15:00:00Z", "bob@example.com");
    fixture.book(type, "2026-03-04T15:00:00Z", "eve@example.com");
    fixture.sql("UPDATE host SET name = 'Ada \u5b8c \uD83D\uDE80 \"\\ \u0130\u00df'");
    fixture.sql("UPDATE booking SET notes = 'a line' || CHR(10) || 'and a tab' || CHR(9)");
    fixture
        .core
        .webhooks()
        .add(
            fixture.ada.id(),
            HttpUrl.of("https://example.org/hook"),
            Set.copyOf(WebhookEvent.ofBookings()));
    NewToken order = new NewToken("a token", Set.of(Scope.READ), null);
    var tokens = fixture.core.access().tokens();
    String first = tokens.create(fixture.ada.id(), order).token().id().toString();
    String second = tokens.create(fixture.ada.id(), order).token().id().toString();
    fixture.sql("UPDATE api_token SET made_by = '%s' WHERE id = '%s'".formatted(second, first));
    return type;
  }

  static BackupReport backup(Fixture fixture, Path file, String passphrase) {
    return new Backup(fixture.core.database(), fixture.clock)
        .write(new BackupFile(file, true, passphrase), _ -> {});
  }

  static BackupReport backup(DatabaseSettings settings, Fixture fixture, Path file) {
    try (Database database = Database.open(settings)) {
      return new Backup(database, fixture.clock).write(new BackupFile(file, true, null), _ -> {});
    }
  }

  static BackupReport restore(Path file, DatabaseSettings settings, String passphrase) {
    return new Restore(file, () -> passphrase).into(settings, false, _ -> {});
  }
}
