package org.ontodraft.app.service.submit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ontodraft.app.service.submit.DescriptionTemplate.Origin;
import org.ontodraft.model.ontology.OntologyHistory;
import org.ontodraft.model.ontology.OntologySource;
import org.ontodraft.model.ontology.OntologySource.TreeEntry;

/**
 * The template of a repository: the curator's own for it, else the repository's, else the built-in
 * one. Blocking.
 */
public final class DescriptionTemplates {
  /** Where GitHub, GitLab, Gitea and Forgejo look for it. */
  private static final List<String> PLACES =
      List.of(
          ".github/pull_request_template.md",
          ".github/PULL_REQUEST_TEMPLATE.md",
          ".gitlab/merge_request_templates/Default.md",
          ".gitea/pull_request_template.md",
          ".gitea/PULL_REQUEST_TEMPLATE.md",
          ".forgejo/pull_request_template.md",
          ".forgejo/PULL_REQUEST_TEMPLATE.md",
          "pull_request_template.md",
          "PULL_REQUEST_TEMPLATE.md",
          "docs/pull_request_template.md",
          "docs/PULL_REQUEST_TEMPLATE.md");

  private static final long LONGEST = 64 * 1024;

  private final OntologySource source;
  private final OntologyHistory history;
  private final Path own;

  /**
   * Templates of a repository.
   *
   * @param own the file that keeps the curator's
   */
  public DescriptionTemplates(OntologySource source, OntologyHistory history, Path own) {
    this.source = source;
    this.history = history;
    this.own = own;
  }

  /** The one that is used for a draft on this commit. */
  DescriptionTemplate at(String commit) {
    return own().or(() -> ofRepository(commit)).orElse(DescriptionTemplate.BUILT_IN);
  }

  private Optional<DescriptionTemplate> own() {
    try {
      return Optional.of(new DescriptionTemplate(Files.readString(own), Origin.OWN, ""));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Optional<DescriptionTemplate> ofRepository(String commit) {
    if (source.version(commit).isEmpty()) {
      return Optional.empty();
    }
    List<TreeEntry> found = history.entries(commit, PLACES);
    return PLACES.stream()
        .flatMap(place -> found.stream().filter(entry -> entry.path().equals(place)))
        .findFirst()
        .flatMap(entry ->
            source
                .read(entry.blobId(), LONGEST)
                .map(bytes ->
                    new DescriptionTemplate(
                        new String(bytes, StandardCharsets.UTF_8),
                        Origin.REPOSITORY,
                        entry.path())));
  }

  /** Uses this text for the repository from now on; empty text for none of one's own. */
  void keep(String text) {
    try {
      if (text.isBlank()) {
        Files.deleteIfExists(own);
        return;
      }
      Files.createDirectories(own.toAbsolutePath().getParent());
      Files.writeString(own, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
