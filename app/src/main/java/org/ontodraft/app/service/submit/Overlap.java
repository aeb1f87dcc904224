package org.ontodraft.app.service.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ontodraft.model.draft.DraftFiles.FileChange;
import org.ontodraft.model.entity.EntityKey;

/**
 * An open pull request of somebody that touches files which would be sent.
 *
 * @param entities the entities whose files both touch
 */
public record Overlap(TouchingPullRequest pullRequest, SortedSet<EntityKey> entities) {
  /** Those among pull requests that touch one of these files. */
  static List<Overlap> among(List<TouchingPullRequest> open, List<FileChange> files) {
    Map<String, EntityKey> byPath = new TreeMap<>();
    files.forEach(file -> byPath.put(file.path(), file.key()));
    List<Overlap> found = new ArrayList<>();
    for (TouchingPullRequest one : open) {
      SortedSet<EntityKey> both = new TreeSet<>();
      for (String path : one.paths()) {
        if (byPath.get(path) instanceof EntityKey key) {
          both.add(key);
        }
      }
      if (!both.isEmpty()) {
        found.add(new Overlap(one, both));
      }
    }
    return List.copyOf(found);
  }
}
