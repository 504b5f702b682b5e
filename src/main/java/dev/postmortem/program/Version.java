package dev.postmortem.program;

import picocli.CommandLine.IVersionProvider;

/** Which version this is, as the jar's manifest says. */
public final class Version implements IVersionProvider {
  /** The number; that it has none where it does not run from the jar. */
  public static String current() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"postmortem " + current()};
  }
}
