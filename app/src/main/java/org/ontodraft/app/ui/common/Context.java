package org.ontodraft.app.ui.common;

import java.util.EnumSet;
import java.util.Set;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * A part of the window in which keys of its own count. Keys of a part come before those of the
 * window while the focus is in it. The bundle has its name under {@code context.<name>}.
 */
public enum Context {
  /** The whole window, whatever has the focus. */
  ANYWHERE,
  EXPLORER,
  ENTITY,
  REVIEW,
  REBASE,
  HISTORY,
  DRAFT_HISTORY,
  DRAFTS,
  PROBLEMS,
  SUBMIT,
  GRAPH;

  /** Says that a node and all within it is this part. FX thread. */
  public void mark(Node node) {
    node.getProperties().put(Context.class, this);
  }

  /** The parts that a node is in, {@link #ANYWHERE} among them. FX thread. */
  public static Set<Context> of(@Nullable Node node) {
    Set<Context> found = EnumSet.of(ANYWHERE);
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.hasProperties() && at.getProperties().get(Context.class) instanceof Context part) {
        found.add(part);
      }
    }
    return found;
  }
}
