package org.ontodraft.app.ui.editor;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.editor.EntityViewModel.Face;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Goes to a place of an entity as soon as what shows it is there: its field in the form, its row in
 * a table, its line in the text where the entity has no form. FX thread.
 */
final class FieldJump {
  private final EntityViewModel entity;
  private final Panel panel;
  private final ScrollPane scroll;
  private @Nullable JsonPointer wanted;

  /** What is gone to. */
  interface Panel {
    /** Puts the focus into a field of the form; false without one of this name. */
    boolean focusField(String name);

    /** Puts the focus on an item of a table that shows this list; false without such a table. */
    boolean focusItem(String list, String item);

    /** Puts the caret to a place of the text. */
    void focusText(String pointer);
  }

  FieldJump(EntityViewModel entity, Panel panel, ScrollPane scroll) {
    this.entity = entity;
    this.panel = panel;
    this.scroll = scroll;
  }

  /**
   * Goes there, now or once the entity was read.
   *
   * @param pointer a JSON Pointer
   */
  void to(String pointer) {
    wanted = JsonPointer.compile(pointer);
    go();
  }

  /** Goes where somebody wanted to go before the entity was read; false when nobody did. */
  boolean go() {
    JsonPointer place = wanted;
    EntityContent content = entity.content().get();
    if (place == null || content == null) {
      return place != null;
    }
    wanted = null;
    if (content.textOnly()) {
      entity.show(Face.RAW);
      panel.focusText(place.toString());
    } else {
      entity.show(Face.FORM);
      go(place, content);
    }
    return true;
  }

  private void go(JsonPointer place, EntityContent content) {
    String field = place.getMatchingProperty();
    if (panel.focusItem(field, itemAt(place, content)) || panel.focusField(field)) {
      show();
    }
  }

  /** The text that a pointer into a list leads to; empty where it leads to none. */
  private static String itemAt(JsonPointer place, EntityContent content) {
    JsonNode found = content.mine() == null ? null : content.mine().json().at(place);
    return found == null ? "" : found.asString("");
  }

  /** Scrolls to what has the focus, once it has its place. */
  private void show() {
    Scene scene = scroll.getScene();
    if (scene == null) {
      return;
    }
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            Node owner = scene.getFocusOwner();
            Node row = owner == null ? null : owner.lookup(".item-cell:selected");
            scrollTo(row == null ? owner : row);
          }
        });
    scroll.requestLayout();
  }

  private void scrollTo(@Nullable Node node) {
    Node content = scroll.getContent();
    Node at = node;
    while (at != null && at != content) {
      at = at.getParent();
    }
    if (node == null || at == null) {
      return;
    }
    Bounds here = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    double height = content.getLayoutBounds().getHeight();
    double seen = scroll.getViewportBounds().getHeight();
    double top = scroll.getVvalue() * Math.max(0, height - seen);
    if (height > seen && (here.getMinY() < top || here.getMaxY() > top + seen)) {
      // A third from above, so that name and note of the field are seen as well.
      scroll.setVvalue(Math.clamp((here.getMinY() - seen / 3) / (height - seen), 0, 1));
    }
  }
}
