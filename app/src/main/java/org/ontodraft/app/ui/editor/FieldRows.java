package org.ontodraft.app.ui.editor;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.common.Gradually;
import org.ontodraft.model.entity.EntityType;

/** The rows of the form, under the headings of their groups. */
final class FieldRows {
  /** Rows that are there when the panel is shown, the label among them. */
  private static final int AT_ONCE = 2;

  /** Rows for one pulse, about what the panel's height holds. */
  private static final int MOST = 12;

  /**
   * The types that had a form before. The rows of the first wait until its head is shown: all they
   * are made of is new to the process then, and takes several times as long.
   */
  private static final Set<EntityType> SHOWN_BEFORE = EnumSet.noneOf(EntityType.class);

  private final EntityViewModel entity;
  private final EditorTexts texts;
  private final EditingKeys keys;
  private final VBox form;
  private final VBox rest;
  private final AllowedValuesPane allowed;
  private final Map<FieldViewModel, FieldRow> rows = new HashMap<>();
  private final Gradually filling = new Gradually(MOST);
  private final int fresh;

  /**
   * Follows the fields of an entity.
   *
   * @param form takes the rows of what the type or the ontology knows
   * @param rest takes those of members that nothing describes
   */
  FieldRows(EntityViewModel entity, EditorTexts texts, EditingKeys keys, VBox form, VBox rest) {
    this.entity = entity;
    this.texts = texts;
    this.keys = keys;
    this.form = form;
    this.rest = rest;
    this.fresh = SHOWN_BEFORE.add(entity.key().type()) ? 0 : AT_ONCE;
    this.allowed = new AllowedValuesPane(entity.allowedValues(), texts);
    entity.fields().addListener((ListChangeListener<FieldViewModel>) change -> show());
    entity.allowedValues().source().subscribe(now -> showAllowed());
    show();
  }

  /** Puts the focus into a field; false where there is none of this name. */
  boolean focus(String field) {
    filling.finish(() -> row(field).isPresent());
    return row(field)
        .map(row -> {
          row.focusControl();
          return true;
        })
        .orElse(false);
  }

  private Optional<FieldRow> row(String field) {
    return rows.values().stream().filter(row -> row.field().name().equals(field)).findFirst();
  }

  /** Lets go of what outlives the form. */
  void close() {
    filling.stop();
    rows.values().forEach(FieldRow::close);
  }

  private void show() {
    Map<FieldViewModel, FieldRow> before = new HashMap<>(rows);
    rows.keySet().retainAll(entity.fields());
    int atOnce = Gradually.atOnce(entity.fields(), rows::containsKey, fresh);
    before.values().stream().filter(row -> !rows.containsValue(row)).forEach(FieldRow::close);
    form.getChildren().clear();
    rest.getChildren().clear();
    visible(rest, false);
    filling.make(
        atOnce, entity.fields().stream().<Runnable>map(field -> () -> append(field)).toList());
  }

  private void append(FieldViewModel field) {
    FieldRow row = rows.computeIfAbsent(field, shown -> new FieldRow(shown, texts, keys));
    FieldContent.Group group = field.content().get().group();
    VBox place = group == FieldContent.Group.OTHER ? rest : form;
    if (first(field, group)) {
      switch (group) {
        case OWN, TABLE -> {}
        case MEMBER -> place.getChildren().add(heading("editor.members", group));
        case OTHER -> place.getChildren().add(heading("editor.others", group));
      }
    }
    if (field.name().equals(AllowedValuesViewModel.LIST_FIELD) && property()) {
      place.getChildren().add(allowed);
    }
    place.getChildren().add(row);
    visible(rest, !rest.getChildren().isEmpty());
    showAllowed();
  }

  private boolean first(FieldViewModel field, FieldContent.Group group) {
    return entity.fields().stream()
        .filter(other -> other.content().get().group() == group)
        .findFirst()
        .filter(field::equals)
        .isPresent();
  }

  private Label heading(String key, FieldContent.Group group) {
    long count =
        entity.fields().stream().filter(field -> field.content().get().group() == group).count();
    Label heading = new Label(texts.get(key, count));
    heading.getStyleClass().addAll("section-text", "form-heading");
    return heading;
  }

  private boolean property() {
    return entity.key().type() == EntityType.PROPERTY;
  }

  /** Of the list and the category of a property's values, the one that is not chosen is away. */
  void showAllowed() {
    if (property()) {
      rows.values()
          .forEach(row -> visible(row, entity.allowedValues().shows(row.field().content().get())));
    }
  }

  private static void visible(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
