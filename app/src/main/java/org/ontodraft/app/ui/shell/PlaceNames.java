package org.ontodraft.app.ui.shell;

import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.EntitySummary;

/** What places are called, open or not. */
record PlaceNames(Texts texts) {
  /** The name of a place in this view of the ontology. */
  String name(Place place, DraftOverlay view) {
    return switch (place) {
      case Place.Entity entity -> label(entity.key(), view);
      case Place.History history -> texts.get("place.history", label(history.key(), view));
      case Place.Graph graph -> texts.get("graph.tab", label(graph.key(), view));
      case Place.Activity activity -> texts.get("activity.title");
      case Place.Review review -> texts.get("place.review");
      case Place.Drafts drafts -> texts.get("place.drafts");
      case Place.Steps steps -> texts.get("place.steps");
      case Place.Submit submit -> texts.get("place.submit");
      case Place.Rebase rebase -> texts.get("place.rebase");
      case Place.Compare compare -> texts.get("place.compare");
    };
  }

  private static String label(EntityKey key, DraftOverlay view) {
    return view.find(key).map(EntitySummary::label).orElse(key.key());
  }

  /** What is drawn for a place. */
  static Glyph glyph(Place place) {
    return switch (place) {
      case Place.Entity entity -> Glyph.of(entity.key().type());
      case Place.History history -> Glyph.HISTORY;
      case Place.Graph graph -> Glyph.GRAPH;
      case Place.Activity activity -> Glyph.HISTORY;
      case Place.Review review -> Glyph.CHANGES;
      case Place.Drafts drafts -> Glyph.BRANCH;
      case Place.Steps steps -> Glyph.HISTORY;
      case Place.Submit submit -> Glyph.PULL_REQUEST;
      case Place.Rebase rebase -> Glyph.BRANCH;
      case Place.Compare compare -> Glyph.COMPARE;
    };
  }
}
