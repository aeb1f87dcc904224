package org.ontodraft.app.ui.shell;

import java.util.Optional;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.model.entity.EntityKey;

/** Places as texts of the settings; those on the way to something are not kept. */
final class PlaceText {
  private static final String ENTITY = "entity ";
  private static final String HISTORY = "history ";
  private static final String GRAPH = "graph ";
  private static final String REVIEW = "review";
  private static final String DRAFTS = "drafts";
  private static final String STEPS = "steps";

  private PlaceText() {}

  /** The text of a place; empty for one that is not kept. */
  static Optional<String> of(Place place) {
    return switch (place) {
      case Place.Entity entity -> Optional.of(ENTITY + entity.key());
      case Place.History history -> Optional.of(HISTORY + history.key());
      case Place.Graph graph -> Optional.of(GRAPH + graph.key());
      case Place.Review review -> Optional.of(REVIEW);
      case Place.Drafts drafts -> Optional.of(DRAFTS);
      case Place.Steps steps -> Optional.of(STEPS);
      case Place.Submit submit -> Optional.empty();
      case Place.Rebase rebase -> Optional.empty();
      case Place.Compare compare -> Optional.empty();
      case Place.Activity activity -> Optional.empty();
    };
  }

  /** The place of a text; empty for a text of another version, or by another hand. */
  static Optional<Place> read(String text) {
    if (text.startsWith(ENTITY)) {
      return EntityKey.parse(text.substring(ENTITY.length())).map(Place.Entity::new);
    }
    if (text.startsWith(HISTORY)) {
      return EntityKey.parse(text.substring(HISTORY.length())).map(Place.History::new);
    }
    if (text.startsWith(GRAPH)) {
      return EntityKey.parse(text.substring(GRAPH.length())).map(Place.Graph::new);
    }
    return switch (text) {
      case REVIEW -> Optional.of(new Place.Review());
      case DRAFTS -> Optional.of(new Place.Drafts());
      case STEPS -> Optional.of(new Place.Steps());
      default -> Optional.empty();
    };
  }
}
