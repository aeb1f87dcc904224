package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.validation.CheckedView.Presence;

/**
 * {@code missing-reference}: a field names an entity that does not exist; {@code
 * deleted-reference}: one that the draft deletes. Arguments: the entity. {@code
 * look-alike-reference}: one that does not exist, while another does whose key looks the same or
 * differs in case alone. Arguments: the entity as it is written and as it would be right, both with
 * unusual letters spelled out. {@code unreadable-reference} (warning): its file is there and cannot
 * be read. Arguments: the entity. {@code missing-media} (warning): a text shows an image that the
 * repository does not have; the wiki may have it. Arguments: the key of the media.
 */
public final class MissingReferenceRule implements Rule {
  private static final String MISSING = "missing-reference";
  private static final String DELETED = "deleted-reference";
  private static final String LOOK_ALIKE = "look-alike-reference";

  /** The rule of a text that shows an image which is not there. */
  public static final String MISSING_MEDIA = "missing-media";

  private static final String UNREADABLE = "unreadable-reference";

  @Override
  public List<String> codes() {
    return List.of(MISSING, DELETED, LOOK_ALIKE, UNREADABLE, MISSING_MEDIA);
  }

  @Override
  public List<Finding> findings(EntityKey entity, CheckedView view) {
    List<Finding> findings = new ArrayList<>();
    for (EntityReference reference : view.referencesFrom(entity)) {
      EntityKey target = reference.target();
      switch (view.presence(target)) {
        case PRESENT -> {}
        case DELETED -> findings.add(error(DELETED, reference, target.toString()));
        case UNREADABLE ->
            findings.add(
                new Finding(
                    Severity.WARNING,
                    UNREADABLE,
                    entity,
                    ItemPlace.of(reference),
                    List.of(target.toString())));
        case MISSING -> findings.add(missing(reference, view));
      }
    }
    return findings;
  }

  private static Finding missing(EntityReference reference, CheckedView view) {
    EntityKey target = reference.target();
    if (target.type() == EntityType.MEDIA) {
      return new Finding(
          Severity.WARNING,
          MISSING_MEDIA,
          reference.source(),
          ItemPlace.of(reference),
          List.of(target.key()));
    }
    List<EntityKey> alike = view.lookingLike(target.type(), target.key());
    return alike.isEmpty()
        ? error(MISSING, reference, target.toString())
        : error(
            LOOK_ALIKE,
            reference,
            LookAlikes.spelled(target.toString()),
            LookAlikes.spelled(first(alike).toString()));
  }

  private static EntityKey first(List<EntityKey> keys) {
    return keys.stream().min(EntityKey::compareTo).orElseThrow();
  }

  private static Finding error(String code, EntityReference reference, String... arguments) {
    return new Finding(
        Severity.ERROR, code, reference.source(), ItemPlace.of(reference), List.of(arguments));
  }

  @Override
  public void reach(EntityKey changed, Step step, Consumer<EntityKey> reached) {
    CheckedView before = step.before();
    CheckedView after = step.after();
    Presence was = before.presence(changed);
    Presence is = after.presence(changed);
    if (was == is) {
      return;
    }
    sources(changed, before, after, reached);
    // Whatever looks like the entity that comes or goes may be named in its place.
    for (CheckedView view : List.of(before, after)) {
      for (EntityKey alike : view.targetsLookingLike(changed.type(), changed.key())) {
        sources(alike, before, after, reached);
      }
    }
  }

  private static void sources(
      EntityKey target, CheckedView before, CheckedView after, Consumer<EntityKey> reached) {
    before.referencesTo(target).forEach(reference -> reached.accept(reference.source()));
    after.referencesTo(target).forEach(reference -> reached.accept(reference.source()));
  }

  @Override
  public List<QuickFix> fixes(Finding finding, CheckedView view) {
    List<QuickFix> fixes = new ArrayList<>();
    for (EntityReference reference : view.referencesFrom(finding.key())) {
      if (ItemPlace.of(reference).equals(finding.pointer())
          && view.presence(reference.target()) != Presence.PRESENT) {
        addFixes(reference, finding, view, fixes);
      }
    }
    return fixes;
  }

  private static void addFixes(
      EntityReference reference, Finding finding, CheckedView view, List<QuickFix> fixes) {
    String field = ItemPlace.field(finding.pointer());
    EntityKey target = reference.target();
    if (target.type() == EntityType.MEDIA) {
      if (finding.arguments().equals(List.of(target.key()))) {
        fixes.add(new QuickFix.AddImage(finding.key(), field, target));
      }
      return;
    }
    String written = writtenAt(finding.pointer(), finding.key(), view);
    boolean isMember =
        reference.source().type() == EntityType.RESOURCE && field.equals(reference.target().key());
    if (isMember) {
      fixes.add(new QuickFix.RemoveField(finding.key(), field));
    } else if (reference.pointer().indexOf('/', 1) > 0) {
      fixes.add(new QuickFix.RemoveField(finding.key(), field));
    } else {
      if (finding.rule().equals(LOOK_ALIKE)) {
        EntityKey right =
            first(view.lookingLike(reference.target().type(), reference.target().key()));
        fixes.add(new QuickFix.ReplaceItem(finding.key(), field, written, right.key()));
      }
      fixes.add(new QuickFix.RemoveItem(finding.key(), field, written));
    }
  }

  /** The item as the document has it, which may have a namespace before the key. */
  private static String writtenAt(String pointer, EntityKey entity, CheckedView view) {
    return view.document(entity).json().at(pointer).asString("");
  }
}
