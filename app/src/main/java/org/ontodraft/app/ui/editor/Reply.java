package org.ontodraft.app.ui.editor;

import org.ontodraft.app.service.Refusal;

/** How an edit ended. FX thread; exactly one of the methods is called, once. */
interface Reply {
  /** It is kept. */
  void kept();

  /** The draft did not take it; nothing changed. */
  void refused(Refusal refusal);

  /** Keeping it failed, which was reported. */
  void failed();
}
