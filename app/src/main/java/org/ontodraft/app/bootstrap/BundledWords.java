package org.ontodraft.app.bootstrap;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.cli.Printed;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.ui.common.Texts;

/** The words of a terminal, from the window's bundle, which is read when the first is asked for. */
final class BundledWords implements Printed {
  private @Nullable Texts texts;

  private Texts texts() {
    Texts known = texts;
    if (known == null) {
      known = Texts.load();
      texts = known;
    }
    return known;
  }

  @Override
  public String text(String key, Object... arguments) {
    return texts().get(key, arguments);
  }

  @Override
  public List<String> refusal(Refusal refusal) {
    Object[] arguments = refusal.arguments().toArray();
    String key = "refusal." + refusal.code() + ".";
    List<String> lines = new ArrayList<>();
    lines.add(text(key + "title", arguments) + " (" + refusal.code() + ")");
    lines.add(text(key + "text", arguments));
    lines.add(text(key + "next", arguments));
    return lines;
  }
}
