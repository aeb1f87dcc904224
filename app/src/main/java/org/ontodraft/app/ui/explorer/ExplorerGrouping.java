package org.ontodraft.app.ui.explorer;

/** By what the explorer's rows lie below each other. */
enum ExplorerGrouping {
  /** Headings are types; categories lie below their parents. */
  TYPE,
  /** Entities lie below the modules that list them. */
  MODULE,
  /** Modules lie below the bundles that have them. */
  BUNDLE
}
