package org.ontodraft.model.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.testing.Snapshots.document;
import static org.ontodraft.model.testing.Snapshots.key;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.Snapshots;

/** A search finds what is seen: the draft's, on its base, whatever version is indexed. */
class EffectiveSearchTest {
  private static final Ontology BASE =
      Snapshots.of(
          "category:Herb {\"label\":\"Herb\",\"description\":\"smells\"}",
          "category:Moss {\"label\":\"Moss\"}",
          "category:Tree {\"label\":\"Tree\"}");

  /** An index without an index: every entity is looked at. */
  private static final class Looking implements SearchIndex {
    private final Map<EntityKey, SearchableEntity> entities = new TreeMap<>();

    Looking(Ontology ontology) {
      for (EntityType type : EntityType.values()) {
        ontology
            .entities(type)
            .forEach(entity -> entities.put(entity.key(), SearchableEntity.of(entity, ontology)));
      }
    }

    @Override
    public Optional<String> commit() {
      return Optional.empty();
    }

    @Override
    public Map<EntityKey, String> contents() {
      return Map.of();
    }

    @Override
    public void change(Collection<SearchableEntity> upserts, Collection<EntityKey> deletes) {
      upserts.forEach(entity -> entities.put(entity.key(), entity));
      entities.keySet().removeAll(deletes);
    }

    @Override
    public void finish(String commit) {}

    @Override
    public List<EntityKey> candidates(SearchQuery query, int limit) {
      Ranking ranking = new Ranking(query);
      return entities.values().stream()
          .flatMap(entity -> ranking.rank(entity).stream())
          .sorted()
          .limit(limit)
          .map(SearchHit::key)
          .toList();
    }

    @Override
    public void close() {}
  }

  private static List<String> found(DraftOverlay view, Ontology indexed, String query) {
    return EffectiveSearch.of(view, indexed)
        .search(new Looking(indexed), SearchQuery.of(query), 10)
        .stream()
        .map(hit -> hit.key().key() + " " + hit.tier())
        .toList();
  }

  private static DraftOverlay draft() {
    DraftOverlay none = DraftOverlay.of(BASE, List.of());
    EntityKey herb = key("category:Herb");
    EntityKey fern = key("category:Fern");
    DraftOverlay renamed =
        none.with(herb, none.changeTo(herb, document(herb, "{\"label\":\"Kraut\"}")));
    DraftOverlay created =
        renamed.with(
            fern,
            renamed.changeTo(
                fern, document(fern, "{\"label\":\"Farn\",\"description\":\"smells of woods\"}")));
    return created.with(key("category:Moss"), created.changeTo(key("category:Moss"), null));
  }

  @Test
  void theDraftsChangesAreFound() {
    assertThat(found(draft(), BASE, "kraut")).containsExactly("Herb LABEL");
    assertThat(found(draft(), BASE, "smells")).containsExactly("Fern TEXT");
    assertThat(found(draft(), BASE, "farn")).containsExactly("Fern LABEL");
    assertThat(found(draft(), BASE, "moss")).isEmpty();
    assertThat(found(draft(), BASE, "tree")).containsExactly("Tree KEY");
    assertThat(found(draft(), BASE, "")).isEmpty();
  }

  @Test
  void anOlderBaseIsFoundAsItWas() {
    Ontology newer =
        Snapshots.of(
            "category:Herb {\"label\":\"Weed\"}",
            "category:Stone {\"label\":\"Stone\"}",
            "category:Tree {\"label\":\"Tree\"}");
    DraftOverlay old = DraftOverlay.of(BASE, List.of());
    assertThat(found(old, newer, "herb")).containsExactly("Herb KEY");
    assertThat(found(old, newer, "weed")).isEmpty();
    assertThat(found(old, newer, "stone")).isEmpty();
    assertThat(found(old, newer, "moss")).containsExactly("Moss KEY");
  }

  @Test
  void differenceMakesOneVersionOfTheOther() {
    Ontology newer =
        Snapshots.of(
            "category:Herb {\"label\":\"Weed\"}",
            "module:Core",
            "category:Tree {\"label\":\"Tree\"}");
    List<String> difference = new ArrayList<>();
    new TreeMap<>(EffectiveSearch.difference(BASE, newer))
        .forEach((key, entity) -> difference.add(key + (entity == null ? " gone" : "")));
    assertThat(difference).containsExactly("category:Herb", "category:Moss gone", "module:Core");
    assertThat(EffectiveSearch.difference(newer, newer)).isEmpty();
  }

  @Test
  void namesAreFoundWithoutAnIndex() {
    assertThat(EffectiveSearch.byNames(draft(), SearchQuery.of("kr"), 5))
        .extracting(hit -> hit.key().key())
        .containsExactly("Herb");
    assertThat(EffectiveSearch.byNames(draft(), SearchQuery.of("moss"), 5)).isEmpty();
  }
}
