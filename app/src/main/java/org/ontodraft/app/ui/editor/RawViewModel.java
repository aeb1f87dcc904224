package org.ontodraft.app.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;

/**
 * An entity as the text of its files, typed into. Once typing pauses the text is parsed in the
 * background, and what it says otherwise becomes one edit. Text that says nothing stays as typed
 * and reaches no draft; when the entity changes meanwhile, both are offered. FX thread.
 */
public final class RawViewModel {
  private final EntityKey key;
  private final Workspace workspace;
  private final DraftEdits edits;
  private final TaskRunner tasks;
  private final Pause pause;
  private final ReadOnlyObjectWrapper<@Nullable RawEntity> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper part = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<@Nullable RawProblem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<RawNote> note = new ReadOnlyObjectWrapper<>(RawNote.NONE);
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper editable = new ReadOnlyBooleanWrapper();
  private final List<String> texts = new ArrayList<>();
  private boolean active;
  private @Nullable Supplier<String> typing;
  private @Nullable Subscription waiting;
  private @Nullable EntityDocument believed;
  private @Nullable RawEntity meanwhile;
  private @Nullable RawEntity arrived;
  private List<String> putAside = List.of();
  private int revision;
  private int underWay;
  private boolean edited;

  RawViewModel(
      EntityKey key, Workspace workspace, DraftEdits edits, TaskRunner tasks, Pause pause) {
    this.key = key;
    this.workspace = workspace;
    this.edits = edits;
    this.tasks = tasks;
    this.pause = pause;
  }

  /** The entity whose text is shown, or null while there is none. */
  ReadOnlyObjectProperty<@Nullable RawEntity> shown() {
    return shown.getReadOnlyProperty();
  }

  /** Which of its parts is shown, from 0. */
  public ReadOnlyIntegerProperty part() {
    return part.getReadOnlyProperty();
  }

  /** Why the text is not kept, or null. */
  ReadOnlyObjectProperty<@Nullable RawProblem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** What there is to say beside the text. */
  public ReadOnlyObjectProperty<RawNote> note() {
    return note.getReadOnlyProperty();
  }

  /** Whether something was typed that is not kept. */
  public ReadOnlyBooleanProperty unsaved() {
    return unsaved.getReadOnlyProperty();
  }

  /** Whether the text can be changed now. */
  public ReadOnlyBooleanProperty editable() {
    return editable.getReadOnlyProperty();
  }

  /** The text of the part that is shown. */
  public String text() {
    takeTyped();
    return texts.isEmpty() ? "" : texts.get(part.get());
  }

  /** Somebody changed the text of the part that is shown; what it is now is asked for later. */
  public void typed(Supplier<String> now) {
    typing = now;
    revision++;
    stopWaiting();
    if (note.get() == RawNote.NOTHING_CHANGED) {
      note.set(RawNote.NONE);
    }
    unsaved.set(true);
    waiting = pause.then(this::read);
  }

  /** Shows another part. */
  public void show(int other) {
    if (other != part.get() && other >= 0 && other < texts.size()) {
      takeTyped();
      part.set(other);
    }
  }

  /** Keeps what was typed at once, if it can be kept. */
  public void commit() {
    if (waiting != null) {
      read();
    }
  }

  /** Whether keys that undo are for the text, not for the draft. */
  public boolean typed() {
    return waiting != null || problem.get() != null || meanwhile != null;
  }

  /** What was typed is to be the entity, whatever it is by now. */
  public void keepTyped() {
    RawEntity now = meanwhile;
    if (now != null) {
      meanwhile = null;
      note.set(RawNote.NONE);
      believed = now.document();
      shown.set(withTyped(now));
      read();
    }
  }

  /** The entity's text in place of what was typed, which stays at hand. */
  public void takeEntity() {
    RawEntity now = meanwhile == null ? shown.get() : meanwhile;
    if (now != null) {
      takeTyped();
      List<String> mine = List.copyOf(texts);
      show(now);
      if (!mine.equals(now.texts())) {
        putAside = mine;
        note.set(RawNote.PUT_ASIDE);
      }
    }
  }

  /** What was typed and put aside once more. */
  public void bringBack() {
    RawEntity now = shown.get();
    if (now != null && putAside.size() == now.parts().size()) {
      List<String> mine = putAside;
      putAside = List.of();
      note.set(RawNote.NONE);
      replaceTexts(mine);
      shown.set(withTyped(now));
      unsaved.set(true);
      revision++;
      read();
    }
  }

  void editable(boolean can) {
    edited = can;
    RawEntity now = shown.get();
    editable.set(can && now != null && now.form() != RawEntity.Form.TOO_LONG);
  }

  /** Somebody looks at the text, or no more; until then it is not worked out. */
  void active(boolean now, @Nullable EntityContent content) {
    commit();
    active = now;
    if (now && content != null) {
      follow(content);
    }
  }

  /** Takes the entity as it is now. */
  void follow(EntityContent now) {
    EntityDocument document = now.mine();
    RawEntity present = shown.get();
    if (!active && present == null || document == null) {
      return;
    }
    DraftOverlay overlay = now.overlay();
    if (present == null || present.overlay() != overlay) {
      tasks.latest(
          "raw:" + System.identityHashCode(this),
          BackgroundTask.of(
                  "read files of an entity", progress -> RawEntity.of(overlay, key, document))
              .onSuccess(this::arrive));
    }
  }

  /** What was typed belongs to the draft it was typed in; another one is shown by now. */
  void leaveDraft(Optional<DraftSession> before) {
    flush(before, left -> putAside = left);
    revision++;
    meanwhile = null;
    believed = null;
    problem.set(null);
    note.set(RawNote.NONE);
    unsaved.set(false);
    shown.set(null);
  }

  /** Keeps what was typed; what says nothing is there when the entity is opened again. */
  void close() {
    flush(edits.openDraft(), left -> edits.unfinished().putRaw(key, left));
  }

  /**
   * Keeps what was typed though nobody will look at what comes of it.
   *
   * @param left takes what could not be kept
   */
  private void flush(Optional<DraftSession> session, Consumer<List<String>> left) {
    boolean untold = waiting != null;
    stopWaiting();
    takeTyped();
    RawEntity present = shown.get();
    EntityDocument before = believed;
    List<String> now = List.copyOf(texts);
    if (present == null || before == null || !unsaved.get()) {
      return;
    }
    if (!untold || meanwhile != null || session.isEmpty()) {
      left.accept(now);
      return;
    }
    new LastTyping(present, before, now).keep(edits, session, left);
  }

  private void arrive(RawEntity now) {
    if (now.overlay() != workspace.effective().get()) {
      return; // a newer one is on its way
    }
    if (underWay > 0) {
      arrived = now;
      return;
    }
    RawEntity present = shown.get();
    if (present == null) {
      show(now);
      edits
          .unfinished()
          .takeRaw(key)
          .filter(left -> left.size() == texts.size())
          .ifPresent(left -> {
            putAside = left;
            bringBack();
          });
      if (!putAside.isEmpty()) {
        note.set(RawNote.PUT_ASIDE);
      }
    } else if (believed != null && JsonText.same(now.document().json(), believed.json())) {
      takeTyped();
      shown.set(withTyped(now));
    } else if (unsaved.get()) {
      meanwhile = now;
      note.set(RawNote.CHANGED_MEANWHILE);
    } else {
      show(now);
    }
  }

  private void show(RawEntity now) {
    stopWaiting();
    typing = null;
    meanwhile = null;
    believed = now.document();
    problem.set(null);
    note.set(RawNote.NONE);
    unsaved.set(false);
    replaceTexts(now.texts());
    if (part.get() >= texts.size()) {
      part.set(0);
    }
    shown.set(now);
    editable(edited);
  }

  /** The parts keep what is typed into them, unless others come in their place. */
  private RawEntity withTyped(RawEntity now) {
    if (now.parts().size() != texts.size()) {
      replaceTexts(now.texts());
      part.set(0);
    }
    return now;
  }

  private void replaceTexts(List<String> now) {
    typing = null;
    texts.clear();
    texts.addAll(now);
  }

  private void takeTyped() {
    Supplier<String> source = typing;
    typing = null;
    if (source != null && part.get() < texts.size()) {
      texts.set(part.get(), source.get());
    }
  }

  private void stopWaiting() {
    Subscription before = waiting;
    waiting = null;
    if (before != null) {
      before.close();
    }
  }

  private void read() {
    stopWaiting();
    takeTyped();
    RawEntity present = shown.get();
    if (present == null) {
      return;
    }
    int asked = revision;
    List<String> now = List.copyOf(texts);
    Optional<DraftSession> session = edits.openDraft();
    tasks.latest(
        "typed:" + System.identityHashCode(this),
        BackgroundTask.of("read typed text", progress -> present.read(now))
            .onSuccess(reading -> {
              if (asked == revision) {
                answer(reading, session);
              }
            }));
  }

  private void answer(RawReading reading, Optional<DraftSession> session) {
    switch (reading) {
      case RawReading.Unreadable unreadable -> problem.set(new RawProblem.Text(unreadable));
      case RawReading.HalfCharacter half -> problem.set(new RawProblem.HalfCharacter(half.part()));
      case RawReading.Read(EntityDocument document) -> {
        problem.set(null);
        EntityDocument before = believed;
        if (meanwhile != null || before == null) {
          return;
        }
        if (JsonText.same(document.json(), before.json())) {
          settle();
        } else {
          send(before, document, session);
        }
      }
    }
  }

  /** What is typed is kept; where it only looks otherwise, that is said. */
  private void settle() {
    RawEntity present = shown.get();
    if (waiting == null && underWay == 0 && present != null) {
      unsaved.set(false);
      if (!texts.equals(present.texts())) {
        note.set(RawNote.NOTHING_CHANGED);
      }
    }
  }

  private void send(EntityDocument before, EntityDocument after, Optional<DraftSession> session) {
    believed = after;
    underWay++;
    edits.send(
        session,
        draft -> draft.replace(key, before, after),
        new Reply() {
          @Override
          public void kept() {
            answered();
          }

          @Override
          public void refused(Refusal refusal) {
            notKept(new RawProblem.Refused(refusal));
          }

          @Override
          public void failed() {
            notKept(new RawProblem.NotKept());
          }

          private void notKept(RawProblem why) {
            believed = before;
            problem.set(why);
            answered();
          }
        });
  }

  private void answered() {
    underWay--;
    RawEntity late = arrived;
    if (underWay > 0) {
      return;
    }
    arrived = null;
    if (waiting == null && problem.get() == null) {
      unsaved.set(false);
    }
    if (late != null) {
      arrive(late);
    }
  }
}
