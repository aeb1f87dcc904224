package org.ontodraft.app.service.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyView;
import org.ontodraft.model.ontology.SourceProblem;

/** The files of entities on two sides. */
final class EntityFiles {
  private EntityFiles() {}

  /** All files an entity has on either side, the one that names it first. */
  static List<FileReview> between(OntologyView base, OntologyView mine, EntityKey key) {
    Map<String, String> before = texts(base, key);
    Map<String, String> after = texts(mine, key);
    Set<String> paths = new LinkedHashSet<>(after.keySet());
    paths.addAll(before.keySet());
    if (paths.isEmpty()) {
      paths.add(RepositoryLayout.pathOf(key));
    }
    return paths.stream()
        .map(path ->
            FileReview.of(path, before.getOrDefault(path, ""), after.getOrDefault(path, "")))
        .toList();
  }

  /** Each file that goes compared with the one that comes in its place, the new names shown. */
  static List<FileReview> moved(List<FileReview> deleted, List<FileReview> created) {
    List<FileReview> files = new ArrayList<>();
    for (int i = 0; i < Math.max(deleted.size(), created.size()); i++) {
      String before = i < deleted.size() ? deleted.get(i).before() : "";
      files.add(
          i < created.size()
              ? FileReview.of(created.get(i).path(), before, created.get(i).text())
              : deleted.get(i));
    }
    return files;
  }

  private static Map<String, String> texts(OntologyView view, EntityKey key) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (view instanceof DraftOverlay draft) {
      DraftFiles.ofEntity(draft, key)
          .forEach(file -> {
            String text = file.after();
            if (text != null) {
              texts.put(file.path(), text);
            }
          });
    } else if (view instanceof Ontology ontology && ontology.exists(key)) {
      ontology.file(key).files().forEach(file -> texts.put(file.path(), file.text()));
    }
    return texts;
  }

  /** The files of an entity that a side could not read. */
  static List<SourceProblem> problems(OntologyView side, EntityKey key) {
    return problems(side).stream()
        .filter(problem -> problem.path().contains(key.key()))
        .filter(
            problem -> RepositoryLayout.entityOf(problem.path()).filter(key::equals).isPresent())
        .toList();
  }

  private static List<SourceProblem> problems(OntologyView side) {
    List<SourceProblem> all =
        switch (side) {
          case DraftOverlay draft -> draft.base().problems();
          case Ontology ontology -> ontology.problems();
          default -> List.of();
        };
    return all.stream().filter(problem -> !problem.isNotice()).toList();
  }

  /** The entities of files that one side could not read, where the other has another file. */
  static Set<EntityKey> unreadableOnOneSide(OntologyView base, OntologyView mine) {
    Set<SourceProblem> left = new LinkedHashSet<>(problems(base));
    Set<SourceProblem> right = new LinkedHashSet<>(problems(mine));
    Set<EntityKey> keys = new TreeSet<>();
    Stream.concat(
            left.stream().filter(problem -> !right.contains(problem)),
            right.stream().filter(problem -> !left.contains(problem)))
        .flatMap(problem -> RepositoryLayout.entityOf(problem.path()).stream())
        .forEach(keys::add);
    return keys;
  }

  /** The files of an entity that either side could not read, each once. */
  static List<SourceProblem> problems(OntologyView base, OntologyView mine, EntityKey key) {
    Set<SourceProblem> problems = new LinkedHashSet<>(problems(mine, key));
    problems.addAll(problems(base, key));
    return List.copyOf(problems);
  }
}
