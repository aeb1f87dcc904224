package org.ontodraft.app.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree that differs from another in a few files: only the folders on the way to them are
 * read and written, so the cost does not follow the size of the repository.
 */
final class TreeRewrite {
  private final ObjectReader reader;
  private final ObjectInserter inserter;
  private final ObjectChecker checker = GitTransports.newChecker();
  private final SortedMap<String, Optional<byte[]>> files;

  TreeRewrite(
      ObjectReader reader, ObjectInserter inserter, SortedMap<String, Optional<byte[]>> files) {
    this.reader = reader;
    this.inserter = inserter;
    this.files = files;
  }

  /** What comes of it. */
  sealed interface Result {
    /** The tree's id; empty when nothing is left in it. */
    record Written(Optional<ObjectId> tree) implements Result {}

    /** A path stands in the way of another. */
    record Refused(String path, String existing) implements Result {}
  }

  /** An entry of a tree as it is stored. */
  private record Entry(FileMode mode, ObjectId id) {}

  /** What changes below one folder. */
  private static final class Changes {
    private final SortedMap<String, Optional<byte[]>> files = new TreeMap<>();
    private final SortedMap<String, Changes> folders = new TreeMap<>();
  }

  /** Writes the tree with these files changed; the objects are in the inserter, not yet flushed. */
  Result rewrite(ObjectId base) throws IOException {
    Changes root = new Changes();
    for (Map.Entry<String, Optional<byte[]>> file : files.entrySet()) {
      String path = file.getKey();
      try {
        checker.checkPath(path);
      } catch (CorruptObjectException notAllowed) {
        return new Result.Refused(path, path);
      }
      Changes folder = root;
      String[] names = path.split("/", -1);
      for (int i = 0; i < names.length - 1; i++) {
        folder = folder.folders.computeIfAbsent(names[i], name -> new Changes());
      }
      folder.files.put(names[names.length - 1], file.getValue());
    }
    return rewrite(base, root, "");
  }

  private Result rewrite(@Nullable ObjectId base, Changes changes, String prefix)
      throws IOException {
    SortedMap<String, Entry> entries = read(base);
    HashSet<String> created = new HashSet<>();
    for (Map.Entry<String, Changes> folder : changes.folders.entrySet()) {
      String slot = slot(folder.getKey()) + "/";
      Entry before = entries.get(slot);
      Result below =
          rewrite(
              before == null ? null : before.id(),
              folder.getValue(),
              prefix + folder.getKey() + "/");
      if (!(below instanceof Result.Written written)) {
        return below;
      }
      entries.remove(slot);
      written.tree().ifPresent(tree -> entries.put(slot, new Entry(FileMode.TREE, tree)));
      if (before == null && written.tree().isPresent()) {
        created.add(folder.getKey());
      }
    }
    for (Map.Entry<String, Optional<byte[]>> file : changes.files.entrySet()) {
      String slot = slot(file.getKey());
      Entry before = entries.remove(slot);
      if (before != null && (before.mode().getBits() & FileMode.TYPE_MASK) != FileMode.TYPE_FILE) {
        return new Result.Refused(prefix + file.getKey(), prefix + file.getKey());
      }
      if (file.getValue().isPresent()) {
        byte[] content = file.getValue().get();
        FileMode mode = before == null ? FileMode.REGULAR_FILE : before.mode();
        entries.put(slot, new Entry(mode, inserter.insert(Constants.OBJ_BLOB, content)));
        if (before == null) {
          created.add(file.getKey());
        }
      }
    }
    Optional<Result.Refused> collision = collision(entries, created, prefix);
    return collision.isPresent() ? collision.get() : new Result.Written(write(entries));
  }

  /**
   * Finds a new name that some systems cannot tell from one that is there: the same but for case or
   * Unicode form, or a file and a folder of one name.
   */
  private Optional<Result.Refused> collision(
      SortedMap<String, Entry> entries, HashSet<String> created, String prefix) {
    if (created.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> seen = new HashMap<>();
    for (String slot : entries.keySet()) {
      String name = name(slot);
      String other = seen.putIfAbsent(folded(name), name);
      if (other != null && created.contains(name)) {
        return Optional.of(new Result.Refused(asked(prefix + name), prefix + other));
      }
      if (other != null && created.contains(other)) {
        return Optional.of(new Result.Refused(asked(prefix + other), prefix + name));
      }
    }
    return Optional.empty();
  }

  /** The path that was asked for and made this entry: itself or a file below it. */
  private String asked(String entry) {
    return files.containsKey(entry) ? entry : files.tailMap(entry + "/").firstKey();
  }

  private static String folded(String name) {
    String upper = Normalizer.normalize(name, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
    return upper.toLowerCase(Locale.ROOT);
  }

  private SortedMap<String, Entry> read(@Nullable ObjectId tree) throws IOException {
    SortedMap<String, Entry> entries = new TreeMap<>();
    if (tree == null) {
      return entries;
    }
    CanonicalTreeParser parser = new CanonicalTreeParser(null, reader, tree);
    for (; !parser.eof(); parser.next()) {
      byte[] raw = new byte[parser.getNameLength()];
      parser.getName(raw, 0);
      FileMode mode = FileMode.fromBits(parser.getEntryRawMode());
      String slot = new String(raw, StandardCharsets.ISO_8859_1);
      entries.put(
          FileMode.TREE.equals(mode) ? slot + "/" : slot,
          new Entry(mode, parser.getEntryObjectId()));
    }
    return entries;
  }

  private Optional<ObjectId> write(SortedMap<String, Entry> entries) throws IOException {
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    TreeFormatter formatter = new TreeFormatter();
    entries.forEach((slot, entry) -> {
      byte[] raw = withoutSlash(slot).getBytes(StandardCharsets.ISO_8859_1);
      formatter.append(raw, 0, raw.length, entry.mode(), entry.id());
    });
    return Optional.of(inserter.insert(formatter));
  }

  /**
   * A name as key of the sorted entries: one character per byte, a folder with a slash behind it,
   * which is the order Git sorts trees in and keeps names that are not UTF-8 as they are.
   */
  private static String slot(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static String name(String slot) {
    byte[] raw = withoutSlash(slot).getBytes(StandardCharsets.ISO_8859_1);
    return EntityTrees.path(raw);
  }

  private static String withoutSlash(String slot) {
    return slot.endsWith("/") ? slot.substring(0, slot.length() - 1) : slot;
  }
}
