package org.ontodraft.app.ui.conflict;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.TabLeaves;
import org.ontodraft.app.ui.control.diff.FieldNames;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.format.JsonCodec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Asks for a value of the curator's own: text as it is, a set by line, anything else as JSON. */
final class ValueDialog {
  private final Dialogs dialogs;
  private final Texts texts;

  ValueDialog(Dialogs dialogs, Texts texts) {
    this.dialogs = dialogs;
    this.texts = texts;
  }

  /** Begins with the value the result has. */
  void ask(PlanRow.Field row, Consumer<JsonNode> typed) {
    FieldSpec field = row.decision().field();
    TextArea text = new TextArea(text(field, row.decision().result()));
    text.setWrapText(true);
    TabLeaves.install(text);
    text.setPrefRowCount(field.isSet() ? 8 : 5);
    text.setId("own-value");
    String name = FieldNames.of(texts, field.name());
    text.setAccessibleText(name);
    Label about = new Label(texts.get("rebase.own." + form(field)));
    about.setWrapText(true);
    about.getStyleClass().add("muted-text");
    Label problem = new Label();
    problem.setWrapText(true);
    problem.getStyleClass().add("conflict-text");
    SimpleBooleanProperty complete = new SimpleBooleanProperty();
    text.textProperty()
        .subscribe(now -> {
          complete.set(value(field, now).isPresent());
          problem.setText(complete.get() ? "" : texts.get("rebase.own.not_json"));
        });
    VBox form = new VBox(about, text, problem);
    form.getStyleClass().add("dialog-body");
    dialogs.form(
        texts.get("rebase.own.title", name, row.key().key()),
        form,
        texts.get("rebase.own.take"),
        complete,
        text,
        () -> value(field, text.getText()).ifPresent(typed));
  }

  private static String form(FieldSpec field) {
    return switch (field.kind()) {
      case TEXT, LONG_TEXT, CHOICE, KEY -> "text";
      case KEY_SET, STRING_SET -> "lines";
      case BOOLEAN, INTEGER, PAGES, IMAGES, JSON -> "json";
    };
  }

  private static String text(FieldSpec field, @Nullable JsonNode value) {
    if (value == null) {
      return "";
    }
    return switch (form(field)) {
      case "text" -> value.isString() ? value.stringValue() : value.toString();
      case "lines" ->
          StreamSupport.stream(value.spliterator(), false)
              .map(item -> item.isString() ? item.stringValue() : item.toString())
              .collect(Collectors.joining("\n"));
      default -> value.toPrettyString();
    };
  }

  private static Optional<JsonNode> value(FieldSpec field, String text) {
    return switch (form(field)) {
      case "text" -> Optional.of(JsonNodeFactory.instance.stringNode(text));
      case "lines" -> {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .distinct()
            .forEach(items::add);
        yield Optional.of(items);
      }
      default -> json(text);
    };
  }

  private static Optional<JsonNode> json(String text) {
    try {
      return Optional.ofNullable(JsonCodec.parse("{\"value\": " + text + "}").get("value"));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
