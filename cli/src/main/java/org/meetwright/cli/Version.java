package org.meetwright.cli;

import org.meetwright.cli.commands.version.Build;
import picocli.CommandLine.IVersionProvider;

/// The version of the program.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {Build.here().toString()};
  }
}
