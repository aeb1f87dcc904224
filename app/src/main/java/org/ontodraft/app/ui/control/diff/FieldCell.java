package org.ontodraft.app.ui.control.diff;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.ChangeBar;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.entity.EntityStatus;

/** The first cell of a field's row: bar, sign, the field's name and what the file calls it. */
public final class FieldCell extends HBox {
  private final Texts texts;
  private final ChangeBar bar = new ChangeBar();
  private final StatusMark mark;
  private final Label name = new Label();
  private final Label member = new Label();

  /** An empty cell. */
  public FieldCell(Texts texts) {
    this.texts = texts;
    this.mark = new StatusMark(texts);
    getStyleClass().add("field-cell");
    name.getStyleClass().add("medium-text");
    name.setWrapText(true);
    member.getStyleClass().add("member");
    VBox names = new VBox(name, member);
    names.getStyleClass().add("names");
    getChildren().addAll(bar, mark, names);
  }

  /** Shows a field and how it differs. */
  public void show(String field, EntityStatus status) {
    bar.show(status);
    mark.show(status);
    name.setText(FieldNames.of(texts, field));
    member.setText(field);
  }

  /** How a field's change is drawn. */
  public static EntityStatus statusOf(FieldChange.Kind kind) {
    return switch (kind) {
      case UNCHANGED -> EntityStatus.UNCHANGED;
      case ADDED -> EntityStatus.ADDED;
      case MODIFIED -> EntityStatus.MODIFIED;
      case REMOVED -> EntityStatus.DELETED;
    };
  }
}
