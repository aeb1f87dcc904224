package org.ontodraft.app.bootstrap;

/** Entry point of the desktop application. */
public final class Main {
  private Main() {}

  /** Starts the application with the arguments of the command line. */
  public static void main(String[] args) {}
}
