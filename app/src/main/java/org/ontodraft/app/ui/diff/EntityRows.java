package org.ontodraft.app.ui.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.review.AffectedEntity;
import org.ontodraft.app.service.review.ChangeAnalysis;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.app.service.review.InheritedEffect;
import org.ontodraft.app.service.tracking.PlacedComment;
import org.ontodraft.app.service.tracking.SuggestedLines;
import org.ontodraft.app.ui.diff.ReviewRow.HeadFacts;
import org.ontodraft.app.ui.diff.ReviewRow.Note.Said;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.FieldKind;
import org.ontodraft.model.impact.ChangeImpact;
import org.ontodraft.model.impact.SemverLevel;
import tools.jackson.databind.JsonNode;

/** Turns one entity after the other into rows, numbering the changes. Used by one thread. */
final class EntityRows {
  private final ReviewContent content;
  private final ReviewChoices choices;
  private final List<ReviewRow> rows = new ArrayList<>();
  private final PartRows parts;
  private int changes;

  EntityRows(ReviewContent content, ReviewChoices choices) {
    this.content = content;
    this.choices = choices;
    this.parts = new PartRows(choices, rows);
  }

  List<ReviewRow> rows() {
    return rows;
  }

  int changes() {
    return changes;
  }

  void add(EntityReview review) {
    boolean open = !choices.folds().closed().contains(review.key());
    HeadFacts facts = content.facts(review);
    rows.add(new ReviewRow.Head(review, choices.mode(), open, facts));
    addReasons(review.key(), "");
    if (open) {
      addNotes(review);
      Set<String> shown = choices.mode().byField() ? fieldsOf(review) : Set.of();
      addComments(review.key(), one -> !shown.contains(one.field()));
      switch (choices.mode()) {
        case SPLIT, UNIFIED -> addFields(review);
        case JSON -> addFiles(review);
        case PATCH -> addPatch(review);
      }
    }
    rows.add(new ReviewRow.Foot(review.key()));
  }

  void add(AffectedEntity affected, ChangeAnalysis analysis) {
    boolean open = !choices.folds().closed().contains(affected.key());
    rows.add(new ReviewRow.AffectedHead(affected, analysis.level(affected.key()), open));
    addReasons(affected.key(), "");
    if (open) {
      for (InheritedEffect effect : affected.effects()) {
        rows.add(new ReviewRow.Effect(affected.key(), effect, analysis.label(effect.cause())));
      }
    }
    rows.add(new ReviewRow.Foot(affected.key()));
  }

  void addUnlisted(EntityKey last, int count) {
    rows.add(new ReviewRow.MoreAffected(last, count));
  }

  private void addNotes(EntityReview review) {
    List<Said> notes = new ArrayList<>();
    if (review.status() == EntityStatus.BROKEN && review.problems().isEmpty()) {
      notes.add(new Said.DoesNotApply());
    }
    review.problems().forEach(problem -> notes.add(new Said.Unreadable(problem)));
    if (notes.isEmpty() && review.changedFields() == 0) {
      notes.add(new Said.OnlyWritten());
    }
    for (int i = 0; i < notes.size(); i++) {
      rows.add(new ReviewRow.Note(review.key(), i, notes.get(i)));
    }
  }

  private static Set<String> fieldsOf(EntityReview review) {
    return review.rows().stream().map(row -> row.field().name()).collect(Collectors.toSet());
  }

  /** Those on lines that are gone, and those whose field has no row, stand below the head. */
  private void addComments(EntityKey key, Predicate<PlacedComment> which) {
    String thread = "";
    for (PlacedComment one : content.comments().getOrDefault(key, List.of())) {
      if (which.test(one)) {
        boolean first = !one.comment().thread().equals(thread);
        thread = one.comment().thread();
        List<SuggestedLines> suggestions =
            content.editable() ? SuggestedLines.in(one.comment()) : List.of();
        rows.add(new ReviewRow.Comment(key, one.field(), one, suggestions, first));
      }
    }
  }

  private boolean isCommented(EntityKey key, String field) {
    return content.comments().getOrDefault(key, List.of()).stream()
        .anyMatch(one -> one.field().equals(field));
  }

  private void addReasons(EntityKey key, String field) {
    if (!choices.explained(key, field)) {
      return;
    }
    List<ChangeImpact> impacts =
        field.isEmpty() ? content.impacts(key) : content.impacts(key, field);
    for (int i = 0; i < impacts.size(); i++) {
      ChangeImpact impact = impacts.get(i);
      rows.add(new ReviewRow.Reason(key, field, i, impact, content.answers().get(impact)));
    }
  }

  private void addFields(EntityReview review) {
    rows.add(new ReviewRow.Columns(review.key(), choices.mode() == ReviewMode.UNIFIED));
    List<FieldChange> folded = new ArrayList<>();
    for (FieldChange field : review.rows()) {
      if (field.kind() == FieldChange.Kind.UNCHANGED
          && choices.changedOnly()
          && !isCommented(review.key(), field.field().name())) {
        folded.add(field);
      } else {
        addField(review, field);
      }
    }
    if (folded.isEmpty()) {
      return;
    }
    boolean open = choices.folds().unfolded().contains(review.key());
    List<String> names = folded.stream().map(field -> field.field().name()).toList();
    rows.add(new ReviewRow.Unchanged(review.key(), names, open));
    if (open) {
      folded.forEach(field -> addField(review, field));
    }
  }

  private void addField(EntityReview review, FieldChange field) {
    boolean changed = field.kind() != FieldChange.Kind.UNCHANGED;
    int change = changed ? ++changes : 0;
    String name = field.field().name();
    boolean images = field.field().kind() == FieldKind.IMAGES;
    @Nullable ValueParts divided = images ? null : ValueParts.of(field);
    rows.add(
        new ReviewRow.Field(
            review.key(),
            shown(field),
            choices.mode() == ReviewMode.UNIFIED,
            divided == null ? null : divided.counts(),
            levels(review.key(), name),
            changed && content.editable() && isUpdate(review),
            change));
    addReasons(review.key(), name);
    if (images && changed && content.editable()) {
      rows.add(new ReviewRow.Pictures(review.key()));
    }
    if (divided != null) {
      parts.add(review.key(), name, divided);
    }
    addComments(review.key(), one -> one.field().equals(name));
  }

  /** The field with its words compared as they are to be seen. */
  private FieldChange shown(FieldChange field) {
    return choices.byCharacter()
            && field.detail() instanceof FieldChange.Detail.Words
            && field.base() instanceof JsonNode base
            && field.mine() instanceof JsonNode mine
        ? new FieldChange(
            field.field(),
            base,
            mine,
            field.kind(),
            choices.compare(base.stringValue(), mine.stringValue()))
        : field;
  }

  private static boolean isUpdate(EntityReview review) {
    return review.status() == EntityStatus.MODIFIED || review.status() == EntityStatus.CONFLICTED;
  }

  private List<SemverLevel> levels(EntityKey key, String field) {
    return content.impacts(key, field).stream().map(ChangeImpact::level).distinct().toList();
  }

  private void addFiles(EntityReview review) {
    FileRows files = new FileRows(review.key(), rows, changes);
    for (int i = 0; i < review.files().size(); i++) {
      files.add(i, review.files().get(i), review.files().size() > 1);
    }
    changes = files.changes();
  }

  private void addPatch(EntityReview review) {
    int number = 1;
    for (String line : review.patchText().lines().toList()) {
      int change = line.strip().startsWith("{") ? ++changes : 0;
      rows.add(new ReviewRow.PatchLine(review.key(), number++, line, change));
    }
  }

  /** The row of an entity that keys act on first. */
  static boolean isHead(@Nullable ReviewRow row) {
    return row instanceof ReviewRow.Head || row instanceof ReviewRow.AffectedHead;
  }
}
