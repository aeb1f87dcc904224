package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.FilePart;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.OntologySource;
import org.ontodraft.model.ontology.OntologySource.TreeEntry;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.SourceProblem.Code;

/** Reads entities from their files; one bad file of several makes a problem of each of them. */
final class EntityFiles {
  private final OntologySource source;
  private final List<IngestedEntity> entities;
  private final List<SourceProblem> problems;

  EntityFiles(OntologySource source, List<IngestedEntity> entities, List<SourceProblem> problems) {
    this.source = source;
    this.entities = entities;
    this.problems = problems;
  }

  /** Reads a wikitext dashboard, whose root page must be among its files. */
  void readDashboard(EntityKey key, List<TreeEntry> entries) {
    String root = RepositoryLayout.pathOf(key, FileFormat.WIKITEXT);
    List<TreeEntry> files = new ArrayList<>(entries);
    files.sort(
        Comparator.comparing((TreeEntry entry) -> !entry.path().equals(root))
            .thenComparing(TreeEntry::path));
    if (!files.getFirst().path().equals(root)) {
      files.forEach(page -> problems.add(problem(page, Code.PAGE_WITHOUT_ROOT, root)));
      return;
    }
    Map<String, String> folded = new HashMap<>();
    for (TreeEntry file : files) {
      @Nullable String first = folded.putIfAbsent(PathFolding.fold(file.path()), file.path());
      if (first != null) {
        reject(files, List.of(problem(file, Code.PATH_COLLISION, first)));
        return;
      }
    }
    read(key, files);
  }

  /** Reads an entity from its files, the one that names it first. */
  void read(EntityKey key, List<TreeEntry> files) {
    List<FileBytes> contents = new ArrayList<>(files.size());
    for (TreeEntry file : files) {
      Optional<byte[]> bytes = source.read(file.blobId(), JsonCodec.MAX_DOCUMENT_BYTES);
      if (bytes.isEmpty()) {
        String size = ">" + JsonCodec.MAX_DOCUMENT_BYTES;
        reject(files, List.of(JsonCodec.tooLarge(file.path(), file.blobId(), size)));
        return;
      }
      contents.add(new FileBytes(file.path(), file.blobId(), bytes.get()));
    }
    switch (EntityCodec.ofPath(files.getFirst().path()).decode(key, contents)) {
      case DecodeResult.Rejected(var found) -> reject(files, found);
      case DecodeResult.Decoded(var document, var json, var notices) -> {
        problems.addAll(notices);
        entities.add(ingested(key, files, document, json));
      }
    }
  }

  private void reject(List<TreeEntry> files, List<SourceProblem> found) {
    problems.addAll(found);
    Set<String> told = found.stream().map(SourceProblem::path).collect(Collectors.toSet());
    for (TreeEntry file : files) {
      if (!told.contains(file.path())) {
        problems.add(problem(file, Code.PART_UNUSABLE, found.getFirst().path()));
      }
    }
  }

  private static IngestedEntity ingested(
      EntityKey key, List<TreeEntry> files, EntityDocument document, String json) {
    String name = key.key().substring(key.key().lastIndexOf('/') + 1);
    String label = document.label().filter(given -> !given.isBlank()).orElse(name);
    TreeEntry first = files.getFirst();
    List<FilePart> pages =
        files.stream().skip(1).map(page -> new FilePart(page.path(), page.blobId())).toList();
    return new IngestedEntity(
        new EntitySummary(key, label, first.path(), first.blobId(), pages),
        document,
        json,
        References.of(key, document));
  }

  private static SourceProblem problem(TreeEntry entry, Code code, String argument) {
    return new SourceProblem(entry.path(), entry.blobId(), code, 0, List.of(argument));
  }
}
