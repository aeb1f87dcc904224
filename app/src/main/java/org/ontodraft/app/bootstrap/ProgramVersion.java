package org.ontodraft.app.bootstrap;

import picocli.CommandLine.IVersionProvider;

/** The version of this build, as the jar's manifest has it. */
public final class ProgramVersion implements IVersionProvider {
  /** The version, or {@code development} outside a jar. */
  public static String text() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"Ontodraft " + text()};
  }
}
