package org.ontodraft.app.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.bench.RealHistory.Version;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.refactor.DeleteWithDependents;
import org.ontodraft.model.refactor.Refactoring;
import org.ontodraft.model.refactor.RefactoringOutcome;
import org.ontodraft.model.refactor.Rename;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Edits as curators make them, at random from a seed; docs/rebase-on-real-history.md lists them.
 */
final class CuratorDrafts {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MOST_EDITS = 50;
  private static final int CONTESTED = 10;

  private final Version base;
  private final List<EntityKey> all = new ArrayList<>();
  private final List<EntityKey> contested;

  /** An edit of one entity, as often as it stands in {@link #EDITS}. */
  private enum Edit {
    DESCRIPTION,
    LABEL,
    ADD_ITEM,
    REMOVE_ITEM,
    CHOICE,
    CREATE,
    RENAME,
    DELETE
  }

  private static final List<Edit> EDITS =
      List.of(
          Edit.DESCRIPTION,
          Edit.DESCRIPTION,
          Edit.DESCRIPTION,
          Edit.DESCRIPTION,
          Edit.LABEL,
          Edit.ADD_ITEM,
          Edit.ADD_ITEM,
          Edit.ADD_ITEM,
          Edit.REMOVE_ITEM,
          Edit.REMOVE_ITEM,
          Edit.CHOICE,
          Edit.CREATE,
          Edit.CREATE,
          Edit.RENAME,
          Edit.DELETE);

  /** What a draft changes, and what was meant. */
  record Edits(DraftOverlay draft, List<DraftIntent> intents) {
    Edits {
      intents = List.copyOf(intents);
    }
  }

  /**
   * @param contested entities that later versions change, where one edit in ten is made
   */
  CuratorDrafts(Version base, Collection<EntityKey> contested) {
    this.base = base;
    this.contested = contested.stream().filter(base.ontology()::exists).sorted().toList();
    for (EntityType type : EntityType.values()) {
      base.ontology().entities(type).stream().map(EntitySummary::key).forEach(all::add);
    }
  }

  /** From 1 to 50 edits on top of a draft, fewer more often than many. */
  Edits edited(DraftOverlay draft, Random random) {
    int count = (int) Math.pow(MOST_EDITS + 1, random.nextDouble());
    DraftOverlay edited = draft;
    List<DraftIntent> intents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      EntityKey key = pick(random.nextInt(CONTESTED) == 0 ? contested : all, random);
      Edit edit = EDITS.get(random.nextInt(EDITS.size()));
      EntityDocument document = edited.exists(key) ? edited.effectiveDocument(key) : null;
      if (document != null) {
        edited =
            switch (edit) {
              case DESCRIPTION -> put(edited, key, described(key, document, random));
              case LABEL ->
                  put(
                      edited,
                      key,
                      with(
                          key, document, "label", document.label().orElse(key.key()) + " (sense)"));
              case ADD_ITEM -> put(edited, key, withItem(key, document, random));
              case REMOVE_ITEM -> put(edited, key, withoutItem(key, document, random));
              case CHOICE -> put(edited, key, withChoice(key, document, random));
              case CREATE -> create(edited, key, document, i);
              case RENAME -> {
                Rename rename = new Rename(key, key.key() + "_renamed");
                DraftOverlay renamed = refactored(edited, rename);
                if (renamed != edited) {
                  rename.renamed().ifPresent(to -> intents.add(new DraftIntent.Rename(key, to)));
                }
                yield renamed;
              }
              case DELETE -> refactored(edited, new DeleteWithDependents(key));
            };
      }
    }
    return new Edits(edited, intents);
  }

  private static EntityKey pick(List<EntityKey> keys, Random random) {
    return keys.get(random.nextInt(keys.size()));
  }

  private static DraftOverlay put(DraftOverlay draft, EntityKey key, EntityDocument document) {
    Map<EntityKey, Optional<DraftChange>> change = new HashMap<>();
    change.put(key, Optional.ofNullable(draft.changeTo(key, document)));
    return draft.withAll(change);
  }

  private DraftOverlay refactored(DraftOverlay draft, Refactoring refactoring) {
    return switch (refactoring.preview(draft, base.schemas())) {
      case RefactoringOutcome.Previewed(var preview) -> preview.after();
      case RefactoringOutcome.Refused _ -> draft;
    };
  }

  private static EntityDocument with(
      EntityKey key, EntityDocument document, String field, String text) {
    return document.with(key.type(), field, NODES.stringNode(text));
  }

  /** One word replaced, or a sentence more. */
  private static EntityDocument described(EntityKey key, EntityDocument document, Random random) {
    String text = document.description().orElse("");
    String[] words = text.split(" ", -1);
    if (random.nextBoolean()) {
      return with(key, document, "description", (text + " Edited by a curator.").strip());
    }
    words[random.nextInt(words.length)] = "certain";
    return with(key, document, "description", String.join(" ", words));
  }

  private static List<FieldSpec> sets(EntityKey key) {
    return EntityFields.of(key.type()).stream()
        .filter(field -> field.isSet() && field.target() != null)
        .toList();
  }

  private EntityDocument withItem(EntityKey key, EntityDocument document, Random random) {
    List<FieldSpec> sets = sets(key);
    if (sets.isEmpty()) {
      return described(key, document, random);
    }
    FieldSpec field = sets.get(random.nextInt(sets.size()));
    List<EntityKey> targets = all.stream().filter(k -> k.type() == field.target()).toList();
    if (targets.isEmpty()) {
      return described(key, document, random);
    }
    String item = pick(targets, random).key();
    ArrayNode items = NODES.arrayNode();
    List<String> present = document.texts(field.name());
    present.forEach(items::add);
    if (!present.contains(item)) {
      items.add(item);
    }
    return document.with(key.type(), field.name(), items);
  }

  private static EntityDocument withoutItem(EntityKey key, EntityDocument document, Random random) {
    List<FieldSpec> sets =
        sets(key).stream().filter(field -> document.texts(field.name()).size() > 1).toList();
    if (sets.isEmpty()) {
      return described(key, document, random);
    }
    FieldSpec field = sets.get(random.nextInt(sets.size()));
    List<String> left = new ArrayList<>(document.texts(field.name()));
    left.remove(random.nextInt(left.size()));
    ArrayNode items = NODES.arrayNode();
    left.forEach(items::add);
    return document.with(key.type(), field.name(), items);
  }

  private static EntityDocument withChoice(EntityKey key, EntityDocument document, Random random) {
    List<FieldSpec> choices =
        EntityFields.of(key.type()).stream().filter(field -> !field.choices().isEmpty()).toList();
    if (choices.isEmpty()) {
      return described(key, document, random);
    }
    FieldSpec field = choices.get(random.nextInt(choices.size()));
    return with(
        key, document, field.name(), field.choices().get(random.nextInt(field.choices().size())));
  }

  /** An entity like another one, under a new key. */
  private static DraftOverlay create(
      DraftOverlay draft, EntityKey like, EntityDocument document, int number) {
    EntityKey key = EntityKey.of(like.type(), like.key() + "_new" + number);
    if (draft.exists(key)) {
      return draft;
    }
    ObjectNode json = document.json().deepCopy();
    json.set("id", NODES.stringNode(key.key()));
    @Nullable JsonNode label = json.get("label");
    json.set("label", NODES.stringNode("New " + (label == null ? "" : label.stringValue())));
    return put(draft, key, EntityDocument.of(json));
  }
}
