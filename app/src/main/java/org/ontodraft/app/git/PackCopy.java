package org.ontodraft.app.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/**
 * A head start for the first fetch from a folder on this computer, as {@code git clone --local} has
 * it: the packs are copied as they are, in place of being packed, sent and indexed once more. The
 * fetch that follows checks what is there and brings what is missing, so a copy may be of an older
 * or of no state at all.
 */
final class PackCopy {
  /** A folder with more holds much that is not the default branch's. */
  static final long MOST_BYTES = 256L * 1024 * 1024;

  private PackCopy() {}

  /**
   * Copies the packs of a repository that lies whole in a folder, unless they are large.
   *
   * @return how many packs were copied
   */
  static int copy(Repository source, Repository target) throws IOException {
    Path from = objects(source);
    if (isPartial(source, from)) {
      return 0;
    }
    List<Path> packs = packs(from.resolve("pack"));
    long bytes = 0;
    for (Path pack : packs) {
      bytes += Files.size(pack);
    }
    if (bytes > MOST_BYTES) {
      return 0;
    }
    Path to = objects(target).resolve("pack");
    for (Path pack : packs) {
      copy(pack, to);
      copy(index(pack), to);
    }
    return packs.size();
  }

  private static Path objects(Repository repository) {
    return repository.getDirectory().toPath().resolve(Constants.OBJECTS);
  }

  /** Whether objects are kept elsewhere, or not at all. */
  private static boolean isPartial(Repository source, Path objects) {
    return Files.exists(objects.resolve(Constants.INFO_ALTERNATES))
        || Files.exists(source.getDirectory().toPath().resolve(Constants.SHALLOW))
        || source.getConfig().getString("extensions", null, "partialClone") != null;
  }

  /** Packs with their index; a link could lead out of the repository and is not followed. */
  private static List<Path> packs(Path folder) throws IOException {
    List<Path> packs = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.toString().endsWith(".pack"))
          .filter(file -> !Files.isSymbolicLink(file) && Files.isRegularFile(index(file)))
          .forEach(packs::add);
    } catch (NoSuchFileException none) {
      return List.of();
    }
    return packs;
  }

  private static Path index(Path pack) {
    String name = pack.getFileName().toString();
    return pack.resolveSibling(name.substring(0, name.length() - ".pack".length()) + ".idx");
  }

  /** What a killed process leaves is named so that the next opening removes it. */
  private static void copy(Path file, Path folder) throws IOException {
    Path incoming = folder.resolve("incoming_" + file.getFileName());
    Files.copy(file, incoming, StandardCopyOption.REPLACE_EXISTING);
    Files.move(incoming, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
  }
}
