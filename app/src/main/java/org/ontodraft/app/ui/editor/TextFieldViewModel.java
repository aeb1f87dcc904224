package org.ontodraft.app.ui.editor;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.ui.control.code.CodeLanguage;
import org.ontodraft.app.ui.control.code.CodeSpan;
import org.ontodraft.app.ui.control.code.Colouring;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A field that is edited as text: one line, prose, a number or JSON. Text that is not a value of
 * the field stays as typed and is not sent.
 */
public final class TextFieldViewModel extends FieldViewModel {
  private final StringProperty text = new SimpleStringProperty("");
  private boolean showing;
  private @Nullable Subscription pause;

  TextFieldViewModel(FieldOwner owner, FieldContent content) {
    super(owner, content);
    showNewest();
    text.subscribe((before, now) -> changed());
  }

  /** What stands in the control. */
  public StringProperty text() {
    return text;
  }

  /** Puts an empty text into the document, which is not the same as no text. */
  public void setEmpty() {
    keep(JsonNodeFactory.instance.stringNode(""));
  }

  /** Takes the field out of the document. */
  public void remove() {
    stopPause();
    keep(null);
    showNewest();
  }

  /** Works out the colours of a text; see {@link Colouring}. */
  void colour(CodeLanguage language, String now, Consumer<List<CodeSpan>> answer) {
    owner().lookups().colour(name(), language, now, answer);
  }

  @Override
  public void commit() {
    stopPause();
    if (!typed()) {
      return;
    }
    switch (value()) {
      case TypedValue.Valid(JsonNode value) -> keep(value);
      case TypedValue.Invalid(FieldProblem reason) -> refuse(reason);
    }
  }

  @Override
  boolean typed() {
    // Spaces in JSON or around a number are no edit.
    return !text.get().equals(shown(latest()))
        && !(value() instanceof TypedValue.Valid(JsonNode value) && JsonText.same(value, latest()));
  }

  @Override
  void forgetTyped() {
    stopPause();
    show(shown(latest()));
  }

  @Override
  void showNewest() {
    if (typed()) {
      show(shown(latest()));
    }
  }

  @Override
  void close() {
    stopPause();
  }

  private void show(String value) {
    if (!value.equals(text.get())) {
      showing = true;
      text.set(value);
      showing = false;
    }
  }

  private void changed() {
    if (showing) {
      return;
    }
    stopPause();
    clearProblem();
    updateUnsaved();
    pause = owner().lookups().afterPause(this::commit);
  }

  private void stopPause() {
    if (pause != null) {
      pause.close();
      pause = null;
    }
  }

  private String shown(@Nullable JsonNode value) {
    if (value == null) {
      return "";
    }
    TextForm form = content().get().form();
    return (form.fits(value) ? form : TextForm.JSON).show(value);
  }

  /**
   * What the text stands for. An emptied field goes back to what it is without text at the base:
   * not set, or an empty text.
   */
  private TypedValue value() {
    FieldContent field = content().get();
    String typed = text.get();
    if (!typed.isEmpty()) {
      return field.form().read(typed, latest());
    }
    boolean textual = field.form() == TextForm.PLAIN;
    return new TypedValue.Valid(
        textual && field.base() != null ? JsonNodeFactory.instance.stringNode("") : null);
  }
}
