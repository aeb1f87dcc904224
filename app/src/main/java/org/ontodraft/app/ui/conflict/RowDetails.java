package org.ontodraft.app.ui.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.model.diff.EntityDiff;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.EffectiveItem;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.rebase.ChoiceCost;

/**
 * What the row's entity would be once merged, and what each choice about the row would cost.
 *
 * @param key the entity
 * @param costs one for each choice that fits; none for a row that asks nothing
 * @param effective its effective properties, or of a property the categories that have it
 * @param more how many of these are left out
 * @param form its fields that have a value; none when it would be gone
 * @param files its files as the commit would leave them; none when it would be gone
 */
record RowDetails(
    EntityKey key,
    List<ChoiceCost> costs,
    List<Effective> effective,
    int more,
    List<FieldChange> form,
    List<File> files) {
  /** More lines nobody reads in a preview. */
  private static final int MOST = 200;

  RowDetails {
    costs = List.copyOf(costs);
    effective = List.copyOf(effective);
    form = List.copyOf(form);
    files = List.copyOf(files);
  }

  /**
   * A property of a category.
   *
   * @param of the one of the two that the preview is not about
   * @param source the category it comes from
   * @param depth how many steps up that is
   */
  record Effective(EntityKey of, String label, boolean required, EntityKey source, int depth) {}

  /** A file with its whole text. */
  record File(String path, String text) {}

  /** Works a row's details out. Not for the FX thread. */
  static Optional<RowDetails> of(Workspace workspace, PlanRow row) {
    Place place = row.place();
    if (place == null) {
      return Optional.empty();
    }
    return workspace
        .merged()
        .map(merged -> of(merged, place.key(), workspace.costs(place, choices(row))));
  }

  private static List<Choice> choices(PlanRow row) {
    return row.offered().stream()
        .filter(way -> way.canBeTaken() && way.kind() != Choice.Kind.CUSTOM)
        .map(way -> Choice.of(way.kind()))
        .toList();
  }

  private static RowDetails of(DraftOverlay merged, EntityKey key, List<ChoiceCost> costs) {
    List<Effective> effective =
        switch (key.type()) {
          case CATEGORY -> properties(merged, key);
          case PROPERTY -> categories(merged, key);
          default -> List.of();
        };
    @Nullable EntityDocument document = merged.effectiveDocument(key);
    List<FieldChange> form =
        document == null ? List.of() : EntityDiff.between(key.type(), null, document);
    List<File> files = new ArrayList<>();
    for (DraftFiles.FileChange file : DraftFiles.ofEntity(merged, key)) {
      if (file.after() != null) {
        files.add(new File(file.path(), file.after()));
      }
    }
    return new RowDetails(
        key,
        costs,
        effective.subList(0, Math.min(MOST, effective.size())),
        Math.max(0, effective.size() - MOST),
        form,
        files);
  }

  private static List<Effective> properties(DraftOverlay merged, EntityKey category) {
    return merged.hierarchy().effectiveProperties(category).stream()
        .map(item -> effective(merged, item.item(), item))
        .toList();
  }

  private static List<Effective> categories(DraftOverlay merged, EntityKey property) {
    Hierarchy hierarchy = merged.hierarchy();
    TreeSet<EntityKey> categories = new TreeSet<>();
    for (EntityReference reference : merged.referencesTo(property)) {
      EntityKey source = reference.source();
      if (source.type() == EntityType.CATEGORY && categories.size() < MOST) {
        categories.add(source);
        hierarchy.descendants(source).stream().limit(MOST).forEach(categories::add);
      }
    }
    List<Effective> found = new ArrayList<>();
    for (EntityKey category : categories) {
      hierarchy.effectiveProperties(category).stream()
          .filter(item -> item.item().equals(property))
          .forEach(item -> found.add(effective(merged, category, item)));
    }
    return found;
  }

  private static Effective effective(DraftOverlay merged, EntityKey shown, EffectiveItem item) {
    return new Effective(
        shown,
        merged.find(shown).map(EntitySummary::label).orElse(shown.key()),
        item.required(),
        item.winner().source(),
        item.winner().depth());
  }
}
