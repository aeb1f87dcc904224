package org.ontodraft.app.ui.refactoring;

import java.util.List;
import javafx.collections.ObservableSet;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.ontodraft.model.entity.EntityKey;

/** Entities of which any number can be chosen. */
final class CheckedEntities extends ScrollPane {
  /** An entity to choose, as it is written. */
  record Offer(EntityKey key, String text) {}

  CheckedEntities(ObservableSet<EntityKey> chosen, List<Offer> offers, String name) {
    VBox boxes = new VBox();
    boxes.getStyleClass().add("refactoring-boxes");
    for (Offer offer : offers) {
      CheckBox box = new CheckBox(offer.text());
      box.setMnemonicParsing(false);
      box.setSelected(chosen.contains(offer.key()));
      box.setAccessibleText(name + ": " + offer.text());
      box.selectedProperty()
          .subscribe((before, now) -> {
            if (now) {
              chosen.add(offer.key());
            } else {
              chosen.remove(offer.key());
            }
          });
      boxes.getChildren().add(box);
    }
    setContent(boxes);
    setFitToWidth(true);
    setFocusTraversable(false);
    setAccessibleText(name);
    getStyleClass().add("refactoring-checks");
  }
}
