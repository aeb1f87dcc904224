package org.ontodraft.app.service.settings;

import java.util.List;
import java.util.Set;

/**
 * What was open in the window of a workspace. Places are texts that only the window understands.
 *
 * @param left the tabs, or those of the left side where there are two
 * @param right those of the right side; none for one side
 * @param recent what was shown, the newest first
 * @param draft the id of the draft that was open; empty for none
 * @param hidden the panes beside the tabs that somebody hid
 */
public record OpenTabs(
    Group left, Group right, List<String> recent, String draft, Set<SidePane> hidden) {
  public OpenTabs {
    recent = List.copyOf(recent);
    hidden = Set.copyOf(hidden);
  }

  /** What stands beside the tabs unless somebody hides it. */
  public enum SidePane {
    EXPLORER,
    INSPECTOR
  }

  /** Nothing open. */
  public static OpenTabs none() {
    return new OpenTabs(Group.none(), Group.none(), List.of(), "", Set.of());
  }

  /** The same with this draft, or with none. */
  public OpenTabs withDraft(String id) {
    return new OpenTabs(left, right, recent, id, hidden);
  }

  /** The same with these panes hidden. */
  public OpenTabs withHidden(Set<SidePane> panes) {
    return new OpenTabs(left, right, recent, draft, panes);
  }

  /**
   * The tabs of one side.
   *
   * @param places in the order of their tabs
   * @param pinned those of them that stay
   * @param front the one in front; empty for none
   */
  public record Group(List<String> places, Set<String> pinned, String front) {
    public Group {
      places = List.copyOf(places);
      pinned = Set.copyOf(pinned);
    }

    /** Nothing open. */
    public static Group none() {
      return new Group(List.of(), Set.of(), "");
    }
  }
}
