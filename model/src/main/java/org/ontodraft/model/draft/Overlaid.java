package org.ontodraft.model.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.format.EntityCodec;
import org.ontodraft.model.format.FileFormat;
import org.ontodraft.model.format.References;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.patch.PatchDoesNotApplyException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One changed entity, worked out.
 *
 * @param base its document at the base, null when the draft creates it or the file kept is damaged
 * @param document its document in the draft, null when the draft deletes it
 */
record Overlaid(
    DraftChange change,
    EntityStatus status,
    @Nullable EntityDocument base,
    @Nullable EntityDocument document,
    EntitySummary summary,
    List<EntityReference> references) {

  static Overlaid of(Ontology ontology, DraftChange change) {
    return switch (change) {
      case DraftChange.Create(EntityKey key, EntityDocument replacement) -> {
        EntitySummary place = new EntitySummary(key, "", pathOfNew(ontology, key), "");
        yield existing(change, EntityStatus.ADDED, null, replacement, place);
      }
      case DraftChange.Update update ->
          updated(
              update,
              documentIn(update.key(), update.base()),
              place(ontology, update.base(), change));
      case DraftChange.Delete(EntityKey key, SourceFile file) -> {
        EntityDocument base = documentIn(key, file);
        EntitySummary place = place(ontology, file, change);
        EntitySummary summary = base == null ? place : labelled(place, base);
        yield new Overlaid(change, EntityStatus.DELETED, base, null, summary, List.of());
      }
    };
  }

  private static String pathOfNew(Ontology ontology, EntityKey key) {
    return RepositoryLayout.pathOf(key, FileFormat.ofNew(ontology, key.type()));
  }

  private static Overlaid updated(
      DraftChange.Update update, @Nullable EntityDocument kept, EntitySummary place) {
    EntityDocument base =
        kept == null ? EntityDocument.of(JsonNodeFactory.instance.objectNode()) : kept;
    try {
      EntityDocument result = update.patch().applyTo(base);
      if (result != null && kept != null) {
        EntityDocument document = inPlace(update.key(), base, result);
        return existing(update, EntityStatus.MODIFIED, base, document, place);
      }
    } catch (PatchDoesNotApplyException e) {
      // The status says so; DraftValidation makes an error of it.
    }
    EntityDocument intended = inPlace(update.key(), base, update.patch().intended(base));
    return existing(update, EntityStatus.BROKEN, kept, intended, place);
  }

  private static Overlaid existing(
      DraftChange change,
      EntityStatus status,
      @Nullable EntityDocument base,
      EntityDocument document,
      EntitySummary place) {
    List<EntityReference> references = References.of(change.key(), document);
    return new Overlaid(change, status, base, document, labelled(place, document), references);
  }

  /**
   * The result of a patch with its members in the base's order and new ones where their type has
   * them. A patch puts new members last, so without this the text of the file would depend on the
   * way the draft was edited.
   */
  private static EntityDocument inPlace(EntityKey key, EntityDocument base, EntityDocument result) {
    EntityDocument placed = base;
    for (String name : base.json().propertyNames()) {
      JsonNode value = result.get(name);
      if (!base.json().get(name).equals(value)) {
        placed = placed.with(key.type(), name, value);
      }
    }
    for (FieldSpec field : EntityFields.of(key.type())) {
      placed = withNew(key, placed, field.name(), result);
    }
    for (String name : result.json().propertyNames()) {
      placed = withNew(key, placed, name, result);
    }
    return placed;
  }

  private static EntityDocument withNew(
      EntityKey key, EntityDocument placed, String name, EntityDocument result) {
    JsonNode value = placed.get(name) == null ? result.get(name) : null;
    return value == null ? placed : placed.with(key.type(), name, value);
  }

  /** The document kept with the draft, null when the bytes hold none after all. */
  private static @Nullable EntityDocument documentIn(EntityKey key, SourceFile file) {
    try {
      return EntityCodec.document(key, file);
    } catch (IllegalArgumentException damaged) {
      // The status of an update says so, and every rebase names the file.
      return null;
    }
  }

  private static EntitySummary place(Ontology ontology, SourceFile file, DraftChange change) {
    return ontology
        .find(change.key())
        .orElseGet(() ->
            new EntitySummary(
                change.key(),
                "",
                file.path(),
                file.blobId(),
                file.parts().subList(1, file.parts().size())));
  }

  private static EntitySummary labelled(EntitySummary place, EntityDocument document) {
    String key = place.key().key();
    String label = document.label().orElse(key.substring(key.lastIndexOf('/') + 1));
    return new EntitySummary(place.key(), label, place.sourcePath(), place.blobId(), place.pages());
  }
}
