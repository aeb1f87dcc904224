package org.ontodraft.app.ui.common;

import java.net.URI;

/** Shows pages in the person's browser. FX thread; it does not wait for the browser. */
@FunctionalInterface
public interface WebPages {
  /** Shows a page; whether a browser came up is not known. */
  void show(URI page);
}
