package org.ontodraft.app.ui.common;

import java.nio.file.Path;

/** Folders and addresses as they may be shown. */
public final class Places {
  private Places() {}

  /** A folder, with {@code ~} for the home folder. */
  public static String shorten(Path folder) {
    Path home = Path.of(System.getProperty("user.home"));
    return folder.startsWith(home) && !folder.equals(home)
        ? Path.of("~").resolve(home.relativize(folder)).toString()
        : folder.toString();
  }

  /** An address without the user and password that may stand in it. */
  public static String withoutCredentials(String address) {
    return address.replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*://)[^/@]*@", "$1");
  }
}
