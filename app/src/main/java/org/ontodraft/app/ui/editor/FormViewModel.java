package org.ontodraft.app.ui.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.radar.Encounter;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;

/** The fields and tables of one entity. What was typed outlives a new reading. FX thread. */
final class FormViewModel {
  private final EntityKey key;
  private final FieldOwner owner;
  private final Consumer<Function<DraftSession, Outcome<DraftOverlay>>> edit;
  private final UnfinishedTexts unfinished;
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private final ObservableList<FieldViewModel> fields = FXCollections.observableArrayList();
  private final ObservableList<FieldViewModel> fieldsView =
      FXCollections.unmodifiableObservableList(fields);
  private final ObservableList<ItemTableViewModel> tables = FXCollections.observableArrayList();
  private final ObservableList<ItemTableViewModel> tablesView =
      FXCollections.unmodifiableObservableList(tables);
  private final AllowedValuesViewModel allowedValues;
  private boolean otherDraft;

  /**
   * An empty form.
   *
   * @param edit makes an edit of several fields at once
   * @param unfinished what closed panels left
   */
  FormViewModel(
      EntityKey key,
      FieldOwner owner,
      Consumer<Function<DraftSession, Outcome<DraftOverlay>>> edit,
      UnfinishedTexts unfinished) {
    this.key = key;
    this.owner = owner;
    this.edit = edit;
    this.unfinished = unfinished;
    this.allowedValues = new AllowedValuesViewModel(key, edit);
  }

  /** Every field but those the tables show, in the order of the form. */
  ObservableList<FieldViewModel> fields() {
    return fieldsView;
  }

  /** The tables of effective items. */
  ObservableList<ItemTableViewModel> tables() {
    return tablesView;
  }

  /** Where a property takes its values from. */
  AllowedValuesViewModel allowedValues() {
    return allowedValues;
  }

  /** Whether something was typed that is not kept yet. */
  ReadOnlyBooleanProperty unsaved() {
    return unsaved.getReadOnlyProperty();
  }

  /** Shows the entity as it is now. */
  void show(EntityContent now) {
    allowedValues.follow(now.mine());
    showFields(now);
    showTables(now);
  }

  /** Says of each field who else changes it. */
  void meet(List<Encounter> met) {
    for (FieldViewModel field : fields) {
      field.meet(
          met.stream()
              .filter(each -> each.overlap().shared().fields().contains(field.name()))
              .toList());
    }
  }

  /** Keeps everything that was typed. */
  void commit() {
    fields.forEach(FieldViewModel::commit);
  }

  /** The next thing shown is another draft's: what was typed is none of it. */
  void leaveDraft() {
    otherDraft = true;
  }

  void editable(boolean can) {
    fields.forEach(field -> field.editable(can && !field.name().equals("id")));
    tables.forEach(table -> table.editable(can));
    allowedValues.editable(can);
  }

  /** Lets go of the fields; what is no value yet is kept for when the entity is opened again. */
  void close() {
    fields.forEach(FieldViewModel::close);
    fields.stream()
        .filter(TextFieldViewModel.class::isInstance)
        .map(TextFieldViewModel.class::cast)
        .filter(field -> field.problem().get() != null)
        .forEach(field -> unfinished.put(key, field.name(), field.text().get()));
  }

  private void showFields(EntityContent now) {
    Map<String, FieldViewModel> known = new HashMap<>();
    if (!otherDraft) {
      fields.forEach(field -> known.put(field.name(), field));
    }
    otherDraft = false;
    List<FieldViewModel> next = new ArrayList<>();
    for (FieldContent field : now.formFields()) {
      FieldViewModel present = known.get(field.name());
      if (present != null && (present.edits(field) || present.unsaved().get())) {
        present.update(field);
        next.add(present);
      } else {
        next.add(takeUp(FieldViewModel.of(owner, field)));
      }
    }
    if (!next.equals(fields)) {
      fields.stream().filter(field -> !next.contains(field)).forEach(FieldViewModel::close);
      fields.setAll(next);
      updateUnsaved();
    }
  }

  private FieldViewModel takeUp(FieldViewModel field) {
    if (field instanceof TextFieldViewModel text) {
      unfinished.take(key, field.name()).ifPresent(text.text()::set);
    }
    field.unsaved().subscribe(now -> updateUnsaved());
    return field;
  }

  private void updateUnsaved() {
    unsaved.set(fields.stream().anyMatch(field -> field.unsaved().get()));
  }

  private void showTables(EntityContent now) {
    boolean same = tables.size() == now.tables().size();
    for (int i = 0; same && i < tables.size(); i++) {
      tables.get(i).show(now.tables().get(i));
    }
    if (!same) {
      tables.setAll(
          now.tables().stream()
              .map(table -> new ItemTableViewModel(key, table, owner, edit))
              .toList());
    }
  }
}
