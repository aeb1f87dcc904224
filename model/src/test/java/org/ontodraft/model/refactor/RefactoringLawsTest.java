package org.ontodraft.model.refactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.impact.SemverPolicy;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.patch.PatchDoesNotApplyException;
import org.ontodraft.model.refactor.RefactoringOutcome.Previewed;
import org.ontodraft.model.refactor.RefactoringOutcome.Refused;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.testing.InMemoryRepository;
import org.ontodraft.model.testing.MixedHistory;
import org.ontodraft.model.testing.Snapshots;
import org.ontodraft.model.testing.TangledOntology;

/** What must hold of every refactoring, on drafts of tangled ontologies. */
class RefactoringLawsTest {
  private static final RepositorySchemas SCHEMAS = RepositorySchemas.compile(Map.of());
  private static final int SEEDS = 2_000;

  private record Case(DraftOverlay draft, Refactoring refactoring) {}

  private static Case random(long seed) {
    Random random = new Random(seed);
    TangledOntology tangle = new TangledOntology(random);
    Map<EntityKey, EntityDocument> documents = new TreeMap<>(tangle.documents());
    Ontology base = Snapshots.of(documents);
    DraftOverlay draft = DraftOverlay.of(base, List.of());
    for (int i = random.nextInt(4); i > 0; i--) {
      EntityKey key = tangle.key();
      EntityDocument document = random.nextInt(4) == 0 ? null : tangle.document(key);
      draft = draft.with(key, draft.changeTo(key, document));
    }
    return new Case(draft, refactoring(draft, tangle, random));
  }

  private static Refactoring refactoring(
      DraftOverlay draft, TangledOntology tangle, Random random) {
    List<EntityKey> all = new ArrayList<>();
    for (EntityType type : EntityType.values()) {
      draft.entities(type).stream().map(EntitySummary::key).forEach(all::add);
    }
    EntityKey key = random.nextInt(9) == 0 ? tangle.key() : pick(all, random);
    List<EntityKey> same = all.stream().filter(other -> other.type() == key.type()).toList();
    EntityKey other = pick(same.isEmpty() ? all : same, random);
    EntityKey category = pick(of(all, EntityType.CATEGORY), random);
    List<EntityKey> items =
        draft.exists(category)
            ? draft.referencesFrom(category).stream()
                .map(reference -> reference.target())
                .filter(item -> item.type() != EntityType.CATEGORY)
                .toList()
            : List.of();
    EntityKey item = items.isEmpty() ? key : pick(items, random);
    return switch (random.nextInt(9)) {
      case 0 ->
          new MovePropertyUp(
              category,
              item,
              pick(new ArrayList<>(draft.hierarchy().ancestors(category)), random, other));
      case 1 -> new MovePropertyDown(category, item, List.of());
      case 2 ->
          new SplitEntity(
              category,
              "Split",
              "Split",
              "Split off.",
              List.of(item),
              random.nextBoolean() ? SplitEntity.Place.PARENT : SplitEntity.Place.SIBLING);
      case 3 -> new MergeEntities(key, other);
      case 4 -> {
        List<EntityKey> modules = of(all, EntityType.MODULE);
        EntityKey from = pick(modules, random);
        List<EntityKey> listed =
            draft.referencesFrom(from).stream().map(reference -> reference.target()).toList();
        yield new MoveBetweenModules(pick(listed, random, key), from, pick(modules, random));
      }
      case 5 -> new Deprecate(key, random.nextBoolean() ? other : null);
      case 6 -> new DeleteWithDependents(key);
      case 7 -> {
        List<EntityKey> parents = draft.hierarchy().parents(category);
        EntityKey from = parents.isEmpty() ? null : pick(parents, random);
        yield new ChangeParent(category, from, pick(of(all, EntityType.CATEGORY), random));
      }
      default -> new Rename(key, random.nextInt(4) == 0 ? other.key() : "Has_new");
    };
  }

  private static List<EntityKey> of(List<EntityKey> all, EntityType type) {
    List<EntityKey> found = all.stream().filter(key -> key.type() == type).toList();
    return found.isEmpty() ? List.of(EntityKey.of(type, "None")) : found;
  }

  private static EntityKey pick(List<EntityKey> keys, Random random) {
    return keys.get(random.nextInt(keys.size()));
  }

  private static EntityKey pick(List<EntityKey> keys, Random random, EntityKey otherwise) {
    return keys.isEmpty() ? otherwise : pick(keys, random);
  }

  @Test
  void thePreviewTouchesWhatChangesAndUndoingItGivesTheDraftBack() {
    Map<String, Integer> made = new TreeMap<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      Case random = random(seed);
      if (random.refactoring().preview(random.draft(), SCHEMAS)
          instanceof Previewed(RefactoringPreview preview)) {
        made.merge(random.refactoring().getClass().getSimpleName(), 1, Integer::sum);
        DraftOverlay before = random.draft();
        DraftOverlay after = preview.after();
        Set<EntityKey> touched =
            preview.step().edits().stream().map(EntityEdit::key).collect(Collectors.toSet());
        assertThat(touched).as("seed %d", seed).isEqualTo(differing(before, after));

        DraftOverlay undone = preview.step().inverse().appliedTo(after);
        assertThat(undone.changes()).as("seed %d", seed).isEqualTo(before.changes());
        assertThat(DraftFiles.of(undone)).as("seed %d", seed).isEqualTo(DraftFiles.of(before));
        assertThat(preview.step().appliedTo(undone).changes())
            .as("seed %d", seed)
            .isEqualTo(after.changes());
      }
    }
    assertThat(made).hasSize(Refactoring.class.getPermittedSubclasses().length);
    assertThat(made.values()).allMatch(count -> count > 5);
  }

  private static Set<EntityKey> differing(DraftOverlay before, DraftOverlay after) {
    Set<EntityKey> keys = new TreeSet<>();
    for (EntityType type : EntityType.values()) {
      before.entities(type).forEach(entity -> keys.add(entity.key()));
      after.entities(type).forEach(entity -> keys.add(entity.key()));
    }
    keys.removeIf(
        key -> Objects.equals(before.effectiveDocument(key), after.effectiveDocument(key)));
    return keys;
  }

  /** One edit at a time comes to the same as the step at once. */
  @Test
  void theStepIsItsEditsOneByOne() throws PatchDoesNotApplyException {
    for (long seed = 0; seed < 500; seed++) {
      Case random = random(seed);
      if (random.refactoring().preview(random.draft(), SCHEMAS)
          instanceof Previewed(RefactoringPreview preview)) {
        DraftOverlay one = random.draft();
        one.hierarchy();
        for (EntityEdit edit : preview.step().edits()) {
          EntityDocument document = one.effectiveDocument(edit.key());
          assertThat(document).isEqualTo(edit.before());
          one = one.with(edit.key(), one.changeTo(edit.key(), edit.forward().applyTo(document)));
        }
        assertThat(differing(one, preview.after())).as("seed %d", seed).isEmpty();
        DraftOverlay last = one;
        for (EntitySummary category : one.entities(EntityType.CATEGORY)) {
          assertThat(preview.after().hierarchy().requirements(category.key()))
              .as("seed %d %s", seed, category.key())
              .isEqualTo(last.hierarchy().requirements(category.key()));
          assertThat(preview.after().effect(category.key()))
              .as("seed %d %s", seed, category.key())
              .isEqualTo(last.effect(category.key()));
        }
      }
    }
  }

  @Test
  void nothingNamesWhatWasRenamedOrMergedAway() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Case random = random(seed);
      if (random.refactoring().preview(random.draft(), SCHEMAS)
          instanceof Previewed(RefactoringPreview preview)) {
        switch (random.refactoring()) {
          case Rename rename ->
              assertThat(preview.after().referencesTo(rename.entity()))
                  .as("seed %d", seed)
                  .isEmpty();
          case MergeEntities merge ->
              assertThat(preview.after().referencesTo(merge.entity()))
                  .as("seed %d", seed)
                  .isEmpty();
          case DeleteWithDependents delete ->
              assertThat(
                      preview.leftovers().stream()
                          .map(leftover -> ((Leftover.Reference) leftover).reference())
                          .collect(Collectors.toSet()))
                  .as("seed %d", seed)
                  .isEqualTo(new HashSet<>(preview.after().referencesTo(delete.entity())));
          default -> {}
        }
      }
    }
  }

  /** A rename and the rename back come to nothing, where the new name was free of references. */
  @Test
  void renamingBackIsUndoing() {
    int checked = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Case random = random(seed);
      if (random.refactoring() instanceof Rename rename
          && rename.preview(random.draft(), SCHEMAS)
              instanceof Previewed(RefactoringPreview preview)
          && random.draft().referencesTo(rename.renamed().orElseThrow()).isEmpty()
          && random.draft().document(rename.entity()).texts("id").contains(rename.entity().key())
          && new Rename(rename.renamed().orElseThrow(), rename.entity().key())
                  .preview(preview.after(), SCHEMAS)
              instanceof Previewed(RefactoringPreview back)) {
        for (EntityEdit edit : back.step().edits()) {
          assertThat(itemsOnce(back.after().effectiveDocument(edit.key())))
              .as("seed %d", seed)
              .isEqualTo(itemsOnce(random.draft().effectiveDocument(edit.key())));
        }
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(30);
  }

  /** A name that stands in a list twice is written once, as no list should have it twice. */
  private static Map<String, Object> itemsOnce(@Nullable EntityDocument document) {
    Map<String, Object> members = new HashMap<>();
    if (document != null) {
      document
          .json()
          .properties()
          .forEach(member ->
              members.put(
                  member.getKey(),
                  member.getValue().isArray()
                      ? new HashSet<>(member.getValue().values())
                      : member.getValue()));
    }
    return members;
  }

  @Test
  void aSplitParentTakesNothingFromAnybody() {
    int made = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Case random = random(seed);
      if (random.refactoring() instanceof SplitEntity split
          && split.place() == SplitEntity.Place.PARENT
          && split.preview(random.draft(), SCHEMAS)
              instanceof Previewed(RefactoringPreview preview)) {
        assertThat(preview.effects()).as("seed %d", seed).allMatch(effect -> effect.isEmpty());
        made++;
      }
    }
    assertThat(made).isGreaterThan(10);
  }

  /** Whatever the draft is like, a refactoring answers, and so does what it is asked then. */
  @Test
  void everyAnswerIsTyped() {
    for (long seed = 0; seed < 150; seed++) {
      Case random = random(seed);
      switch (random.refactoring().preview(random.draft(), SCHEMAS)) {
        case Refused(List<Refusal> reasons) -> assertThat(reasons).isNotEmpty();
        case Previewed(RefactoringPreview preview) -> {
          assertThat(preview.files()).allMatch(DraftFiles.FileChange::differs);
          assertThat(preview.impact(SemverPolicy.DEFAULT).entities()).isNotEmpty();
          assertThat(preview.findings(SCHEMAS)).doesNotHaveDuplicates();
          assertThat(preview.step().edits())
              .allMatch(edit -> !Objects.equals(edit.before(), edit.after()));
        }
      }
    }
  }

  @Test
  void filesFollowTheKeyInBothFormats() {
    Ontology pages =
        InMemoryRepository.of(
                Map.of(
                    "dashboards/Foo.wikitext", MixedHistory.root("text"),
                    "dashboards/Foo/A.wikitext", "page\n",
                    "templates/T/U.wikitext", "text\n"))
            .ontology();
    assertThat(filesOf(pages, new Rename(Snapshots.key("dashboard:Foo"), "Bar")))
        .containsExactly(
            "+dashboards/Bar.wikitext",
            "+dashboards/Bar/A.wikitext",
            "-dashboards/Foo.wikitext",
            "-dashboards/Foo/A.wikitext");
    assertThat(filesOf(pages, new Rename(Snapshots.key("template:T/U"), "V")))
        .containsExactly("-templates/T/U.wikitext", "+templates/V.wikitext");
    assertThat(
            filesOf(
                Snapshots.of("category:A {}", "category:B {'parents':['A']}"),
                new Rename(Snapshots.key("category:A"), "C")))
        .containsExactly("-categories/A.json", "~categories/B.json", "+categories/C.json");
  }

  private static List<String> filesOf(Ontology base, Refactoring refactoring) {
    RefactoringOutcome outcome = refactoring.preview(DraftOverlay.of(base, List.of()), SCHEMAS);
    assertThat(outcome).isInstanceOf(Previewed.class);
    return ((Previewed) outcome)
        .preview().files().stream()
            .map(file ->
                (file.before() == null ? "+" : file.after() == null ? "-" : "~") + file.path())
            .toList();
  }
}
