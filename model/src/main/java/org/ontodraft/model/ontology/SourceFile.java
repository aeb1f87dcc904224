package org.ontodraft.model.ontology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An entity's file as it is stored, with the further ones of an entity that is kept in several.
 *
 * @param path its path from the repository's root, with {@code /}
 * @param blobId the Git object that holds its bytes
 * @param text its bytes decoded as UTF-8; a byte order mark, line ends and a missing final newline
 *     are part of the text, so encoding it again gives the same bytes
 * @param pages the subpages of a wikitext dashboard, by path; empty for most
 */
public record SourceFile(String path, String blobId, String text, List<SourceFile> pages) {
  public SourceFile {
    pages = List.copyOf(pages);
  }

  /** A file that is an entity's only one. */
  public SourceFile(String path, String blobId, String text) {
    this(path, blobId, text, List.of());
  }

  /** The files of an entity, each object's text from this function. */
  public static SourceFile of(EntitySummary entity, UnaryOperator<String> textOf) {
    List<SourceFile> pages = new ArrayList<>(entity.pages().size());
    for (FilePart page : entity.pages()) {
      pages.add(new SourceFile(page.path(), page.blobId(), textOf.apply(page.blobId())));
    }
    String text = textOf.apply(entity.blobId());
    return new SourceFile(entity.sourcePath(), entity.blobId(), text, pages);
  }

  /** This file without its pages, then each page. */
  public List<SourceFile> files() {
    List<SourceFile> files = new ArrayList<>(pages.size() + 1);
    files.add(new SourceFile(path, blobId, text));
    files.addAll(pages);
    return files;
  }

  /** Which objects the file and its pages are. */
  public List<FilePart> parts() {
    return files().stream().map(file -> new FilePart(file.path(), file.blobId())).toList();
  }
}
