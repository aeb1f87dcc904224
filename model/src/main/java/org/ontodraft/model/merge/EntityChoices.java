package org.ontodraft.model.merge;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.merge.Offer.Why;
import org.ontodraft.model.refactor.Deprecate;

/** What each choice makes of an entity as a whole; docs/merge-rules.md has the table. */
public final class EntityChoices {
  private static final String DESCRIPTION = "description";
  private static final String DEPRECATED = "Deprecated.";

  private EntityChoices() {}

  /** What each kind of choice would make of an entity, but for those that need a value or a key. */
  public static Map<Choice.Kind, Offer<Optional<EntityDocument>>> of(EntityMerge merge) {
    Map<Choice.Kind, Offer<Optional<EntityDocument>>> offers = new EnumMap<>(Choice.Kind.class);
    for (Choice.Kind kind : Choice.Kind.values()) {
      if (kind != Choice.Kind.CUSTOM && kind != Choice.Kind.RECREATE) {
        offers.put(kind, offer(merge, Choice.of(kind)));
      }
    }
    return offers;
  }

  /**
   * The document a choice would leave under the entity's key; empty for no entity. Of a merge about
   * a key it is what the merge has, and the choice says which key stays.
   */
  public static Offer<Optional<EntityDocument>> offer(EntityMerge merge, Choice choice) {
    EntitySides sides = merge.sides();
    Choice.Kind kind = choice.kind();
    if (merge.kind().isOfKey()) {
      return kind == Choice.Kind.MINE || kind == Choice.Kind.UPSTREAM
          ? available(merge.result())
          : new Offer.Unavailable<>(Why.OF_CONTENT);
    }
    EntityDocument draft = sides.draft();
    EntityDocument canonical = sides.canonical();
    return switch (kind) {
      case MINE -> available(draft);
      case UPSTREAM -> available(canonical);
      case BASE -> available(sides.base());
      case ABSENT -> available(null);
      case FIELDS -> draft == null || canonical == null ? noEntity() : available(merge.result());
      case DEPRECATE -> {
        EntityDocument kept = draft == null ? canonical : draft;
        yield kept == null ? noEntity() : available(deprecated(merge.key(), kept));
      }
      case RECREATE -> draft == null ? noEntity() : available(canonical);
      case UNION, MINE_THEN_UPSTREAM, UPSTREAM_THEN_MINE, WORDS, CUSTOM ->
          new Offer.Unavailable<>(Why.OF_FIELDS);
    };
  }

  private static Offer<Optional<EntityDocument>> available(@Nullable EntityDocument document) {
    return new Offer.Available<>(Optional.ofNullable(document));
  }

  private static Offer<Optional<EntityDocument>> noEntity() {
    return new Offer.Unavailable<>(Why.NO_ENTITY);
  }

  /** No type has a field for it, and the schemas allow no other, so the description says it. */
  private static EntityDocument deprecated(EntityKey key, EntityDocument document) {
    String description = document.description().orElse("");
    return Deprecate.isDeprecated(document)
        ? document
        : document.with(
            key.type(),
            DESCRIPTION,
            document.json().stringNode((DEPRECATED + " " + description).strip()));
  }
}
