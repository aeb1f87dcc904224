package org.ontodraft.persistence;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.ontodraft.persistence.store.StoreFaultException;
import org.ontodraft.persistence.store.StoreRefusal.Unwritable;
import org.ontodraft.persistence.testing.Edits;
import org.ontodraft.persistence.testing.Entities;
import org.ontodraft.persistence.testing.RealMigration;

/** Works on a small disk until it is full, and goes on when there is room again. */
final class DiskChild {
  private DiskChild() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path disk = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "tiny" -> expectUnwritable(disk, Unwritable.Cause.FULL);
      case "read-only" -> {
        open(disk).close();
        remountReadOnly(disk);
        expectUnwritable(disk, Unwritable.Cause.READ_ONLY);
      }
      default -> fillAndFree(disk);
    }
    out.println("passed");
  }

  private static StoreOpening openAny(Path disk) {
    return WorkspaceStore.open(
        StoreChild.location(disk), new RealMigration(), InstantSource.system());
  }

  private static WorkspaceStore open(Path disk) {
    StoreOpening opening = openAny(disk);
    if (opening instanceof StoreOpening.Opened opened) {
      return opened.store();
    }
    throw new AssertionError(opening);
  }

  private static void expectUnwritable(Path disk, Unwritable.Cause cause) {
    StoreOpening opening = openAny(disk);
    if (!(opening instanceof StoreOpening.Refused(Unwritable unwritable))
        || unwritable.cause() != cause) {
      throw new AssertionError(opening);
    }
  }

  private static void remountReadOnly(Path disk) throws IOException, InterruptedException {
    Process mount =
        new ProcessBuilder("mount", "-o", "remount,ro", disk.toString()).inheritIO().start();
    if (mount.waitFor() != 0) {
      throw new AssertionError("remounting failed");
    }
  }

  private static void fillAndFree(Path disk) throws IOException {
    UUID draft;
    long acknowledged = 0;
    try (WorkspaceStore store = open(disk)) {
      draft = store.drafts().create("Draft", Entities.version("1")).id();
      store.canonical().importAll(Entities.version("1"), StoreChild.entities("1"), List.of());
      fill(disk);
      boolean refused = false;
      while (!refused && acknowledged < 10_000) {
        try {
          store.journal().append(Edits.of(acknowledged + 1, draft, "x".repeat(2_000)));
          acknowledged++;
        } catch (UncheckedIOException full) {
          refused = true;
        }
      }
      check(refused, "the journal never refused");
      try {
        store.canonical().importAll(Entities.version("2"), StoreChild.entities("2"), List.of());
        throw new AssertionError("the database never refused");
      } catch (StoreFaultException full) {
        check(full.getCause() != null, "no cause");
      }
      Files.delete(disk.resolve("filler"));
      store.journal().append(Edits.of(acknowledged + 1, draft, "room again"));
      acknowledged++;
    }
    try (WorkspaceStore store = open(disk)) {
      check(store.journal().after(0).size() == acknowledged, "edits lost");
      String version = store.canonical().load().orElseThrow().version().summary();
      check(version.equals("1"), "version " + version);
      store.canonical().importAll(Entities.version("2"), StoreChild.entities("2"), List.of());
      check(store.canonical().load().orElseThrow().version().summary().equals("2"), "no version 2");
    }
  }

  private static void fill(Path disk) throws IOException {
    try (OutputStream filler = Files.newOutputStream(disk.resolve("filler"))) {
      byte[] block = new byte[4096];
      while (true) {
        filler.write(block);
      }
    } catch (IOException full) {
      check(String.valueOf(full.getMessage()).contains("No space"), full.toString());
    }
  }

  private static void check(boolean holds, String message) {
    if (!holds) {
      throw new AssertionError(message);
    }
  }
}
