package org.ontodraft.persistence.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ontodraft.model.media.ImageContent;

/**
 * The image files of a data directory that nothing refers to any more. What may refer to them is
 * text in the folders of the stores: journals, which hold every step that can be undone or done
 * again, and the copies of the drafts, the archived and deleted ones included. Stores need not be
 * open.
 */
public final class UnusedImages {
  /** An image that was chosen and not yet put into a draft is nobody's for a moment. */
  static final Duration KEPT = Duration.ofDays(30);

  private static final int SHA_256 = 64;
  private static final Set<String> DATABASES = Set.of("mv.db", "trace.db");

  private UnusedImages() {}

  /**
   * Removes what nothing refers to for 30 days. A store without copies of its drafts, as an older
   * program left it, may refer to any image: then nothing is removed. Blocking.
   *
   * @param shared whether the drafts of the store with this name are in a server's database, which
   *     has their images as well
   * @return what was removed
   */
  public static List<Path> remove(Path dataDirectory, Predicate<String> shared, Instant now)
      throws IOException {
    Path images = dataDirectory.resolve("images");
    List<Path> candidates = old(images, now.minus(KEPT));
    Path stores = dataDirectory.resolve("stores");
    if (candidates.isEmpty() || !Files.isDirectory(stores)) {
      return List.of();
    }
    Set<String> used = new HashSet<>();
    try (Stream<Path> each = Files.list(stores)) {
      for (Path store : each.filter(Files::isDirectory).toList()) {
        boolean worked = Files.exists(store.resolve("journal.log")); // else it is kept ready, empty
        boolean copied = Files.isDirectory(store.resolve("drafts"));
        if (worked && !copied && !shared.test(store.getFileName().toString())) {
          return List.of();
        }
        collect(store, used);
      }
    }
    List<Path> removed = new ArrayList<>();
    for (Path file : candidates) {
      if (!used.contains(file.getFileName().toString()) && Files.deleteIfExists(file)) {
        removed.add(file);
      }
    }
    return removed;
  }

  private static List<Path> old(Path images, Instant before) throws IOException {
    if (!Files.isDirectory(images)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(images)) {
      List<Path> old = new ArrayList<>();
      for (Path file : files.toList()) {
        if (ImageContent.isSha256(file.getFileName().toString())
            && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          old.add(file);
        }
      }
      return old;
    }
  }

  /** Every hash that a file of the store says, those of what was set aside included. */
  private static void collect(Path store, Set<String> used) throws IOException {
    try (Stream<Path> files = Files.walk(store)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (DATABASES.stream().noneMatch(name::endsWith)) {
          hashes(file, used);
        }
      }
    }
  }

  private static void hashes(Path file, Set<String> used) throws IOException {
    StringBuilder run = new StringBuilder();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        if ((next >= '0' && next <= '9') || (next >= 'a' && next <= 'f')) {
          run.append((char) next);
        } else {
          add(run, used);
        }
      }
    }
    add(run, used);
  }

  private static void add(StringBuilder run, Set<String> used) {
    if (run.length() == SHA_256) {
      used.add(run.toString());
    }
    run.setLength(0);
  }
}
