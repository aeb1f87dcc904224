package org.ontodraft.model.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.exchange.DraftFileProblem.Code;
import org.ontodraft.model.exchange.WikiPush.Change;
import org.ontodraft.model.format.DecodeResult;
import org.ontodraft.model.format.FileFormat;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.patch.JsonPointer;
import org.ontodraft.model.patch.PatchDoesNotApplyException;

/** Holds a push against the version of the ontology it is to be made on. */
public final class WikiPushCheck {
  private final Ontology base;
  private final List<DraftFileProblem> problems;

  private WikiPushCheck(Ontology base, List<DraftFileProblem> problems) {
    this.base = base;
    this.problems = problems;
  }

  /**
   * What of a push can be done.
   *
   * @param changes what can, sorted by key
   * @param problems why the rest cannot, in the push's order
   */
  public record Checked(List<DraftChange> changes, List<DraftFileProblem> problems) {
    public Checked {
      changes = List.copyOf(changes);
      problems = List.copyOf(problems);
    }
  }

  /** Checks each change by itself; may read files of the ontology. */
  public static Checked check(WikiPushReading reading, Ontology base) {
    List<DraftFileProblem> problems = new ArrayList<>(reading.problems());
    WikiPushCheck check = new WikiPushCheck(base, problems);
    List<DraftChange> changes = new ArrayList<>();
    Set<EntityKey> keys = new HashSet<>();
    for (Change change : reading.push().map(WikiPush::changes).orElse(List.of())) {
      if (keys.add(change.key())) {
        check.change(change).ifPresent(changes::add);
      } else {
        check.problem(change, "entity_key", Code.TWICE, change.key().toString());
      }
    }
    changes.sort(Comparator.comparing(DraftChange::key));
    problems.sort(Comparator.comparingInt(WikiPushCheck::indexOf));
    return new Checked(changes, problems);
  }

  private static int indexOf(DraftFileProblem problem) {
    List<String> tokens = problem.at().tokens();
    return tokens.size() < 2 ? -1 : Integer.parseInt(tokens.get(1));
  }

  private Optional<DraftChange> change(Change change) {
    EntityKey key = change.key();
    boolean there = base.find(key).isPresent();
    return switch (change) {
      case Change.Create create ->
          there
              ? problem(change, "entity_key", Code.EXISTS, key.toString())
              : sound(change, "entity", create.entity())
                  .map(document -> new DraftChange.Create(key, document));
      case Change.Modify modify ->
          there ? modified(modify) : problem(change, "entity_key", Code.ABSENT, key.toString());
      case Change.Delete delete ->
          there
              ? Optional.of(new DraftChange.Delete(key, base.file(key)))
              : problem(change, "entity_key", Code.ABSENT, key.toString());
    };
  }

  private Optional<DraftChange> modified(Change.Modify change) {
    EntityKey key = change.key();
    SourceFile file = base.file(key);
    EntityDocument before = base.document(key);
    @Nullable EntityDocument after;
    try {
      after = change.patch().applyTo(before);
    } catch (PatchDoesNotApplyException e) {
      return problem(
          change,
          "patch/" + e.problem().operation(),
          Code.PATCH,
          e.problem().op(),
          e.problem().pointer().toString(),
          DraftFileWriter.named(e.problem().reason()));
    }
    if (after == null) {
      return problem(change, "patch", Code.VALUE, "a patch that leaves an entity");
    }
    Optional<EntityDocument> sound = sound(change, "patch", after);
    if (sound.isEmpty()) {
      return Optional.empty();
    }
    DraftChange made = DraftChange.between(key, file, before, sound.get());
    return made == null ? problem(change, "patch", Code.NO_CHANGE) : Optional.of(made);
  }

  /** The document as the entity's file will say it, if it has the shape and id of its type. */
  private Optional<EntityDocument> sound(Change change, String member, EntityDocument document) {
    EntityKey key = change.key();
    String id = RepositoryLayout.idOf(key);
    if (!document.text("id").orElse("").equals(id)) {
      return problem(change, member, Code.VALUE, "id " + id);
    }
    byte[] bytes = StrictJson.text(document.json()).getBytes(StandardCharsets.UTF_8);
    if (JsonCodec.decode(RepositoryLayout.pathOf(key), "", bytes)
        instanceof DecodeResult.Rejected(List<SourceProblem> reasons)) {
      SourceProblem reason = reasons.getFirst();
      return reason.code() == SourceProblem.Code.SHAPE
          ? problem(
              change,
              member,
              Code.FIELD,
              reason.arguments().get(0),
              reason.arguments().get(1),
              reason.arguments().get(2))
          : problem(change, member, Code.VALUE, "a document: " + reason.code().shortCode());
    }
    return Optional.of(FileFormat.of(base, key).settle(key, document));
  }

  private <T> Optional<T> problem(Change change, String member, Code code, String... arguments) {
    JsonPointer at = JsonPointer.parse("/changes/" + change.index() + "/" + member);
    problems.add(new DraftFileProblem(code, at, List.of(arguments)));
    return Optional.empty();
  }
}
