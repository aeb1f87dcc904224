package org.ontodraft.app.ui.draft;

import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.EntitySides;
import org.ontodraft.model.merge.Place;
import tools.jackson.databind.JsonNode;

/** A place that two drafts changed differently, both values, and which of them stays. */
final class MergeConflictCell extends ListCell<Conflict> {
  private static final int LONGEST = 200;

  /** The titles of the two drafts. */
  record Names(String mine, String other) {}

  private final Names names;
  private final Set<Place> others;
  private final Texts texts;
  private final Label place = new Label();
  private final RadioButton keep = new RadioButton();
  private final RadioButton take = new RadioButton();
  private final VBox content = new VBox(place, keep, take);

  MergeConflictCell(Names names, Set<Place> others, Texts texts) {
    this.names = names;
    this.others = others;
    this.texts = texts;
    place.getStyleClass().add("mono-text");
    content.getStyleClass().add("merge-conflict");
    ToggleGroup group = new ToggleGroup();
    for (RadioButton button : new RadioButton[] {keep, take}) {
      button.setToggleGroup(group);
      // The list has the focus, and its keys choose.
      button.setFocusTraversable(false);
      button.setWrapText(true);
    }
    keep.setOnAction(event -> decide(false));
    take.setOnAction(event -> decide(true));
    setPrefWidth(0);
  }

  /** Takes a key that says whose value stays; false for any other key. */
  static boolean choose(KeyEvent event, Place place, Set<Place> others) {
    return switch (event.getCode()) {
      case DIGIT1, NUMPAD1 -> {
        others.remove(place);
        yield true;
      }
      case DIGIT2, NUMPAD2 -> {
        others.add(place);
        yield true;
      }
      default -> false;
    };
  }

  private void decide(boolean other) {
    Conflict conflict = getItem();
    if (conflict == null) {
      return;
    }
    if (other) {
      others.add(conflict.place());
    } else {
      others.remove(conflict.place());
    }
    show(conflict);
  }

  @Override
  protected void updateItem(@Nullable Conflict conflict, boolean empty) {
    super.updateItem(conflict, empty);
    if (empty || conflict == null) {
      setGraphic(null);
      setAccessibleText(null);
    } else {
      show(conflict);
      setGraphic(content);
    }
  }

  private void show(Conflict conflict) {
    boolean other = others.contains(conflict.place());
    place.setText(conflict.place().toString());
    keep.setText(texts.get("drafts.merge.value", 1, names.mine(), value(conflict, true)));
    take.setText(texts.get("drafts.merge.value", 2, names.other(), value(conflict, false)));
    keep.setSelected(!other);
    take.setSelected(other);
    setAccessibleText(
        texts.get(
            "drafts.merge.accessible",
            place.getText(),
            keep.getText(),
            take.getText(),
            other ? names.other() : names.mine()));
  }

  private String value(Conflict conflict, boolean mine) {
    return switch (conflict) {
      case Conflict.Field(var key, var decision) ->
          text(mine ? decision.draft() : decision.canonical());
      case Conflict.TypeChange(var key, var decision) ->
          text(mine ? decision.draft() : decision.canonical());
      case Conflict.Entity(var merge) -> {
        EntitySides sides = merge.sides();
        boolean there = (mine ? sides.draft() : sides.canonical()) != null;
        yield texts.get(there ? "drafts.merge.changed" : "drafts.merge.deleted");
      }
      case Conflict.Semantic semantic ->
          throw new IllegalArgumentException("not of two drafts: " + semantic);
    };
  }

  private String text(@Nullable JsonNode value) {
    if (value == null) {
      return texts.get("review.unset");
    }
    String text = value.isString() ? value.stringValue() : value.toString();
    return HiddenCharacters.shown(
        text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026");
  }
}
