package org.ontodraft.app.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.OntologySource.TreeChange;
import org.ontodraft.model.ontology.OntologySource.TreeEntry;
import org.ontodraft.model.ontology.OntologySource.TreeEntry.Kind;

/** Lists what trees hold under the entity folders and the media folder. */
final class EntityTrees {
  private static final Comparator<TreeEntry> BY_PATH = Comparator.comparing(TreeEntry::path);

  private EntityTrees() {}

  static List<TreeEntry> entries(ObjectReader reader, AnyObjectId tree) throws IOException {
    return entries(reader, tree, entityFolders());
  }

  static List<TreeEntry> entries(ObjectReader reader, AnyObjectId tree, Collection<String> paths)
      throws IOException {
    return entries(reader, tree, PathFilterGroup.createFromStrings(paths));
  }

  private static List<TreeEntry> entries(ObjectReader reader, AnyObjectId tree, TreeFilter filter)
      throws IOException {
    List<TreeEntry> entries = new ArrayList<>();
    try (TreeWalk walk = new TreeWalk(reader)) {
      walk.addTree(tree);
      walk.setRecursive(true);
      walk.setFilter(filter);
      while (walk.next()) {
        entries.add(entry(walk, 0));
      }
    }
    entries.sort(BY_PATH);
    return entries;
  }

  static List<TreeChange> changes(ObjectReader reader, AnyObjectId from, AnyObjectId to)
      throws IOException {
    List<TreeChange> changes = new ArrayList<>();
    try (TreeWalk walk = new TreeWalk(reader)) {
      walk.addTree(from);
      walk.addTree(to);
      walk.setRecursive(true);
      walk.setFilter(AndTreeFilter.create(TreeFilter.ANY_DIFF, entityFolders()));
      while (walk.next()) {
        changes.add(new TreeChange(path(walk.getRawPath()), side(walk, 0), side(walk, 1)));
      }
    }
    changes.sort(Comparator.comparing(TreeChange::path));
    return changes;
  }

  private static TreeFilter entityFolders() {
    return PathFilterGroup.createFromStrings(
        Arrays.stream(EntityType.values()).map(EntityType::folder).toList());
  }

  private static Optional<TreeEntry> side(TreeWalk walk, int tree) {
    return walk.getRawMode(tree) == FileMode.TYPE_MISSING
        ? Optional.empty()
        : Optional.of(entry(walk, tree));
  }

  private static TreeEntry entry(TreeWalk walk, int tree) {
    return new TreeEntry(
        path(walk.getRawPath()), walk.getObjectId(tree).name(), kind(walk.getRawMode(tree)));
  }

  private static Kind kind(int mode) {
    return switch (mode & FileMode.TYPE_MASK) {
      case FileMode.TYPE_SYMLINK -> Kind.SYMLINK;
      case FileMode.TYPE_GITLINK -> Kind.SUBMODULE;
      default -> FileMode.EXECUTABLE_FILE.equals(mode) ? Kind.EXECUTABLE : Kind.FILE;
    };
  }

  /**
   * The path as text. A name that is not UTF-8 is told with its odd bytes as {@code \xE9}; no key
   * may hold a backslash, so such a file is refused by name and never mistaken for another.
   */
  static String path(byte[] raw) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException notUtf8) {
      StringBuilder shown = new StringBuilder();
      HexFormat hex = HexFormat.of().withUpperCase();
      for (byte b : raw) {
        if (b > 0) {
          shown.append((char) b);
        } else {
          shown.append("\\x").append(hex.toHexDigits(b));
        }
      }
      return shown.toString();
    }
  }
}
