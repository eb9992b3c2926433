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

  /// Returns whether data is to be printed as JSON.
  public boolean json() {
    return json;
  }

  /// Returns whether stack traces are to be shown.
  public boolean verbose() {
    return verbose;
  }
}
