package org.ontodraft.app.ui.control.code;

import java.util.List;
import java.util.function.Consumer;

/** Works out the parts of a text off the FX thread and answers on it; the newest text wins. */
@FunctionalInterface
public interface Colouring {
  void colour(CodeLanguage language, String text, Consumer<List<CodeSpan>> answer);
}
