package org.meetwright.cli.program;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options that every command takes, before or after its name.
public final class GlobalOptions {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The data directory.")
  @Nullable Path home;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The configuration file, instead of meetwright.yaml in the data directory.")
  @Nullable Path config;

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "The database: jdbc:postgresql:... or jdbc:h2:...")
  @Nullable String databaseUrl;

  @Option(
      names = "--server",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "Work as a host on this server, where you have signed in with login.")
  @Nullable String server;

  @Option(
      names = "--context",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "Work in this context (context list), or on the database: database.")
  @Nullable String context;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print one JSON document, with the keys of the HTTP API.")
  boolean json;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Log more, and show stack traces.")
  boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  boolean help;

  /// Returns the server to work on; null if none is named.
  public @Nullable String server() {
    return server;
  }

  /// Returns the name of the context to work in; null if none is named.
  public @Nullable String context() {
    return context;
  }

  /// Returns whether no context on a server is named.
  boolean isOnDatabase() {
    return context == null || context.equals("database");
  }

  /// Returns whether a database is named.
  public boolean namesDatabase() {
    return home != null || config != null || databaseUrl != null;
  }

  /// Returns whether data is to be printed as JSON.
  public boolean json() {
    return json;
  }

  /// Returns whether stack traces are to be shown.
  public boolean verbose() {
    return verbose;
  }
}
