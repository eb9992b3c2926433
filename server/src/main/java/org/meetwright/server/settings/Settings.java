package org.meetwright.server.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.meetwright.core.archive.ArchiveJob.Lifetimes;
import org.meetwright.core.database.DatabaseSettings;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.settings.calendar.CalendarClients;

/// Everything that can be configured, read and checked.
///
/// Wide: it has a component for each room of the settings.
///
/// @param home the data directory
/// @param acme the certificate that the server orders by itself, if any
/// @param difficulty the largest number that who books has to look for; 0 if he need not
/// @param keptMebibytes roughly how much memory kept facts about free times may take, in MiB
/// @param lifetimes how long meetings are kept
/// @param privateTargets what may be at loopback and private addresses
/// @param calendars as what calendar services know this server
/// @param sms how SMS are sent, if at all
/// @param oidc where hosts can sign in besides
/// @param updates where to look for newer versions; empty to look nowhere
public record Settings(
    Path home,
    DatabaseSettings database,
    ServerSettings server,
    AcmeSettings acme,
    int difficulty,
    int keptMebibytes,
    Lifetimes lifetimes,
    MailSettings mail,
    PrivateTargets privateTargets,
    CalendarClients calendars,
    SmsSettings sms,
    OidcSettings oidc,
    LogSettings log,
    Optional<HttpUrl> updates) {}
