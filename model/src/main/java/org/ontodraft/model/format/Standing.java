package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.OntologyReader.ReadOntology;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.FilePart;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.SourceProblem.Code;

/** Which of the files that were read are taken, where two cannot stand beside each other. */
final class Standing {
  private final TreeMap<String, List<SourceProblem>> problems = new TreeMap<>();

  /** By path of the file that names the entity, in its order. */
  private final Map<String, IngestedEntity> entities;

  /** Every file that holds an entity or would, with its object, in the order of the paths. */
  private final Map<String, String> blobs;

  /** Where an entity in several files has its first, by the paths of the others. */
  private final Map<String, String> rootOf = new HashMap<>();

  Standing(List<ReadOntology> parts) {
    List<IngestedEntity> taken = new ArrayList<>();
    List<FilePart> files = new ArrayList<>();
    for (ReadOntology part : parts) {
      for (SourceProblem problem : part.problems()) {
        problems.computeIfAbsent(problem.path(), p -> new ArrayList<>()).add(problem);
        if (OntologyReader.isOfFile(problem)) {
          files.add(new FilePart(problem.path(), problem.blobId()));
        }
      }
      for (IngestedEntity entity : part.entities()) {
        EntitySummary summary = entity.summary();
        taken.add(entity);
        files.add(new FilePart(summary.sourcePath(), summary.blobId()));
        for (FilePart page : summary.pages()) {
          files.add(page);
          rootOf.put(page.path(), summary.sourcePath());
        }
      }
    }
    // Trees come sorted, so a list is in order by little more than a look at it.
    taken.sort(Comparator.comparing(entity -> entity.summary().sourcePath()));
    files.sort(Comparator.comparing(FilePart::path));
    entities = LinkedHashMap.newLinkedHashMap(taken.size());
    taken.forEach(entity -> entities.put(entity.summary().sourcePath(), entity));
    blobs = LinkedHashMap.newLinkedHashMap(files.size());
    files.forEach(file -> blobs.put(file.path(), file.blobId()));
  }

  /** Of paths that are one on some systems the first is taken. */
  void collide() {
    Map<String, String> firstPaths = HashMap.newHashMap(blobs.size());
    blobs.forEach((path, blob) -> {
      @Nullable String first = firstPaths.putIfAbsent(PathFolding.fold(path), path);
      if (first != null) {
        refuse(path, new SourceProblem(path, blob, Code.PATH_COLLISION, 0, List.of(first)));
      }
    });
  }

  /** Of two files with one key, in different formats, the first is taken. */
  void shareKeys() {
    Map<EntityKey, String> firstPaths = HashMap.newHashMap(entities.size());
    for (Map.Entry<String, IngestedEntity> entry : List.copyOf(entities.entrySet())) {
      EntityKey key = entry.getValue().summary().key();
      @Nullable String first = firstPaths.putIfAbsent(key, entry.getKey());
      if (first != null) {
        for (FilePart file : entry.getValue().summary().files()) {
          List<String> arguments = List.of(key.key(), first);
          refuse(
              file.path(),
              new SourceProblem(file.path(), file.blobId(), Code.DUPLICATE_KEY, 0, arguments));
        }
      }
    }
  }

  private void refuse(String path, SourceProblem problem) {
    problems.put(path, List.of(problem));
    @Nullable IngestedEntity entity = entities.remove(rootOf.getOrDefault(path, path));
    if (entity != null) {
      for (FilePart file : entity.summary().files()) {
        if (!file.path().equals(path)) {
          List<String> arguments = List.of(path);
          problems.put(
              file.path(),
              List.of(
                  new SourceProblem(file.path(), file.blobId(), Code.PART_UNUSABLE, 0, arguments)));
        }
      }
    }
  }

  boolean isFile(String path) {
    return blobs.containsKey(path);
  }

  List<SourceProblem> problems() {
    return problems.values().stream().flatMap(Collection::stream).toList();
  }

  /** The entities that are taken, by path. */
  List<IngestedEntity> entities() {
    return List.copyOf(entities.values());
  }
}
