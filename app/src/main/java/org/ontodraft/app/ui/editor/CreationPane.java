package org.ontodraft.app.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;

/** The form of the entity that is asked for now, below the way back from it. */
final class CreationPane extends VBox {
  private final CreationPath path;
  private final EditorTexts texts;
  private final ErrorPresenter errors;
  private final FlowPane way = new FlowPane();
  private final VBox place = new VBox();
  private final Map<CreationPath.Level, NewEntityForm> forms = new WeakHashMap<>();
  private final Map<CreationPath.Level, Node> left = new WeakHashMap<>();
  private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper();

  CreationPane(CreationPath path, EditorTexts texts, ErrorPresenter errors) {
    this.path = path;
    this.texts = texts;
    this.errors = errors;
    getStyleClass().add("creation");
    way.getStyleClass().add("creation-way");
    way.setId("creation-way");
    getChildren().addAll(way, place);
    path.levels()
        .addListener(
            (ListChangeListener<CreationPath.Level>)
                change -> {
                  while (change.next()) {
                    if (change.wasAdded() && change.getFrom() > 0 && getScene() != null) {
                      Node focused = getScene().getFocusOwner();
                      if (focused != null) {
                        left.put(path.levels().get(change.getFrom() - 1), focused);
                      }
                    }
                  }
                  show();
                });
    show();
  }

  /** Whether what is asked for now can be created. */
  ReadOnlyBooleanProperty complete() {
    return complete.getReadOnlyProperty();
  }

  /** What gets the focus first. */
  Node first() {
    return formOf(path.levels().getLast()).first();
  }

  private NewEntityForm formOf(CreationPath.Level level) {
    return forms.computeIfAbsent(
        level, shown -> new NewEntityForm(shown.entity(), shown.wish().isEmpty(), texts, errors));
  }

  private void show() {
    if (path.levels().isEmpty()) {
      return;
    }
    CreationPath.Level now = path.levels().getLast();
    complete.unbind();
    complete.bind(now.entity().complete());
    place.getChildren().setAll(formOf(now));
    showWay();
    Node before = left.remove(now);
    (before == null ? first() : before).requestFocus();
  }

  private void showWay() {
    List<Node> parts = new ArrayList<>();
    List<String> names = new ArrayList<>(path.waiting());
    for (String name : names) {
      Label label = new Label(name);
      label.getStyleClass().addAll("small-text", "muted-text");
      parts.add(label);
      parts.add(new Icon(Glyph.CHEVRON_RIGHT, "small-icon"));
    }
    if (!parts.isEmpty()) {
      Label now =
          new Label(
              texts.get(
                  "editor.create.now",
                  texts.plain().type(path.levels().getLast().entity().type().get())));
      now.getStyleClass().addAll("small-text", "strong-text");
      parts.add(now);
      way.setAccessibleText(texts.get("editor.create.way", String.join(", ", names)));
    }
    way.getChildren().setAll(parts);
    way.setVisible(!parts.isEmpty());
    way.setManaged(!parts.isEmpty());
  }
}
