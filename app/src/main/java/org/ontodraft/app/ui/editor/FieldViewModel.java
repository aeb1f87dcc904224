package org.ontodraft.app.ui.editor;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.radar.Encounter;
import tools.jackson.databind.JsonNode;

/**
 * One field of a form. What a person does is shown at once and kept in the background; until the
 * newest of it is acknowledged, no older value of the draft replaces it. FX thread.
 */
public abstract sealed class FieldViewModel
    permits TextFieldViewModel,
        ChoiceFieldViewModel,
        KeyFieldViewModel,
        SetFieldViewModel,
        PagesFieldViewModel,
        ImagesFieldViewModel {
  private final FieldOwner owner;
  private final ReadOnlyObjectWrapper<FieldContent> content;
  private final ReadOnlyBooleanWrapper editable = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<@Nullable FieldProblem> problem =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Encounter>> met = new ReadOnlyObjectWrapper<>(List.of());
  private int underWay;
  private @Nullable Sent newest;

  private record Sent(@Nullable JsonNode value) {}

  FieldViewModel(FieldOwner owner, FieldContent content) {
    this.owner = owner;
    this.content = new ReadOnlyObjectWrapper<>(content);
    this.present.set(content.mine() != null);
  }

  /** The view model for a field's kind. */
  static FieldViewModel of(FieldOwner owner, FieldContent content) {
    return switch (content.kind()) {
      case TEXT, LONG_TEXT, INTEGER, JSON -> new TextFieldViewModel(owner, content);
      case CHOICE, BOOLEAN -> new ChoiceFieldViewModel(owner, content);
      case KEY -> new KeyFieldViewModel(owner, content);
      case KEY_SET, STRING_SET -> new SetFieldViewModel(owner, content);
      case PAGES -> new PagesFieldViewModel(owner, content);
      case IMAGES -> new ImagesFieldViewModel(owner, content);
    };
  }

  /** Whether a value as it is now can still be edited by this view model. */
  final boolean edits(FieldContent now) {
    return now.kind() == content.get().kind() && now.form() == content.get().form();
  }

  /** The field as the draft has it. */
  public final ReadOnlyObjectProperty<FieldContent> content() {
    return content.getReadOnlyProperty();
  }

  /** Whether the field can be changed now. */
  public final ReadOnlyBooleanProperty editable() {
    return editable.getReadOnlyProperty();
  }

  /** Whether something was typed that is not kept yet. */
  public final ReadOnlyBooleanProperty unsaved() {
    return unsaved.getReadOnlyProperty();
  }

  /** Whether the document has the field, as far as the newest edit goes. */
  public final ReadOnlyBooleanProperty present() {
    return present.getReadOnlyProperty();
  }

  /** Why what was typed is not kept, or null. */
  public final ReadOnlyObjectProperty<@Nullable FieldProblem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Who else changes the field, in other drafts or open pull requests. */
  public final ReadOnlyObjectProperty<List<Encounter>> met() {
    return met.getReadOnlyProperty();
  }

  final void meet(List<Encounter> others) {
    if (!others.equals(met.get())) {
      met.set(others);
    }
  }

  /** The field's name in the document. */
  public final String name() {
    return content.get().name();
  }

  /** Keeps what was typed, if it can be kept and is not yet. */
  public void commit() {}

  /** Forgets what was typed and not kept. */
  final void takeBackTyping() {
    forgetTyped();
    problem.set(null);
    updateUnsaved();
  }

  /** Gives the field back what it has at the base, and forgets what was typed. */
  public final void revert() {
    forgetTyped();
    problem.set(null);
    sent(content.get().base());
    owner.revert(name(), new Waiting());
    showNewest();
    updateUnsaved();
  }

  /** Takes the field as the draft has it now. */
  final void update(FieldContent now) {
    boolean keepTyped = typed();
    content.set(now);
    if (underWay == 0) {
      newest = null;
      if (!keepTyped) {
        showNewest();
      }
    }
    updateUnsaved();
  }

  final void editable(boolean can) {
    editable.set(can);
  }

  final FieldOwner owner() {
    return owner;
  }

  /** The value as of the newest edit, acknowledged or not. */
  final @Nullable JsonNode latest() {
    return newest == null ? content.get().mine() : newest.value();
  }

  /** Sends a value, unless the newest one is the same. */
  final void keep(@Nullable JsonNode value) {
    problem.set(null);
    if (!JsonText.same(value, latest())) {
      sent(value);
      owner.keep(name(), value, new Waiting());
    }
    updateUnsaved();
  }

  final void refuse(FieldProblem reason) {
    problem.set(reason);
    updateUnsaved();
  }

  final void clearProblem() {
    problem.set(null);
  }

  final void updateUnsaved() {
    present.set(latest() != null);
    unsaved.set(underWay > 0 || typed());
  }

  /** Whether there is input that was not sent. */
  abstract boolean typed();

  /** Drops input that was not sent. */
  abstract void forgetTyped();

  /** Shows {@link #latest()}. */
  abstract void showNewest();

  /** What was sent last was not kept. */
  void notKept() {}

  /** Nothing that was sent is without an answer any more. */
  void allAnswered() {}

  /** Lets go of timers. */
  void close() {}

  private void sent(@Nullable JsonNode value) {
    newest = new Sent(value);
    underWay++;
  }

  /** What one edit waits for. */
  private final class Waiting implements Reply {
    @Override
    public void kept() {
      answered();
    }

    @Override
    public void refused(Refusal refusal) {
      notKept(new FieldProblem.Refused(refusal));
    }

    @Override
    public void failed() {
      notKept(new FieldProblem.NotKept());
    }

    private void notKept(FieldProblem reason) {
      problem.set(reason);
      if (underWay == 1) {
        // What is shown stays; it counts as typed again, so it can be tried once more.
        newest = null;
      }
      FieldViewModel.this.notKept();
      answered();
    }

    private void answered() {
      underWay--;
      updateUnsaved();
      if (underWay == 0) {
        allAnswered();
      }
    }
  }
}
