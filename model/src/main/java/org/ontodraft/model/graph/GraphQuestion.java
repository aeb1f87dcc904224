package org.ontodraft.model.graph;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/**
 * Which part of an ontology to show.
 *
 * @param view what to begin with
 * @param depth how many links away from the focus the neighbourhood goes, 1 to 4
 * @param kinds the links to follow and to show
 * @param changedOnly whether to leave out what the draft neither changes nor affects
 * @param expanded entities whose neighbours are wanted as well, in the order they were asked for
 */
public record GraphQuestion(
    EntityKey focus,
    View view,
    int depth,
    Set<LinkKind> kinds,
    boolean changedOnly,
    List<EntityKey> expanded) {
  /** How far a neighbourhood may go. */
  public static final int MAX_DEPTH = 4;

  /**
   * @throws IllegalArgumentException when the depth is none
   */
  public GraphQuestion {
    if (depth < 1 || depth > MAX_DEPTH) {
      throw new IllegalArgumentException("depth " + depth);
    }
    kinds = Set.copyOf(kinds);
    expanded = List.copyOf(expanded);
  }

  /** What a graph begins with. */
  public enum View {
    /** The focus and what it is linked with. */
    NEIGHBOURHOOD,
    /** Everything that a module, or the modules of a bundle, list. */
    MODULE,
    /** Everything the focus inherits from, and everything that inherits from it. */
    INHERITANCE
  }

  /** What to show of an entity first. */
  public static GraphQuestion about(EntityKey focus) {
    EntityType type = focus.type();
    boolean lists = type == EntityType.MODULE || type == EntityType.BUNDLE;
    Set<LinkKind> kinds = EnumSet.allOf(LinkKind.class);
    if (!lists) {
      // Everything is in a module: by way of it, everything would be a neighbour of everything.
      kinds.remove(LinkKind.MEMBER);
    }
    if (type == EntityType.CATEGORY || type == EntityType.PROPERTY) {
      // What resources say would hide what the schema says.
      kinds.remove(LinkKind.MENTION);
    }
    return new GraphQuestion(
        focus, lists ? View.MODULE : View.NEIGHBOURHOOD, 1, kinds, false, List.of());
  }

  /** The views there are of an entity of this type. */
  public static List<View> viewsOf(EntityType type) {
    return switch (type) {
      case CATEGORY, PROPERTY -> List.of(View.NEIGHBOURHOOD, View.INHERITANCE);
      case MODULE, BUNDLE -> List.of(View.MODULE, View.NEIGHBOURHOOD);
      case SUBOBJECT, TEMPLATE, DASHBOARD, RESOURCE, MEDIA -> List.of(View.NEIGHBOURHOOD);
    };
  }

  /** Another view, with nothing expanded. */
  public GraphQuestion withView(View other) {
    return new GraphQuestion(focus, other, depth, kinds, changedOnly, List.of());
  }

  /** Another depth, with nothing expanded. */
  public GraphQuestion withDepth(int other) {
    return new GraphQuestion(focus, view, other, kinds, changedOnly, List.of());
  }

  /** Other kinds of links. */
  public GraphQuestion withKinds(Set<LinkKind> other) {
    return new GraphQuestion(focus, view, depth, other, changedOnly, expanded);
  }

  /** Changed entities alone, or all. */
  public GraphQuestion withChangedOnly(boolean only) {
    return new GraphQuestion(focus, view, depth, kinds, only, expanded);
  }

  /** The neighbours of one more entity. */
  public GraphQuestion expanding(EntityKey key) {
    List<EntityKey> more = new ArrayList<>(expanded);
    if (!more.contains(key)) {
      more.add(key);
    }
    return new GraphQuestion(focus, view, depth, kinds, changedOnly, more);
  }

  /** The kinds that are followed: inheritance goes by parents alone. */
  Set<LinkKind> followed() {
    return view == View.INHERITANCE ? Set.of(LinkKind.PARENT) : kinds;
  }
}
