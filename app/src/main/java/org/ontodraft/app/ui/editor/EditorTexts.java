package org.ontodraft.app.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.editor.ItemTable.Change;
import org.ontodraft.app.ui.editor.ItemTable.Row;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldKind;
import org.ontodraft.model.hierarchy.EffectChange;
import org.ontodraft.model.hierarchy.EffectiveItem;
import org.ontodraft.model.hierarchy.Provenance;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldDecision;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.validation.Finding;
import tools.jackson.databind.JsonNode;

/** The words of the entity panel. Immutable. */
final class EditorTexts {
  private static final int SHOWN_OF_A_VALUE = 90;
  private static final int NAMED_OF_MANY = 5;

  private final Texts texts;
  private final ErrorPresenter errors;

  EditorTexts(Texts texts, ErrorPresenter errors) {
    this.texts = texts;
    this.errors = errors;
  }

  Texts plain() {
    return texts;
  }

  String get(String key, Object... arguments) {
    return texts.get(key, arguments);
  }

  /** The offer to create an entity of a text, where it can be its key. */
  Optional<String> creation(EntityType type, String text) {
    return text.isBlank() || EntityKey.problemWith(type, SetFieldViewModel.keyOf(text)).isPresent()
        ? Optional.empty()
        : Optional.of(get("editor.create.offer", texts.type(type), text.strip()));
  }

  /** A few of several texts, by name. */
  String firstOf(List<String> several) {
    String named = String.join(", ", several.stream().limit(NAMED_OF_MANY).toList());
    return several.size() > NAMED_OF_MANY ? named + "\u2026" : named;
  }

  /** What a field is called: a resource's member as its property is, unknown members as written. */
  String nameOf(FieldContent field) {
    if (field.member() != null) {
      return field.member().label();
    }
    return nameOf(field.name());
  }

  /** What a field of a type is called. */
  String nameOf(String field) {
    return texts.find("field." + field).orElse(field);
  }

  /** What a field's control is called for screen readers. */
  String accessibleName(FieldContent field) {
    String name = nameOf(field);
    return field.spec().required() ? get("editor.field.required", name) : name;
  }

  /** What the draft does to a field, with the value it had. */
  String changeOf(FieldContent field) {
    if (field.spec().kind() == FieldKind.IMAGES && field.changed()) {
      return get("media.change");
    }
    return switch (field.change()) {
      case UNCHANGED -> "";
      case ADDED -> get("editor.change.added");
      case REMOVED -> get("editor.change.removed", valueOf(field.base()));
      case MODIFIED -> modified(field);
    };
  }

  private String modified(FieldContent field) {
    JsonNode before = field.base();
    JsonNode after = field.mine();
    boolean sets =
        field.spec().isSet()
            && before != null
            && after != null
            && SetValue.fits(before)
            && SetValue.fits(after);
    if (!sets) {
      return get("editor.change.modified", valueOf(before));
    }
    List<String> base = SetValue.of(before).items();
    List<String> mine = SetValue.of(after).items();
    long gained = mine.stream().filter(item -> !base.contains(item)).distinct().count();
    long lost = base.stream().filter(item -> !mine.contains(item)).distinct().count();
    if (lost == 0) {
      return get("editor.change.gained", gained);
    }
    return gained == 0
        ? get("editor.change.lost", lost)
        : get("editor.change.gained-and-lost", gained, lost);
  }

  /** A value for a line of text: quoted when it is text, shortened when it is long. */
  String valueOf(@Nullable JsonNode value) {
    if (value == null) {
      return get("editor.value.not-set");
    }
    String text = value.isString() ? value.stringValue() : value.toString();
    String line = text.replaceAll("\\s+", " ");
    int end = Math.min(line.length(), SHOWN_OF_A_VALUE);
    if (end < line.length() && Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    String shown = end < line.length() ? line.substring(0, end) + "\u2026" : line;
    return value.isString() ? get("editor.value.text", shown) : shown;
  }

  String choice(ChoiceFieldViewModel.Choice choice) {
    return switch (choice) {
      case ChoiceFieldViewModel.Choice.NotSet() -> get("editor.value.not-set");
      case ChoiceFieldViewModel.Choice.YesNo(boolean yes) ->
          yes ? get("editor.value.yes") : get("editor.value.no");
      case ChoiceFieldViewModel.Choice.Value(String text, boolean listed) ->
          listed ? text : get("editor.value.not-listed", text);
    };
  }

  /** The name of a dashboard's page. */
  String page(String name) {
    return name.isEmpty() ? get("editor.pages.root") : name;
  }

  String problem(FieldProblem problem) {
    return switch (problem) {
      case FieldProblem.NotWhole() -> get("editor.problem.whole");
      case FieldProblem.NotNumber() -> get("editor.problem.number");
      case FieldProblem.NotJson(int line, int column) -> get("editor.problem.json", line, column);
      case FieldProblem.NotKey(String text, var reason) ->
          get("editor.problem.key", text, keyProblem(reason));
      case FieldProblem.PageExists(String name) -> get("editor.problem.page", page(name));
      case FieldProblem.TooLong(int units, int most) -> get("editor.problem.too-long", units, most);
      case FieldProblem.Refused(var refusal) -> refusal(errors.notice(refusal));
      case FieldProblem.NotKept() -> get("editor.problem.not-kept");
    };
  }

  /** Why typed files are not kept, where, and what to do. */
  String problem(RawProblem problem) {
    return switch (problem) {
      case RawProblem.Text(RawReading.Unreadable why) ->
          get("editor.raw.problem", why.line(), why.column(), cause(why.problem()));
      case RawProblem.HalfCharacter(int part) -> get("editor.raw.half-character");
      case RawProblem.Refused(var refusal) -> refusal(errors.notice(refusal));
      case RawProblem.NotKept() -> get("editor.problem.not-kept");
    };
  }

  private String cause(SourceProblem problem) {
    // A parser goes on about what it would have liked better.
    Object[] arguments =
        problem.arguments().stream()
            .map(argument -> argument.replaceAll("(?s)(: was | \\(|: only ).*", ""))
            .toArray();
    String code = problem.code().shortCode();
    return texts
        .find("editor.raw.cause." + code, arguments)
        .orElseGet(() -> get("problem." + code, arguments));
  }

  String keyProblem(EntityKey.KeyProblem problem) {
    return switch (problem) {
      case EMPTY -> get("editor.key.empty");
      case NESTED -> get("editor.key.nested");
      case CHARACTER -> get("editor.key.character");
      case RESERVED_NAME -> get("editor.key.reserved");
      case TOO_LONG -> get("editor.key.too-long");
    };
  }

  /** A refusal in one line: what happened, why, what to do, and the code. */
  String refusal(Notice notice) {
    String sentence =
        String.join(" ", notice.title() + ".", notice.text(), notice.next())
            .replaceAll(" {2,}", " ")
            .strip();
    return get("editor.problem.refused", sentence, notice.code());
  }

  /** A refusal that stands in the place of something, in one line. */
  String refusalOf(Refusal refusal) {
    return refusal(errors.notice(refusal));
  }

  /** What a finding says. */
  String finding(Finding finding) {
    return texts
        .find("finding." + finding.rule(), finding.arguments().toArray())
        .orElseGet(() -> finding.rule() + " " + String.join(", ", finding.arguments()));
  }

  /**
   * What entities of a type that name something in a field are called: {@code Child categories}.
   */
  String usage(UsageGroup group) {
    String field = group.field().isEmpty() ? "member" : group.field();
    return texts
        .find("editor.usage." + group.type().id() + "." + field)
        .orElseGet(
            () -> get("editor.usage.other", texts.types(group.type()), nameOf(group.field())));
  }

  /** What the draft's changes elsewhere do to a category. */
  String effect(EffectChange effect, EntityStatus status) {
    if (status == EntityStatus.ADDED || status == EntityStatus.RENAMED) {
      return get("editor.effect.new", effect.gains().size());
    }
    List<String> sentences = new ArrayList<>();
    addEffect(sentences, "editor.effect.required", effect.becomesRequired());
    addEffect(sentences, "editor.effect.optional", effect.becomesOptional());
    addEffect(sentences, "editor.effect.gains", effect.gains());
    addEffect(sentences, "editor.effect.loses", effect.loses());
    return String.join(" ", sentences);
  }

  private void addEffect(List<String> sentences, String key, List<EntityKey> items) {
    if (!items.isEmpty()) {
      String names =
          String.join(", ", items.stream().limit(NAMED_OF_MANY).map(EntityKey::key).toList());
      int more = items.size() - NAMED_OF_MANY;
      sentences.add(get(key, items.size(), more > 0 ? get("editor.and-more", names, more) : names));
    }
  }

  /** What upstream did to an entity that the draft changes, and what of it collides. */
  String upstream(EntityMerge merge) {
    return switch (merge.kind()) {
      case DELETED_UPSTREAM -> get("editor.upstream.deleted");
      case UPDATED_UPSTREAM -> get("editor.upstream.updated");
      case CREATED_TWICE -> get("editor.upstream.created");
      case CONVERGED -> get("editor.upstream.converged");
      case RENAMED -> get("editor.upstream.renamed", keyOf(merge));
      case RENAMED_TWICE -> get("editor.upstream.renamed-twice");
      case RENAMED_AND_DELETED -> get("editor.upstream.renamed-and-deleted");
      case RENAMED_PERHAPS -> get("editor.upstream.renamed-perhaps");
      case MERGED -> {
        String both = fieldsOf(merge, true);
        yield both.isEmpty()
            ? get("editor.upstream.merges", fieldsOf(merge, false))
            : get("editor.upstream.both", both);
      }
    };
  }

  private static String keyOf(EntityMerge merge) {
    EntityKey renamed = merge.renamed();
    return renamed == null ? merge.key().key() : renamed.key();
  }

  private String fieldsOf(EntityMerge merge, boolean conflicts) {
    return merge.decisions().stream()
        .filter(decision ->
            conflicts
                ? decision.reason() == FieldDecision.Reason.CONFLICT
                : decision.reason() != FieldDecision.Reason.DRAFT_ONLY)
        .map(decision -> nameOf(decision.field().name()))
        .collect(Collectors.joining(", "));
  }

  String section(ItemTable.Section section) {
    return switch (section) {
      case REQUIRED -> get("editor.table.required");
      case OPTIONAL -> get("editor.table.optional");
      case INHERITED -> get("editor.table.inherited");
    };
  }

  /** What the draft does to a row. */
  String change(EntityType type, Row row) {
    return switch (row.change()) {
      case NONE -> "";
      case ADDED -> added(type, row);
      case REMOVED ->
          row.shown().direct()
              ? get("editor.row.removed")
              : get("editor.row.lost", source(row.shown()));
      case NEED ->
          row.shown().required() ? get("editor.row.was-optional") : get("editor.row.was-required");
      case PLACE ->
          row.shown().direct() && row.base() != null
              ? get("editor.row.was-inherited", source(row.base()))
              : get("editor.row.was-direct");
      case ITEM_ADDED, ITEM_MODIFIED, ITEM_DELETED -> itemChange(type, row.change());
    };
  }

  private String added(EntityType type, Row row) {
    if (!row.shown().direct()) {
      return get("editor.row.gained", source(row.shown()));
    }
    return row.item().presence() == Presence.ADDED
        ? itemChange(type, Change.ITEM_ADDED)
        : get("editor.row.added");
  }

  private String itemChange(EntityType type, Change change) {
    String state = change.name().substring("ITEM_".length()).toLowerCase(Locale.ROOT);
    return get("editor.row.item-" + state, texts.type(type));
  }

  /** Every place an item comes from, one a line, the winning one first. */
  String provenance(EffectiveItem item) {
    return String.join("\n", item.provenance().stream().map(this::provenance).toList());
  }

  private String provenance(Provenance provenance) {
    String need =
        provenance.required() ? get("editor.source.required") : get("editor.source.optional");
    return provenance.depth() == 0
        ? get("editor.source.here", need)
        : get("editor.source.above", provenance.source().key(), provenance.depth(), need);
  }

  private static String source(EffectiveItem item) {
    return item.winner().source().key();
  }
}
