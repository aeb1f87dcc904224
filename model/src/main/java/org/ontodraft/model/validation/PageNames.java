package org.ontodraft.model.validation;

import java.util.List;
import org.ontodraft.model.entity.EntityKey;

/** The names by which a value may refer to a resource: as a page of a wiki would be found. */
final class PageNames {
  private PageNames() {}

  /** A resource's names: its key, the last part of its key, its label. */
  static List<String> of(EntityKey resource, String label) {
    String key = resource.key();
    return List.of(fold(key), fold(key.substring(key.lastIndexOf('/') + 1)), fold(label));
  }

  /** A name as it is compared. */
  static String fold(String name) {
    return name.strip().replace(' ', '_');
  }
}
