package org.meetwright.cli;

import picocli.CommandLine.IVersionProvider;

/// The version of the program, from its jar.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"Meetwright " + (version == null ? "(unpackaged)" : version)};
  }
}
