package org.ontodraft.app.service.settings;

import java.util.List;
import java.util.Set;

/**
 * What was open in the window of a workspace. Places are texts that only the window understands.
 *
 * @param places in the order of their tabs
 * @param pinned those of them that stay
 * @param front the one in front; empty for none
 * @param beside what stands beside the tabs; empty for nothing
 */
public record OpenTabs(List<String> places, Set<String> pinned, String front, String beside) {
  public OpenTabs {
    places = List.copyOf(places);
    pinned = Set.copyOf(pinned);
  }

  /** Nothing open. */
  public static OpenTabs none() {
    return new OpenTabs(List.of(), Set.of(), "", "");
  }
}
