package org.ontodraft.model.rebase;

import static org.ontodraft.model.testing.Snapshots.document;
import static org.ontodraft.model.testing.Snapshots.key;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldDecision.Reason;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyView;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.testing.CasesDocument;
import org.ontodraft.model.testing.Snapshots;

/** Drafts and versions in a short notation, and plans as text. */
final class RebaseCases {
  static final RepositorySchemas SCHEMAS = RepositorySchemas.compile(Map.of());
  static final Path DOCUMENT = Path.of("../docs/rebase-cases.md");

  /** The entities that the second table changes. */
  private static final List<String> BASE = CasesDocument.block(DOCUMENT, "text base");

  private RebaseCases() {}

  static Ontology base() {
    return Snapshots.of(BASE.toArray(String[]::new));
  }

  static Rebase rebase(DraftOverlay draft, Ontology canonical, List<DraftIntent> intents) {
    return Rebase.of(
        DraftValidation.of(draft.base(), SCHEMAS).with(draft), canonical, SCHEMAS, intents);
  }

  static DraftOverlay draft(Ontology base, String edits) {
    DraftOverlay draft = DraftOverlay.of(base, List.of());
    for (Map.Entry<EntityKey, Optional<EntityDocument>> edit : edits(edits).entrySet()) {
      EntityKey key = edit.getKey();
      draft = draft.with(key, draft.changeTo(key, edit.getValue().orElse(null)));
    }
    return draft;
  }

  static Ontology edited(String edits) {
    Map<EntityKey, EntityDocument> documents = documents(base());
    edits(edits)
        .forEach((key, document) -> {
          documents.remove(key);
          document.ifPresent(present -> documents.put(key, present));
        });
    return Snapshots.of(documents);
  }

  /** {@code category:A {..}} writes it, {@code category:A} deletes it, {@code ->} renames it. */
  private static Map<EntityKey, Optional<EntityDocument>> edits(String text) {
    Map<EntityKey, Optional<EntityDocument>> edits = new TreeMap<>();
    for (String edit : text.isEmpty() ? new String[0] : text.split(" ; ")) {
      String written = edit;
      int arrow = edit.indexOf(" -> ");
      if (arrow >= 0) {
        edits.put(key(edit.substring(0, arrow)), Optional.empty());
        written = edit.substring(arrow + " -> ".length());
      }
      int space = written.indexOf(' ');
      EntityKey key = key(space < 0 ? written : written.substring(0, space));
      edits.put(
          key, space < 0 ? Optional.empty() : Optional.of(document(key, written.substring(space))));
    }
    return edits;
  }

  /** The renames that the curator said. */
  static List<DraftIntent> intents(String text) {
    return Pattern.compile("(\\S+) -> (\\S+)")
        .matcher(text)
        .results()
        .<DraftIntent>map(said -> new DraftIntent.Rename(key(said.group(1)), key(said.group(2))))
        .toList();
  }

  static String changes(RebasePlan plan) {
    return plan.changes().stream()
        .map(change ->
            change.getClass().getSimpleName()
                + " "
                + change.key()
                + (change instanceof DraftChange.Update update ? paths(update.patch()) : ""))
        .sorted()
        .collect(Collectors.joining("; "));
  }

  private static String paths(JsonPatch patch) {
    return Pattern.compile("\"path\":\"([^\"]*)\"")
        .matcher(patch.toJson())
        .results()
        .map(match -> " " + match.group(1))
        .collect(Collectors.joining());
  }

  /** Every decision but those that only say that the draft's own value stays. */
  static String decided(RebasePlan plan) {
    return plan.merges().stream()
        .map(merge -> {
          String rows =
              merge.decisions().stream()
                  .filter(row -> row.reason() != Reason.DRAFT_ONLY)
                  .map(row -> " " + row.field().name() + "=" + row.reason())
                  .collect(Collectors.joining());
          String kind = merge.kind() == EntityMerge.Kind.MERGED ? "" : " " + merge.kind();
          return (kind + rows).isEmpty() ? "" : merge.key() + kind + rows;
        })
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  static String asked(RebasePlan plan) {
    return Stream.concat(
            plan.conflicts().stream().map(RebaseCases::text),
            plan.notices().stream().map(notice -> "(" + notice.rule() + " " + notice.key() + ")"))
        .collect(Collectors.joining("; "));
  }

  private static String text(Conflict conflict) {
    return switch (conflict) {
      case Conflict.Field field -> "field " + field.place();
      case Conflict.TypeChange type -> "type " + type.place();
      case Conflict.Entity entity -> "entity " + entity.place();
      case Conflict.Semantic(var finding) -> finding.rule() + " " + finding.key();
    };
  }

  static Map<EntityKey, EntityDocument> documents(OntologyView view) {
    Map<EntityKey, EntityDocument> documents = new TreeMap<>();
    for (EntityType type : EntityType.values()) {
      for (EntitySummary entity : view.entities(type)) {
        boolean deleted =
            view instanceof DraftOverlay draft && draft.effectiveDocument(entity.key()) == null;
        if (!deleted) {
          documents.put(entity.key(), view.document(entity.key()));
        }
      }
    }
    return documents;
  }
}
