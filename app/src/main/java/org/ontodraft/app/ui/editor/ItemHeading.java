package org.ontodraft.app.ui.editor;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ontodraft.app.ui.control.Badge;
import org.ontodraft.app.ui.editor.ItemTable.Section;
import org.ontodraft.app.ui.editor.ItemTableViewModel.Line;

/** A heading between items: what they are to the owner, or where they come from. */
final class ItemHeading {
  private final ItemTableViewModel table;
  private final EditorTexts texts;
  private final Consumer<Boolean> add;
  private final Label title = new Label();
  private final Badge count = new Badge();
  private final Hyperlink adder = new Hyperlink();
  private final HBox line;

  /**
   * A heading that says nothing yet.
   *
   * @param add asks for an item to add: a required one, or an optional one
   */
  ItemHeading(ItemTableViewModel table, EditorTexts texts, Consumer<Boolean> add) {
    this.table = table;
    this.texts = texts;
    this.add = add;
    title.getStyleClass().add("medium-text");
    adder.setText(texts.get("editor.table.add"));
    adder.setFocusTraversable(false);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    line = new HBox(title, count, space, adder);
    line.getStyleClass().add("item-heading");
  }

  /** What is shown of it. */
  Node node() {
    return line;
  }

  /** Shows what the items below are to the owner; says it in words. */
  String show(Line.Need need) {
    title.setText(texts.section(need.section()));
    count.show(need.count());
    adder.setVisible(table.editable().get() && need.section() != Section.INHERITED);
    boolean required = need.section() == Section.REQUIRED;
    adder.setOnAction(event -> add.accept(required));
    adder.setAccessibleText(texts.get("editor.table.add-to", texts.section(need.section())));
    return texts.get("editor.table.heading", title.getText(), need.count());
  }

  /** Shows where the items below come from; says it in words. */
  String show(Line.Source from) {
    title.setText(
        from.depth() == 0
            ? texts.get("editor.table.here")
            : texts.get("editor.table.from", from.source().key(), from.depth()));
    count.show(from.count());
    adder.setVisible(false);
    return texts.get("editor.table.heading", title.getText(), from.count());
  }
}
