package org.ontodraft.app.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.bench.RealHistory.Version;
import org.ontodraft.model.diff.EntityDiff;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.FilePart;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.SourceFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What somebody changed between two versions, made again on a third: a draft that a person could
 * have made there. docs/rebase-on-real-history.md says how.
 */
record ReplayedChange(Version base, Version before, Version after) {

  /** The changes of entities whose files everybody could read and the base's format can hold. */
  List<DraftChange> changes() {
    List<DraftChange> changes = new ArrayList<>();
    for (EntityKey key : new TreeSet<>(before.differing(after))) {
      boolean readable =
          !base.unreadable().contains(key)
              && !before.unreadable().contains(key)
              && !after.unreadable().contains(key);
      DraftChange change = readable ? change(key) : null;
      if (change != null) {
        changes.add(change);
      }
    }
    DraftOverlay draft = DraftOverlay.of(base.ontology(), changes);
    return draft.changes().stream()
        .filter(change -> DraftFiles.refusals(draft, change).isEmpty())
        .toList();
  }

  /**
   * The files of this draft as whoever made the change wrote them, by path: where the base's file
   * is the one they had before them and the draft does just what they did.
   */
  Map<String, String> asWritten(DraftOverlay draft) {
    Map<String, String> texts = new HashMap<>();
    for (DraftChange change : draft.changes()) {
      EntityKey key = change.key();
      EntityDocument document = draft.effectiveDocument(key);
      boolean sameFile = files(base.ontology(), key).equals(files(before.ontology(), key));
      if (sameFile && document != null && document.equals(document(after.ontology(), key))) {
        after.ontology().file(key).files().forEach(file -> texts.put(file.path(), file.text()));
      }
    }
    return texts;
  }

  private static List<FilePart> files(Ontology ontology, EntityKey key) {
    return ontology.find(key).map(EntitySummary::files).orElse(List.of());
  }

  private @Nullable DraftChange change(EntityKey key) {
    EntityDocument was = document(before.ontology(), key);
    EntityDocument is = document(after.ontology(), key);
    EntityDocument here = document(base.ontology(), key);
    boolean likeNothing = base.ontology().entities(key.type()).isEmpty();
    boolean unknownThere = was != null && here == null;
    if (Objects.equals(was, is) || likeNothing || unknownThere) {
      return null;
    }
    EntityDocument result = is;
    if (was != null && is != null && here != null && !here.equals(was)) {
      result = edited(key.type(), here, EntityDiff.between(key.type(), was, is));
    }
    SourceFile file = here == null ? null : base.ontology().file(key);
    return DraftChange.between(key, file, here, result);
  }

  private static @Nullable EntityDocument document(Ontology ontology, EntityKey key) {
    return ontology.exists(key) ? ontology.document(key) : null;
  }

  private static EntityDocument edited(
      EntityType type, EntityDocument document, List<FieldChange> rows) {
    EntityDocument edited = document;
    for (FieldChange row : rows) {
      if (row.kind() != FieldChange.Kind.UNCHANGED) {
        String field = row.field().name();
        boolean set =
            row.field().isSet()
                && isList(row.base())
                && isList(row.mine())
                && isList(document.get(field));
        edited =
            edited.with(
                type, field, set ? items(document.get(field), row.base(), row.mine()) : row.mine());
      }
    }
    return edited;
  }

  private static boolean isList(@Nullable JsonNode value) {
    return value == null || value.isArray();
  }

  /** A list with what was added and without what was removed; null where nothing is left. */
  private static @Nullable JsonNode items(
      @Nullable JsonNode here, @Nullable JsonNode was, @Nullable JsonNode is) {
    Set<JsonNode> before = new HashSet<>(values(was));
    Set<JsonNode> after = new HashSet<>(values(is));
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    Set<JsonNode> present = new HashSet<>();
    for (JsonNode item : values(here)) {
      if (!before.contains(item) || after.contains(item)) {
        items.add(item);
        present.add(item);
      }
    }
    for (JsonNode item : values(is)) {
      if (!before.contains(item) && present.add(item)) {
        items.add(item);
      }
    }
    return items.isEmpty() && is == null ? null : items;
  }

  private static List<JsonNode> values(@Nullable JsonNode list) {
    return list == null ? List.of() : List.copyOf(list.values());
  }
}
