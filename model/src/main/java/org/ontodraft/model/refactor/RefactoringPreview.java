package org.ontodraft.model.refactor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.OntologyDiff;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftFiles.FileChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.hierarchy.EffectChange;
import org.ontodraft.model.impact.SemverImpact;
import org.ontodraft.model.impact.SemverPolicy;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.schema.SchemaRule;
import org.ontodraft.model.validation.CheckedView;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.Rule;

/**
 * What a refactoring does to a draft, and nothing else than this. Immutable; what it says of files,
 * effects, impact and findings is worked out when it is asked for, and not on the FX thread.
 */
public final class RefactoringPreview {
  private final DraftOverlay before;
  private final DraftOverlay after;
  private final RefactoringStep step;
  private final Map<EntityKey, EntityKey> keyBefore;
  private final List<Leftover> leftovers;

  /**
   * @param keyBefore what a renamed entity was called, by its new key
   */
  RefactoringPreview(
      DraftOverlay before,
      DraftOverlay after,
      RefactoringStep step,
      Map<EntityKey, EntityKey> keyBefore,
      List<Leftover> leftovers) {
    this.before = before;
    this.after = after;
    this.step = step;
    this.keyBefore = Map.copyOf(keyBefore);
    this.leftovers = List.copyOf(leftovers);
  }

  /** The draft with the refactoring made. */
  public DraftOverlay after() {
    return after;
  }

  /** The entities that change, made and taken back in one step. */
  public RefactoringStep step() {
    return step;
  }

  /** What renamed entities are called before, by their new keys. */
  public Map<EntityKey, EntityKey> keysBefore() {
    return keyBefore;
  }

  /** What a person should look at, in the order it was met. */
  public List<Leftover> leftovers() {
    return leftovers;
  }

  /** The files that change, by path, from what the draft makes of them now. */
  public List<FileChange> files() {
    List<FileChange> files = new ArrayList<>();
    for (EntityEdit edit : step.edits()) {
      Map<String, @Nullable String> was = texts(before, edit.key());
      Map<String, @Nullable String> is = texts(after, edit.key());
      was.keySet().forEach(path -> is.putIfAbsent(path, null));
      is.forEach((path, text) -> files.add(new FileChange(edit.key(), path, was.get(path), text)));
    }
    files.removeIf(file -> !file.differs());
    files.sort(Comparator.comparing(FileChange::path));
    return files;
  }

  private static Map<String, @Nullable String> texts(DraftOverlay overlay, EntityKey key) {
    Map<String, @Nullable String> texts = new TreeMap<>();
    for (FileChange file : DraftFiles.ofEntity(overlay, key)) {
      texts.put(file.path(), file.after());
    }
    return texts;
  }

  /** What categories gain and lose by it, with all they inherit. */
  public List<EffectChange> effects() {
    return OntologyDiff.between(before, after).effects(before.hierarchy());
  }

  /** What it means for those who use the ontology. */
  public SemverImpact impact(SemverPolicy policy) {
    return SemverImpact.of(
        OntologyDiff.between(before, after), policy, before.hierarchy(), after.hierarchy());
  }

  /**
   * What the rules say of the draft that they did not say before, also of a renamed entity under
   * its old key.
   */
  public List<Finding> findings(RepositorySchemas schemas) {
    DraftValidation validation = DraftValidation.of(before.base(), schemas).with(before);
    List<Finding> known = new ArrayList<>(validation.introduced());
    CheckedView view = checked();
    List<Rule> rules = new ArrayList<>(Rule.all());
    rules.add(new SchemaRule(schemas));
    keyBefore.forEach((key, was) -> {
      for (Rule rule : rules) {
        for (Finding said : rule.check(was, view)) {
          known.add(
              new Finding(said.severity(), said.rule(), key, said.pointer(), said.arguments()));
        }
      }
    });
    return DraftValidation.without(validation.with(after).introduced(), known);
  }

  private CheckedView checked() {
    Set<EntityKey> changed = new HashSet<>();
    Set<EntityKey> deleted = new HashSet<>();
    for (DraftChange change : before.changes()) {
      changed.add(change.key());
      if (change instanceof DraftChange.Delete) {
        deleted.add(change.key());
      }
    }
    return CheckedView.of(before.base(), before::hierarchy, Set.of())
        .with(before, before::hierarchy, changed, deleted);
  }
}
