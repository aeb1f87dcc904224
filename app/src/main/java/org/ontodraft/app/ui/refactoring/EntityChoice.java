package org.ontodraft.app.ui.refactoring;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.refactoring.RefactoringSubject.Named;
import org.ontodraft.model.entity.EntityKey;

/** A choice of one among entities that are known beforehand. */
final class EntityChoice extends ComboBox<EntityChoice.Offer> {
  /** An entity to choose, or none, and what it is called. */
  record Offer(@Nullable EntityKey key, String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * A choice that sets this property.
   *
   * @param none what choosing none is called; null where one has to be chosen
   */
  EntityChoice(
      ObjectProperty<@Nullable EntityKey> chosen, List<Named> offers, @Nullable String none) {
    List<Offer> items = new ArrayList<>();
    offers.forEach(offer -> items.add(new Offer(offer.key(), text(offer))));
    if (none != null) {
      items.add(new Offer(null, none));
    }
    getItems().setAll(items);
    setMaxWidth(Double.MAX_VALUE);
    EntityKey first = chosen.get();
    items.stream()
        .filter(item -> java.util.Objects.equals(item.key(), first))
        .findFirst()
        .ifPresent(getSelectionModel()::select);
    valueProperty().subscribe((before, now) -> chosen.set(now == null ? null : now.key()));
  }

  /** Label and key, the key alone where both say the same. */
  static String text(Named entity) {
    String key = entity.key().key();
    return entity.label().equals(key) ? key : entity.label() + "  (" + key + ")";
  }
}
