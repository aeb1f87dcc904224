package org.ontodraft.app.service.submit;

import java.util.List;
import org.ontodraft.app.forge.ReviewRequest;

/**
 * What a curator wants of a pull request beside its words.
 *
 * @param draft whether a new one is opened as one that is not to be merged yet
 * @param into the branch it is to be merged into; empty for the one the draft is based on
 */
public record Wishes(boolean draft, ReviewRequest request, String into) {
  /** Nothing more. */
  public static final Wishes NONE = new Wishes(false, new ReviewRequest(List.of(), List.of()), "");
}
