package org.ontodraft.model.hierarchy;

import java.util.List;
import org.ontodraft.model.entity.EntityKey;

/**
 * The ways by parents from a category up to where something comes from (decision 10).
 *
 * @param shown at most {@link #MOST_SHOWN}, shortest first, each from the category to its source
 * @param total how many there are, counted without walking them; {@link Long#MAX_VALUE} stands for
 *     that many and more
 */
public record InheritancePaths(List<List<EntityKey>> shown, long total) {
  /** The most paths that are listed. */
  public static final int MOST_SHOWN = 20;

  static final InheritancePaths NONE = new InheritancePaths(List.of(), 0);

  public InheritancePaths {
    shown = List.copyOf(shown);
  }
}
