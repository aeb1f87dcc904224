package org.ontodraft.app.ui.editor;

import java.util.function.Consumer;
import org.ontodraft.app.service.Refusal;

/** How an edit ended. FX thread; exactly one of the methods is called, once. */
interface Reply {
  /** It is kept. */
  void kept();

  /** The draft did not take it; nothing changed. */
  void refused(Refusal refusal);

  /** Keeping it failed, which was reported. */
  void failed();

  /** A reply that only tells why an edit was refused. */
  static Reply ofRefusal(Consumer<Refusal> told) {
    return new Reply() {
      @Override
      public void kept() {}

      @Override
      public void refused(Refusal refusal) {
        told.accept(refusal);
      }

      @Override
      public void failed() {}
    };
  }
}
