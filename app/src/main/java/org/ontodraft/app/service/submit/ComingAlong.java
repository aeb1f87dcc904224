package org.ontodraft.app.service.submit;

import java.util.List;

/**
 * What a pull request into a branch would bring there besides the draft: the commits that the
 * draft's base goes back to and the branch does not.
 *
 * @param into the branch it is to be merged into
 * @param from the branch the draft is based on
 * @param count how many commits come along; 0 for none
 * @param newest the subjects of the newest of them
 */
public record ComingAlong(String into, String from, int count, List<String> newest) {
  public ComingAlong {
    newest = List.copyOf(newest);
  }
}
