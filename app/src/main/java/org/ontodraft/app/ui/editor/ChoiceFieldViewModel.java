package org.ontodraft.app.ui.editor;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.FieldKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A field that holds one of a few values, or yes or no; or is not set. */
public final class ChoiceFieldViewModel extends FieldViewModel {
  private final ReadOnlyObjectWrapper<Choice> value =
      new ReadOnlyObjectWrapper<>(new Choice.NotSet());

  /** One of the values. */
  public sealed interface Choice {
    /** The field is not in the document. */
    record NotSet() implements Choice {}

    /** Yes or no. */
    record YesNo(boolean yes) implements Choice {}

    /**
     * A text.
     *
     * @param listed whether it is one of those the field may hold
     */
    record Value(String text, boolean listed) implements Choice {}
  }

  ChoiceFieldViewModel(FieldOwner owner, FieldContent content) {
    super(owner, content);
    showNewest();
  }

  /** What is chosen. */
  public ReadOnlyObjectProperty<Choice> value() {
    return value.getReadOnlyProperty();
  }

  /** What can be chosen: not set first, then the values; a present one outside the list stays. */
  public List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice.NotSet());
    if (content().get().spec().kind() == FieldKind.BOOLEAN) {
      choices.add(new Choice.YesNo(true));
      choices.add(new Choice.YesNo(false));
      return choices;
    }
    content().get().choices().forEach(text -> choices.add(new Choice.Value(text, true)));
    for (JsonNode side : new @Nullable JsonNode[] {content().get().base(), latest()}) {
      Choice present = choiceOf(side);
      if (!choices.contains(present)) {
        choices.add(present);
      }
    }
    return choices;
  }

  /** Chooses one. */
  public void choose(Choice choice) {
    value.set(choice);
    keep(nodeOf(choice));
  }

  @Override
  boolean typed() {
    return !JsonText.same(nodeOf(value.get()), latest());
  }

  @Override
  void forgetTyped() {}

  @Override
  void showNewest() {
    value.set(choiceOf(latest()));
  }

  @Override
  public void commit() {
    choose(value.get());
  }

  private static @Nullable JsonNode nodeOf(Choice choice) {
    return switch (choice) {
      case Choice.NotSet() -> null;
      case Choice.YesNo(boolean yes) -> JsonNodeFactory.instance.booleanNode(yes);
      case Choice.Value(String text, boolean listed) -> JsonNodeFactory.instance.stringNode(text);
    };
  }

  private Choice choiceOf(@Nullable JsonNode node) {
    if (node == null) {
      return new Choice.NotSet();
    }
    if (node.isBoolean()) {
      return new Choice.YesNo(node.booleanValue());
    }
    String text = node.isString() ? node.stringValue() : node.toString();
    return new Choice.Value(text, content().get().choices().contains(text));
  }
}
