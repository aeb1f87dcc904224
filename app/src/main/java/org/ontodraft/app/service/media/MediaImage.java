package org.ontodraft.app.service.media;

import java.util.Optional;
import org.ontodraft.model.media.ImageContent;

/**
 * One image file of media, at the base of a draft and with the draft.
 *
 * @param name the file's name within the media folder
 * @param before the Git object at the base; empty for one that the draft adds
 * @param mine what the draft puts there; empty when it leaves the file alone or takes it away
 * @param takenAway whether the draft takes the file away
 */
public record MediaImage(
    String name, Optional<String> before, Optional<ImageContent> mine, boolean takenAway) {
  /** Whether the draft does anything to the file. */
  public boolean changed() {
    return takenAway || mine.isPresent();
  }
}
