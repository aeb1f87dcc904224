package org.ontodraft.app.ui.refactoring;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.control.SuggestionPopup;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** A field for the key of one of many entities, with those offered that fit what is typed. */
final class EntitySearchField extends TextField {
  EntitySearchField(
      RefactoringViewModel viewModel,
      EntityType type,
      ObjectProperty<@Nullable EntityKey> chosen,
      String name) {
    EntityKey first = chosen.get();
    setText(first == null ? "" : first.key());
    getStyleClass().add("mono");
    textProperty().subscribe((before, typed) -> chosen.set(viewModel.named(type, typed)));
    // The field owns its list and lives as long.
    SuggestionPopup offers =
        new SuggestionPopup(
            this,
            name,
            found -> viewModel.find(type, getText(), found),
            key -> {
              setText(key.key());
              end();
            });
    setUserData(offers);
  }
}
