package org.meetwright.server.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.DatabaseSettings;
import org.meetwright.core.lifecycle.ArchiveJob.Lifetimes;

/// Everything that can be configured, read and checked.
///
/// @param home the data directory
/// @param host the address that the server listens on
/// @param port the port that the server listens on; 0 for a free one
/// @param publicUrl the address under which invitees reach the server, without a slash at the end;
///   null for the one that it listens on
/// @param keptMebibytes roughly how much memory kept facts about free times may take, in MiB
/// @param lifetimes how long meetings are kept
/// @param allowPrivateTargets whether webhooks may be at loopback and private addresses
/// @param oidc where hosts can sign in besides
/// @param logLevel how much is logged
public record Settings(
    Path home,
    DatabaseSettings database,
    String host,
    int port,
    @Nullable URI publicUrl,
    int keptMebibytes,
    Lifetimes lifetimes,
    MailSettings mail,
    boolean allowPrivateTargets,
    OidcSettings oidc,
    Level logLevel) {

  /// Returns the defaults for a data directory.
  public static Settings defaults(Path home) {
    return new SettingValues(Map.of()).settings(home);
  }
}
