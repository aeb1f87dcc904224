package org.ontodraft.model.exchange;

import java.util.List;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.patch.JsonPatch;

/**
 * Changes that people made in a wiki and push from there.
 *
 * @param source the kind of program that pushes
 * @param wikiUrl where the wiki is
 * @param user who made the changes
 * @param comment what that person said about them
 * @param changes those that could be read, in their order
 * @param offered how many there were, readable or not
 */
public record WikiPush(
    String source, String wikiUrl, String user, String comment, List<Change> changes, int offered) {
  private static final int TITLE_COMMENT = 100;

  public WikiPush {
    changes = List.copyOf(changes);
  }

  /** The title of a draft of this push. */
  public String title() {
    String line = comment.strip().lines().findFirst().orElse("");
    int end =
        line.codePointCount(0, line.length()) <= TITLE_COMMENT
            ? line.length()
            : line.offsetByCodePoints(0, TITLE_COMMENT);
    return "MediaWiki import: " + line.substring(0, end);
  }

  /** What is asked for one entity. */
  public sealed interface Change {
    /** Which of the push's changes it is, from 0. */
    int index();

    /** The entity. */
    EntityKey key();

    /** A new entity. */
    record Create(int index, EntityKey key, EntityDocument entity) implements Change {}

    /** Other content. */
    record Modify(int index, EntityKey key, JsonPatch patch) implements Change {}

    /** No entity any more. */
    record Delete(int index, EntityKey key) implements Change {}
  }
}
