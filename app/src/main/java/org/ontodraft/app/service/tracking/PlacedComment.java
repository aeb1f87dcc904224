package org.ontodraft.app.service.tracking;

import java.util.Optional;
import org.ontodraft.app.forge.ReviewComment;
import org.ontodraft.model.entity.EntityKey;

/**
 * A comment with what it is about.
 *
 * @param entity the changed entity whose file it stands in; empty for one on the whole, or on a
 *     file that the draft does not change
 * @param field the field whose lines it stands on; empty where that cannot be told, as when the
 *     line is no longer there
 */
public record PlacedComment(ReviewComment comment, Optional<EntityKey> entity, String field) {}
